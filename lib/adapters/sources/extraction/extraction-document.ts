import { z } from "zod";
import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { QUOTED_FIELDS, type QuotedField } from "@/lib/core/postings/quoted-fields";
import { passageBetween, verifyEvidence } from "@/lib/core/postings/verify-evidence";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";

/** The media type of what a model quoted of a page, kept as a document of its own so that it is read again without the model. */
export const EXTRACTION_TYPE = "application/vnd.atalaya.quotes+json";
/** A text shorter than this is no description of a job. */
const MIN_DESCRIPTION_CHARS = 80;

/** What a model says the page says; null where it says that the page is silent. */
export type ModelQuotes = Readonly<Record<QuotedField | "descriptionStart" | "descriptionEnd", string | null>>;

const extractionDocument = z.object({
  /** SHA-256 of the page's bytes. */
  pageHash: z.string(),
  model: z.string(),
  promptVersion: z.string(),
  kept: z.partialRecord(z.enum(QUOTED_FIELDS), z.string()),
  description: z.string(),
  dropped: z.array(z.string()),
});
type ExtractionDocument = z.output<typeof extractionDocument>;

/**
 * The document of what a model quoted and the page does say; null without evidence for a title and a description. The same page and
 * answer give the same bytes.
 */
export function extractionDocumentOf(
  pageText: string,
  answer: ModelQuotes,
  origin: Pick<ExtractionDocument, "pageHash" | "model" | "promptVersion">,
): string | null {
  const { kept, dropped } = verifyEvidence(pageText, answer, QUOTED_FIELDS);
  const description = passageBetween(
    pageText,
    answer.descriptionStart ?? "",
    answer.descriptionEnd ?? "",
    MIN_DESCRIPTION_CHARS,
  );
  if (kept.title === undefined || description === null) return null;
  const { pageHash, model, promptVersion } = origin;
  const document: ExtractionDocument = { pageHash, model, promptVersion, kept, description, dropped };
  return JSON.stringify(document);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function dateOf(words: string | undefined, now: Date): string | null {
  return words === undefined ? null : (parseStatedDate(words) ?? parseRelativeDate(words, now));
}

/** Reads such a document: values are made of the quotes alone, by the readers that every adapter uses. */
export function parseExtraction(raw: RawInput): ParseOutcome[] {
  const document = extractionDocument.safeParse(parseJson(raw.body));
  if (!document.success) return [{ kind: "page", outcome: "broken", reason: "the kept quotes cannot be read" }];
  const { kept, description, dropped, model } = document.data;
  const url = raw.url ?? raw.fetchedUrl ?? null;
  const pay = readPayPhrase(kept.pay ?? "");
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: sha256(url ?? `${kept.title ?? ""}\n${description}`),
    url,
    title: kept.title ?? "",
    company: kept.company ?? null,
    location: kept.location ?? null,
    postedAt: dateOf(kept.postedAt, raw.now),
    validThrough: dateOf(kept.validThrough, raw.now),
    employmentType: readEmploymentTypes(kept.employmentType)[0] ?? null,
    workplace: readWorkplace(kept.workplace),
    salary: pay.salary,
    description,
    descriptionFormat: "text",
    tags: [],
    lang: null,
    warnings: [`Read with the model ${model}; every field is quoted from the page.`],
  };
  if (posting.title === "") return [{ kind: "rejected", reason: "quotes without a title", warnings: [] }];
  if (pay.warning !== null) posting.warnings.push(pay.warning);
  if (dropped.length > 0) posting.warnings.push(`Not found in the page and left out: ${dropped.join(", ")}.`);
  posting.warnings.push(...gapsOf(posting));
  return [{ kind: "posting", posting }];
}
