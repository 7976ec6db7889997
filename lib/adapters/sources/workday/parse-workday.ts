import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { companyOfTenant, DERIVED_COMPANY, statedCompany } from "../parsing/company-of-tenant";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { parseHostedPage } from "../parsing/parse-hosted-page";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { brokenAnswer, readAnswer } from "../parsing/read-answer";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readWorkdayAddress, requisitionIn, type WorkdayAddress, workdayJobUrl } from "./workday-address";
import {
  type WorkdayDetail,
  type WorkdayRow,
  workdayDetail,
  workdayError,
  workdayRow,
  workdaySearch,
} from "./workday-schema";

/** "3 Locations" counts places and names none. */
const COUNTED_PLACES = /^\d+ \p{L}+$/u;

function addressOf(...urls: (string | null | undefined)[]): WorkdayAddress | null {
  for (const url of urls) {
    const address = url && URL.canParse(url) ? readWorkdayAddress(new URL(url)) : null;
    if (address !== null) return address;
  }
  return null;
}

function postedOf(words: string | null | undefined, now: Date): string | null {
  return words ? parseRelativeDate(words, now) : null;
}

/** `words` are those that the day was worked out from, where it is not stated. */
function finish(posting: ParsedPosting, derived: boolean, words: string | null | undefined): ParseOutcome {
  const warnings = [
    ...gapsOf(posting),
    ...(derived && posting.company !== null ? [DERIVED_COMPANY] : []),
    ...(words && posting.postedAt !== null ? [`postedAt is worked out from "${words}".`] : []),
  ];
  return { kind: "posting", posting: { ...posting, warnings } };
}

const EMPTY = { salary: null, description: "", descriptionFormat: "text", tags: [], lang: null, warnings: [] } as const;

/** The requisition among a row's free fields is the one that its path ends with; a path may number a repeat of it: `RQ1-1`. */
function requisitionOf(row: WorkdayRow): string | null {
  const path = row.externalPath ?? "";
  const fields = row.bulletFields.map((field) => field.trim()).filter((field) => /\d/.test(field));
  const stated = fields.find((field) => {
    const at = path.lastIndexOf(field);
    return at > 0 && /[_/]/.test(path.charAt(at - 1)) && /^(?:-\d{1,3})?$/.test(path.slice(at + field.length));
  });
  return stated ?? requisitionIn(path);
}

function readRow(row: WorkdayRow, raw: RawInput): ParseOutcome {
  const title = plainField(row.title);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const address = addressOf(raw.fetchedUrl, raw.url);
  const path = row.externalPath?.startsWith("/job/") ? row.externalPath : null;
  const url = address === null || path === null ? null : advertUrl(workdayJobUrl(address, path));
  const stated = statedCompany(raw);
  const location = plainField(row.locationsText);
  const posting: ParsedPosting = {
    ...EMPTY,
    tags: [],
    warnings: [],
    source: raw.sourceId,
    externalId: requisitionOf(row) ?? sha256(url ?? path ?? title),
    url,
    title,
    company: stated ?? companyOfTenant(address?.tenant ?? null, []),
    location: COUNTED_PLACES.test(location ?? "") ? null : location,
    postedAt: postedOf(row.postedOn, raw.now),
    validThrough: null,
    employmentType: readEmploymentTypes(row.timeType)[0] ?? null,
    workplace: readWorkplace(row.remoteType),
  };
  return finish(posting, stated === null, row.postedOn);
}

function readLocation({ jobPostingInfo: info }: WorkdayDetail): string | null {
  const places = [info.location, ...info.additionalLocations].flatMap((place) => plainField(place) ?? []);
  if (places.length > 0) return [...new Set(places)].join("; ");
  return plainField(info.jobRequisitionLocation) ?? plainField(info.country);
}

/** The address under which the crawl knows the advert, else the one that it states. */
function readUrl(stated: string | null | undefined, raw: RawInput): string | null {
  const fetched = addressOf(raw.fetchedUrl);
  if (fetched?.jobPath) return workdayJobUrl(fetched, fetched.jobPath);
  const url = advertUrl(stated);
  if (url !== null) return url;
  const given = addressOf(raw.url);
  return given?.jobPath ? workdayJobUrl(given, given.jobPath) : null;
}

function readDetail(detail: WorkdayDetail, raw: RawInput): ParseOutcome {
  const { jobPostingInfo: info, hiringOrganization } = detail;
  const title = plainField(info.title);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const url = readUrl(info.externalUrl, raw);
  const stated = plainField(hiringOrganization?.name, 300) ?? statedCompany(raw);
  const inPath = requisitionIn(info.jobPostingId ?? "");
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: info.jobReqId || inPath || info.id || sha256(url ?? `${title}\n${info.jobDescription ?? ""}`),
    url,
    title,
    company:
      stated ?? companyOfTenant(addressOf(raw.fetchedUrl, raw.url, url)?.tenant ?? null, [info.jobDescription ?? ""]),
    location: readLocation(detail),
    postedAt: parseStatedDate(info.startDate) ?? postedOf(info.postedOn, raw.now),
    validThrough: parseStatedDate(info.endDate),
    employmentType: readEmploymentTypes(info.timeType)[0] ?? null,
    workplace: readWorkplace(info.remoteType),
    salary: null,
    ...statedText(info.jobDescription ?? ""),
    tags: [],
    lang: null,
    warnings: [],
  };
  const words = parseStatedDate(info.startDate) === null ? info.postedOn : null;
  return finish(info.posted === false ? { ...posting, closed: true } : posting, stated === null, words);
}

function parsePage(raw: RawInput): ParseOutcome[] {
  return parseHostedPage(raw, {
    // The page names the requisition itself; only a page that does not gets its number from the address.
    idOf: (url, statedId) =>
      /^[0-9a-f]{64}$/.test(statedId) ? requisitionIn(readWorkdayAddress(url)?.jobPath ?? "") : null,
    stableUrl: (url) => {
      const address = readWorkdayAddress(url);
      return address?.jobPath ? workdayJobUrl(address, address.jobPath) : url.href;
    },
  });
}

function readOther(value: unknown): ParseOutcome {
  const error = workdayError.safeParse(value);
  if (!error.success || (!error.data.errorCode && !error.data.httpStatus))
    return brokenAnswer("the answer is neither a search nor an advert");
  const { errorCode, httpStatus } = error.data;
  return httpStatus === 404 || httpStatus === 410
    ? { kind: "page", outcome: "expired", reason: "the server no longer knows this advert" }
    : brokenAnswer(`the server answered with the error ${(errorCode ?? String(httpStatus)).slice(0, 40)}`);
}

/** Reads the answer of a site's search or for one advert, or an advert's page. */
export function parseWorkday(raw: RawInput): ParseOutcome[] {
  const answer = readAnswer(raw.body);
  if (answer.kind === "broken") return [answer.outcome];
  if (answer.kind === "page") return parsePage(raw);
  const detail = workdayDetail.safeParse(answer.value);
  if (detail.success) return [readDetail(detail.data, raw)];
  const search = workdaySearch.safeParse(answer.value);
  if (!search.success) return [readOther(answer.value)];
  return search.data.jobPostings.map((value) => {
    const row = workdayRow.safeParse(value);
    return row.success
      ? readRow(row.data, raw)
      : { kind: "rejected", reason: "a row that is not an advert", warnings: [] };
  });
}
