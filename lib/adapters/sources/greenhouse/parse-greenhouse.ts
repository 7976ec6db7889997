import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { companyOfTenant, DERIVED_COMPANY, statedCompany } from "../parsing/company-of-tenant";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { decodeEntities, plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { brokenAnswer, readAnswer } from "../parsing/read-answer";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readGreenhouseAddress } from "./greenhouse-address";
import {
  type GreenhouseJob,
  greenhouseAnswer,
  greenhouseError,
  greenhouseJob,
  greenhouseSingle,
} from "./greenhouse-schema";
import { parseGreenhousePage } from "./parse-greenhouse-page";
import { readGreenhousePay } from "./read-greenhouse-pay";

const WORKPLACE_FIELD =
  /location type|work ?place|work(?:ing)? (?:type|model|mode|style|arrangement|location|setting)|remote/i;
const EMPLOYMENT_FIELD = /employment|job type|contract type|time type|worker type|position type/i;

/** The values of the custom fields whose name fits, as words: a plain "yes" stands for the field's own name. */
function fieldWords(job: GreenhouseJob, name: RegExp): string[] {
  return job.metadata.flatMap((field) => {
    if (!name.test(field.name ?? "")) return [];
    const values = Array.isArray(field.value) ? field.value : [field.value];
    return values.flatMap((value: unknown) => {
      if (value === true || (typeof value === "string" && /^yes$/i.test(value.trim()))) return [field.name ?? ""];
      return typeof value === "string" ? [value] : [];
    });
  });
}

function readLocation(job: GreenhouseJob): string | null {
  const offices = job.offices.flatMap((office) => plainField(office.location) ?? plainField(office.name) ?? []);
  return plainField(job.location?.name) ?? (offices.length > 0 ? [...new Set(offices)].join("; ") : null);
}

/** The content is HTML that was escaped as a whole; some clients unescape it before they save it. */
function readContent(content: string): string {
  return /^\s*&lt;/.test(content) || !content.includes("<") ? decodeEntities(content) : content;
}

function tenantOf(job: GreenhouseJob, raw: RawInput): string | null {
  for (const href of [raw.url, raw.fetchedUrl, job.absolute_url]) {
    const address = href && URL.canParse(href) ? readGreenhouseAddress(new URL(href)) : null;
    if (address !== null) return address.tenant;
  }
  return null;
}

function readCompany(job: GreenhouseJob, raw: RawInput, html: string): { company: string | null; derived: boolean } {
  const stated = plainField(job.company_name, 300) ?? statedCompany(raw);
  if (stated !== null) return { company: stated, derived: false };
  const company = companyOfTenant(tenantOf(job, raw), [html]);
  return { company, derived: company !== null };
}

function readJob(job: GreenhouseJob, raw: RawInput): ParseOutcome {
  const title = plainField(job.title);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const html = readContent(job.content ?? "");
  const { company, derived } = readCompany(job, raw, html);
  const pay = readGreenhousePay(job, html);
  const url = advertUrl(job.absolute_url);
  const firstPublished = parseStatedDate(job.first_published);
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: job.id || sha256(url ?? `${title}\n${html}`),
    url,
    title,
    company,
    location: readLocation(job),
    postedAt: firstPublished ?? parseStatedDate(job.updated_at),
    validThrough: parseStatedDate(job.application_deadline),
    employmentType: readEmploymentTypes(fieldWords(job, EMPLOYMENT_FIELD))[0] ?? null,
    workplace: readWorkplace(fieldWords(job, WORKPLACE_FIELD)),
    salary: pay.salary,
    ...statedText(html),
    tags: [],
    lang:
      /^[a-z]{2}(?:-|$)/i
        .exec(job.language ?? "")?.[0]
        .slice(0, 2)
        .toLowerCase() ?? null,
    warnings: [],
  };
  const warnings = gapsOf(posting);
  if (derived) warnings.push(DERIVED_COMPANY);
  if (firstPublished === null && posting.postedAt !== null)
    warnings.push("postedAt is the day of the last change; the first day is not stated.");
  if (pay.warning !== null) warnings.push(pay.warning);
  return { kind: "posting", posting: { ...posting, warnings } };
}

function readRow(row: unknown, raw: RawInput): ParseOutcome {
  const job = greenhouseJob.safeParse(row);
  return job.success
    ? readJob(job.data, raw)
    : { kind: "rejected", reason: "a row that is not an advert", warnings: [] };
}

function readError(message: string): ParseOutcome {
  return /job not found/i.test(message)
    ? { kind: "page", outcome: "expired", reason: "the board no longer knows this advert" }
    : brokenAnswer(`the server answered "${message.slice(0, 80)}"`);
}

/** Reads an answer of the job board API (a whole board or one advert), or a hosted page of a board or an advert. */
export function parseGreenhouse(raw: RawInput): ParseOutcome[] {
  const answer = readAnswer(raw.body);
  if (answer.kind === "broken") return [answer.outcome];
  if (answer.kind === "page") return parseGreenhousePage(raw);
  const board = greenhouseAnswer.safeParse(answer.value);
  if (board.success) return board.data.jobs.map((row) => readRow(row, raw));
  if (greenhouseSingle.safeParse(answer.value).success) return [readRow(answer.value, raw)];
  const error = greenhouseError.safeParse(answer.value);
  return [error.success ? readError(error.data.error) : brokenAnswer("the answer is not a list of adverts")];
}
