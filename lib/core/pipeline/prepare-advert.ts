import { derivedId } from "@/lib/core/kernel/derived-id";
import { foldLabel } from "@/lib/core/kernel/fold";
import { sha256 } from "@/lib/core/kernel/hash";
import { countryOfAddress } from "@/lib/core/places/country-of-address";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { EmploymentType, Salary, Workplace } from "@/lib/core/postings/posting-fields";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";

/** The source's structured statements that reading may use; stored beside every version. */
export type StructuredFields = {
  employmentType: EmploymentType | null;
  workplace: Workplace | null;
  salary: Salary | null;
  tags: string[];
  lang: string | null;
  /** ISO 3166-1 alpha-2 of a source whose adverts are all of one country; absent in versions from before it was kept. */
  sourceCountry?: string | null;
  /** The day that the source states for the advert, `YYYY-MM-DD`; absent as above. */
  postedOn?: string | null;
};

/** One advert ready to be absorbed: its canonical text, its ids and its content keys. */
export type PreparedAdvert = {
  sourceId: string;
  isDemo: boolean;
  rawDocumentId: string;
  rawLocator: string | null;
  listingId: string;
  externalId: string;
  url: string | null;
  title: string;
  company: string | null;
  location: string | null;
  postedAt: Date | null;
  validThrough: Date | null;
  closed: boolean;
  text: string;
  blocks: TextBlock[];
  structured: StructuredFields;
  warnings: string[];
  /** Of title, employer, place and text: another value is another version. */
  contentHash: string;
  /** Of folded title, employer and text: two listings with one key are one posting. */
  contentKey: string;
};

export type AdvertOrigin = { sourceId: string; isDemo: boolean; rawDocumentId: string; rawLocator: string | null };

/** Under this many characters a text says too little to identify a job without its place. */
const TELLING_TEXT = 200;

function oneLine(words: string | null): string | null {
  if (words === null) return null;
  const { text } = toCanonicalText(words, "text");
  const line = text.replace(/\s+/gu, " ").trim();
  return line === "" ? null : line.slice(0, 500);
}

/** The instant of a stated date; null where it is none. */
export function instantOf(stated: string | null): Date | null {
  if (stated === null) return null;
  const at = new Date(stated);
  return Number.isNaN(at.getTime()) ? null : at;
}

function wordsOf(text: string): string {
  return foldLabel(text)
    .replace(/[^\p{L}\p{N}+#]+/gu, " ")
    .trim();
}

/** The key of a content: of folded title, employer and text, for a short text of place and address too. */
export function contentKeyOf(advert: {
  title: string;
  company: string | null;
  location: string | null;
  url: string | null;
  text: string;
}): string {
  const parts = [wordsOf(advert.title), wordsOf(advert.company ?? ""), wordsOf(advert.text)];
  if (advert.text.length < TELLING_TEXT) parts.push(wordsOf(advert.location ?? ""), advert.url ?? "");
  return sha256(parts.join("\u0000")).slice(0, 32);
}

/** What a search of postings looks through: folded title, employer, place and text. */
export function searchTextOf(content: {
  title: string;
  company: string | null;
  location: string | null;
  text: string;
}): string {
  return foldLabel([content.title, content.company ?? "", content.location ?? "", content.text].join("\n"));
}

/** Derives text, ids and content keys from what an adapter parsed. Pure: the same advert gives the same result. */
export function prepareAdvert(parsed: ParsedPosting, origin: AdvertOrigin): PreparedAdvert {
  const { text, blocks } = toCanonicalText(parsed.description, parsed.descriptionFormat);
  const title = oneLine(parsed.title) ?? "";
  const company = oneLine(parsed.company);
  const location = oneLine(parsed.location);
  const { employmentType, workplace, salary, tags, lang } = parsed;
  return {
    ...origin,
    listingId: derivedId("listing", origin.sourceId, parsed.externalId),
    externalId: parsed.externalId,
    url: parsed.url,
    title,
    company,
    location,
    postedAt: instantOf(parsed.postedAt),
    validThrough: instantOf(parsed.validThrough),
    closed: parsed.closed ?? false,
    text,
    blocks,
    structured: {
      employmentType,
      workplace,
      salary,
      tags,
      lang,
      sourceCountry: countryOfAddress(parsed.url),
      postedOn: instantOf(parsed.postedAt)?.toISOString().slice(0, 10) ?? null,
    },
    warnings: parsed.warnings,
    contentHash: sha256([title, company ?? "", location ?? "", text].join("\u0000")),
    contentKey: contentKeyOf({ title, company, location, url: parsed.url, text }),
  };
}
