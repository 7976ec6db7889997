import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { readEmploymentTypes } from "../parsing/employment-type";
import { parseRemoteBoard } from "../parsing/parse-remote-board";
import { plainField } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { type PayReading, readAmountRange, readPayPhrase } from "../parsing/stated-pay";
import { CUT_DESCRIPTION, wholeMarkup } from "../parsing/whole-markup";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { type RemotiveJob, remotiveJob } from "./remotive-schema";

const MAX_PAY_CHARS = 120;
/** What is earned with targets, or on top, is no salary. */
const NOT_SALARY = /\bote\b|on[- ]target|commission|bonus|equity/i;

/** Free words of the employer: pay only where amount, currency and period are all among them. */
function readPay(job: RemotiveJob): PayReading {
  const words = plainField(job.salary, MAX_PAY_CHARS);
  if (words === null || readAmountRange(words) === null) return { salary: null, warning: null };
  if (NOT_SALARY.test(words))
    return { salary: null, warning: "Pay is stated with commission or bonus and is left out." };
  return readPayPhrase(words);
}

function numberIn(url: URL): string | null {
  return /-(\d{3,12})\/?$/.exec(url.pathname)?.[1] ?? null;
}

function readJob(job: RemotiveJob, raw: RawInput): ParseOutcome {
  const title = plainField(job.title);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const url = advertUrl(job.url, "https://remotive.com/");
  const pay = readPay(job);
  const inUrl = url === null ? null : numberIn(new URL(url));
  const { isCut, ...text } = wholeMarkup(job.description ?? "");
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: job.id || (inUrl ?? sha256(url ?? `${title}\n${job.description ?? ""}`)),
    url,
    title,
    company: plainField(job.company_name, 300),
    location: plainField(job.candidate_required_location),
    postedAt: parseStatedDate(job.publication_date),
    validThrough: null,
    employmentType: readEmploymentTypes(job.job_type)[0] ?? null,
    // The board lists remote work only.
    workplace: "remote",
    salary: pay.salary,
    ...text,
    tags: [...new Set(job.tags.flatMap((tag) => plainField(tag, 60) ?? []))],
    lang: null,
    warnings: [],
  };
  const warnings = gapsOf(posting);
  if (isCut) warnings.push(CUT_DESCRIPTION);
  if (pay.warning !== null) warnings.push(pay.warning);
  return { kind: "posting", posting: { ...posting, warnings } };
}

/** Reads an answer of the public API, or an advert's page. */
export function parseRemotive(raw: RawInput): ParseOutcome[] {
  return parseRemoteBoard(raw, { job: remotiveJob, readJob, idOf: numberIn });
}
