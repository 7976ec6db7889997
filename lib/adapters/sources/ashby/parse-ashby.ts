import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readPlaces } from "../jsonld/read-place";
import { advertUrl } from "../parsing/advert-url";
import { companyOfTenant, DERIVED_COMPANY, statedCompany } from "../parsing/company-of-tenant";
import { embeddedJson } from "../parsing/embedded-json";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { parseHostedPage } from "../parsing/parse-hosted-page";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { brokenAnswer, readAnswer } from "../parsing/read-answer";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { ashbyJobUrl, readAshbyAddress } from "./ashby-address";
import { type AshbyJob, ashbyAnswer, ashbyJob, ashbyPage } from "./ashby-schema";
import { readAshbyPay } from "./read-ashby-pay";

/** What holds for every advert of one answer or page. */
type Board = { tenant: string | null; company: string | null; derived: boolean };

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}

function readLocation(job: AshbyJob): string | null {
  const first =
    plainField(job.location) ?? plainField(job.locationName) ?? readPlaces({ address: job.address?.postalAddress });
  const others = job.secondaryLocations.map(
    (place) =>
      plainField(place.location) ??
      plainField(place.locationName) ??
      readPlaces({ address: place.address?.postalAddress }),
  );
  const places = distinct([first, ...others]);
  return places.length === 0 ? null : places.join("; ");
}

function readUrl(job: AshbyJob, tenant: string | null): string | null {
  const stated = advertUrl(job.jobUrl) ?? advertUrl(job.applyUrl)?.replace(/\/application\/?$/, "") ?? null;
  return stated ?? (tenant !== null && job.id ? ashbyJobUrl(tenant, job.id) : null);
}

function readDescription(job: AshbyJob): Pick<ParsedPosting, "description" | "descriptionFormat"> {
  if (job.descriptionHtml) return statedText(job.descriptionHtml);
  return { description: job.descriptionPlain ?? job.descriptionPlainText ?? "", descriptionFormat: "text" };
}

function readJob(job: AshbyJob, raw: RawInput, board: Board): ParseOutcome {
  const title = plainField(job.title);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  if (job.isListed === false)
    return { kind: "rejected", reason: "an advert that the employer keeps off its board", warnings: [] };
  const url = readUrl(job, board.tenant);
  const pay = readAshbyPay(job);
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: job.id || sha256(url ?? `${title}\n${job.descriptionPlain ?? job.descriptionHtml ?? ""}`),
    url,
    title,
    company: board.company,
    location: readLocation(job),
    postedAt: parseStatedDate(job.publishedAt) ?? parseStatedDate(job.publishedDate),
    validThrough: parseStatedDate(job.applicationDeadline),
    employmentType: readEmploymentTypes(job.employmentType)[0] ?? null,
    workplace: readWorkplace(job.workplaceType) ?? (job.isRemote === true ? "remote" : null),
    salary: pay.salary,
    ...readDescription(job),
    tags: [],
    lang: null,
    warnings: [],
  };
  const warnings = gapsOf(posting);
  if (board.derived && board.company !== null) warnings.push(DERIVED_COMPANY);
  if (pay.warning !== null) warnings.push(pay.warning);
  return { kind: "posting", posting: { ...posting, warnings } };
}

function readRows(rows: readonly unknown[], raw: RawInput, boardOf: (jobs: AshbyJob[]) => Board): ParseOutcome[] {
  const readings = rows.map((row) => ashbyJob.safeParse(row));
  const board = boardOf(readings.flatMap((reading) => (reading.success ? [reading.data] : [])));
  return readings.map((reading) =>
    reading.success
      ? readJob(reading.data, raw, board)
      : { kind: "rejected", reason: "a row that is not an advert", warnings: [] },
  );
}

function tenantOf(urls: readonly (string | null | undefined)[]): string | null {
  for (const url of urls) {
    const address = url && URL.canParse(url) ? readAshbyAddress(new URL(url)) : null;
    if (address !== null) return address.tenant;
  }
  return null;
}

function boardOfApi(jobs: readonly AshbyJob[], raw: RawInput): Board {
  const tenant = tenantOf([raw.url, raw.fetchedUrl, ...jobs.slice(0, 5).flatMap((job) => [job.jobUrl, job.applyUrl])]);
  const stated = statedCompany(raw);
  if (stated !== null) return { tenant, company: stated, derived: false };
  const texts = jobs.map((job) => job.descriptionPlain ?? job.descriptionHtml ?? "");
  return { tenant, company: companyOfTenant(tenant, texts), derived: true };
}

/** A hosted page: an advert's JSON-LD, else the data that the page's own script starts from. */
function parsePage(raw: RawInput): ParseOutcome[] {
  const outcomes = parseHostedPage(raw, {
    idOf: (url) => readAshbyAddress(url)?.jobId ?? null,
    stableUrl: (url) => {
      const address = readAshbyAddress(url);
      return address?.jobId ? ashbyJobUrl(address.tenant, address.jobId) : url.href;
    },
  });
  if (outcomes.some((outcome) => outcome.kind === "posting")) return outcomes;
  const data = ashbyPage.safeParse(embeddedJson(raw.body, "window.__appData"));
  if (!data.success) return outcomes;
  const { organization, jobBoard, posting } = data.data;
  const company = plainField(organization?.name) ?? statedCompany(raw);
  const tenant = tenantOf([raw.url, raw.fetchedUrl]) ?? organization?.hostedJobsPageSlug ?? null;
  const board: Board = { tenant, company: company ?? companyOfTenant(tenant, []), derived: company === null };
  if (posting) return readRows([posting], raw, () => board);
  if (jobBoard) return readRows(jobBoard.jobPostings, raw, () => board);
  return [{ kind: "page", outcome: "expired", reason: "the page names no advert any more" }];
}

/** Reads an answer of the posting API, or a hosted page of a board or an advert. */
export function parseAshby(raw: RawInput): ParseOutcome[] {
  const answer = readAnswer(raw.body);
  if (answer.kind === "broken") return [answer.outcome];
  if (answer.kind === "page") return parsePage(raw);
  const reading = ashbyAnswer.safeParse(answer.value);
  if (!reading.success) return [brokenAnswer("the answer is not a list of adverts")];
  return readRows(reading.data.jobs, raw, (jobs) => boardOfApi(jobs, raw));
}
