import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { readEmploymentTypes } from "../parsing/employment-type";
import { parseRemoteBoard } from "../parsing/parse-remote-board";
import { plainField } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { type PayReading, readCurrency, readPayPeriod, toSalary } from "../parsing/stated-pay";
import { CUT_DESCRIPTION, wholeMarkup } from "../parsing/whole-markup";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { type JobicyJob, jobicyJob } from "./jobicy-schema";

function rangeOf(...ends: (number | null | undefined)[]): { min: number; max: number } | null {
  const stated = ends.filter((end) => typeof end === "number").filter((end) => end > 0);
  return stated.length === 0 ? null : { min: Math.min(...stated), max: Math.max(...stated) };
}

function readPay(job: JobicyJob): PayReading {
  const currency = readCurrency(job.salaryCurrency);
  const stated = rangeOf(job.salaryMin, job.salaryMax);
  if (stated !== null) return toSalary(stated, currency, readPayPeriod(job.salaryPeriod));
  return toSalary(rangeOf(job.annualSalaryMin, job.annualSalaryMax), currency, "year");
}

function readLocation(geo: JobicyJob["jobGeo"]): string | null {
  return plainField(geo.join(", "))?.replace(/\s+,/g, ",") ?? null;
}

/** Addresses begin with the advert's number: `/jobs/145880-senior-…`. */
function numberIn(url: URL): string | null {
  return /^\/jobs\/(\d{1,12})(?:-|\/|$)/.exec(url.pathname)?.[1] ?? null;
}

function readJob(job: JobicyJob, raw: RawInput): ParseOutcome {
  const title = plainField(job.jobTitle);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const url = advertUrl(job.url, "https://jobicy.com/");
  const pay = readPay(job);
  const types = readEmploymentTypes(job.jobType);
  const inUrl = url === null ? null : numberIn(new URL(url));
  const { isCut, ...text } = wholeMarkup(job.jobDescription || (job.jobExcerpt ?? ""));
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: job.id || (inUrl ?? sha256(url ?? `${title}\n${job.jobDescription ?? ""}`)),
    url,
    title,
    company: plainField(job.companyName, 300),
    location: readLocation(job.jobGeo),
    postedAt: parseStatedDate(job.pubDate),
    validThrough: null,
    employmentType: types[0] ?? null,
    // The board lists remote work only.
    workplace: "remote",
    salary: pay.salary,
    ...text,
    tags: [],
    lang: null,
    warnings: [],
  };
  const warnings = gapsOf(posting);
  if (isCut) warnings.push(CUT_DESCRIPTION);
  if (!job.jobDescription && job.jobExcerpt) warnings.push("description is an excerpt.");
  if (types.length > 1) warnings.push(`Several employment types are stated (${types.join(", ")}); the first is kept.`);
  if (pay.warning !== null) warnings.push(pay.warning);
  return { kind: "posting", posting: { ...posting, warnings } };
}

/** Reads an answer of the public API, or an advert's page. */
export function parseJobicy(raw: RawInput): ParseOutcome[] {
  return parseRemoteBoard(raw, { job: jobicyJob, readJob, idOf: numberIn });
}
