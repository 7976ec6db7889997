import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { PayPeriod } from "@/lib/core/postings/posting-fields";
import { advertUrl } from "../parsing/advert-url";
import { companyOfTenant, DERIVED_COMPANY, statedCompany } from "../parsing/company-of-tenant";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { brokenAnswer, readAnswer } from "../parsing/read-answer";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { type PayReading, readCurrency, toSalary } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { leverJobUrl, readLeverAddress } from "./lever-address";
import { leverError, type LeverPosting, leverPosting } from "./lever-schema";
import { parseLeverPage } from "./parse-lever-page";

const PERIODS: readonly [RegExp, PayPeriod][] = [
  [/^per-hour/, "hour"],
  [/^per-day/, "day"],
  [/^per-week/, "week"],
  [/^per-month/, "month"],
  [/^per-year/, "year"],
];

type Company = { name: string | null; derived: boolean };

function readPay({ salaryRange: range }: LeverPosting): PayReading {
  const ends = [range?.min, range?.max].filter((end) => typeof end === "number").filter((end) => end > 0);
  if (ends.length === 0) return toSalary(null, null, null);
  const interval = range?.interval?.toLowerCase() ?? "";
  const period = PERIODS.find(([pattern]) => pattern.test(interval))?.[1] ?? null;
  return toSalary({ min: Math.min(...ends), max: Math.max(...ends) }, readCurrency(range?.currency), period);
}

function readLocation({ categories }: LeverPosting): string | null {
  const places = [categories?.location, ...(categories?.allLocations ?? [])].flatMap(
    (place) => plainField(place) ?? [],
  );
  return places.length === 0 ? null : [...new Set(places)].join("; ");
}

/** Lists are bare `li` elements under a heading that stands beside them. */
function readList(list: LeverPosting["lists"][number]): string {
  const content = (list.content ?? "").trim();
  const items = /<li\b/i.test(content) && !/<[uo]l\b/i.test(content) ? `<ul>${content}</ul>` : content;
  return `${list.text ? `<h3>${list.text}</h3>` : ""}${items}`;
}

/** The advert as its page shows it: opening and body, the lists, what is said of pay, the closing. */
function readDescription(posting: LeverPosting): Pick<ParsedPosting, "description" | "descriptionFormat"> {
  const body = posting.description || `${posting.opening ?? ""}${posting.descriptionBody ?? ""}`;
  const parts = [body, ...posting.lists.map(readList), posting.salaryDescription ?? "", posting.additional ?? ""];
  const html = parts.filter((part) => part.trim() !== "").join("\n");
  if (html !== "") return statedText(html);
  const plain = [posting.descriptionPlain, posting.additionalPlain].filter((part) => part).join("\n\n");
  return { description: plain, descriptionFormat: "text" };
}

function readUrl(posting: LeverPosting, raw: RawInput): string | null {
  const stated = advertUrl(posting.hostedUrl) ?? advertUrl(posting.applyUrl)?.replace(/\/apply\/?$/, "") ?? null;
  if (stated !== null) return stated;
  const board = raw.url ?? raw.fetchedUrl;
  const address = board && URL.canParse(board) ? readLeverAddress(new URL(board)) : null;
  return address !== null && posting.id ? leverJobUrl(address, posting.id) : null;
}

function readPosting(advert: LeverPosting, raw: RawInput, company: Company): ParseOutcome {
  const title = plainField(advert.text);
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const url = readUrl(advert, raw);
  const pay = readPay(advert);
  const text = readDescription(advert);
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: advert.id || sha256(url ?? `${title}\n${text.description}`),
    url,
    title,
    company: company.name,
    location: readLocation(advert),
    postedAt: parseStatedDate(advert.createdAt),
    validThrough: null,
    employmentType: readEmploymentTypes(advert.categories?.commitment)[0] ?? null,
    workplace: readWorkplace(advert.workplaceType),
    salary: pay.salary,
    ...text,
    tags: [],
    lang: null,
    warnings: [],
  };
  const warnings = gapsOf(posting);
  if (company.derived && company.name !== null) warnings.push(DERIVED_COMPANY);
  if (pay.warning !== null) warnings.push(pay.warning);
  return { kind: "posting", posting: { ...posting, warnings } };
}

function companyOf(adverts: readonly LeverPosting[], raw: RawInput): Company {
  const stated = statedCompany(raw);
  if (stated !== null) return { name: stated, derived: false };
  const urls = [
    raw.url,
    raw.fetchedUrl,
    ...adverts.slice(0, 5).flatMap((advert) => [advert.hostedUrl, advert.applyUrl]),
  ];
  const tenants = urls.flatMap((url) =>
    url && URL.canParse(url) ? (readLeverAddress(new URL(url))?.tenant ?? []) : [],
  );
  const texts = adverts.map(
    (advert) => `${advert.descriptionPlain ?? advert.description ?? ""}\n${advert.additionalPlain ?? ""}`,
  );
  return { name: companyOfTenant(tenants[0] ?? null, texts), derived: true };
}

function readRows(rows: readonly unknown[], raw: RawInput): ParseOutcome[] {
  const readings = rows.map((row) => leverPosting.safeParse(row));
  const company = companyOf(
    readings.flatMap((reading) => (reading.success ? [reading.data] : [])),
    raw,
  );
  return readings.map((reading) =>
    reading.success
      ? readPosting(reading.data, raw, company)
      : { kind: "rejected", reason: "a row that is not an advert", warnings: [] },
  );
}

/** Reads an answer of the postings API (a board or one advert), or a hosted page of a board or an advert. */
export function parseLever(raw: RawInput): ParseOutcome[] {
  const answer = readAnswer(raw.body);
  if (answer.kind === "broken") return [answer.outcome];
  if (answer.kind === "page") return parseLeverPage(raw);
  if (Array.isArray(answer.value)) return readRows(answer.value, raw);
  const error = leverError.safeParse(answer.value);
  if (error.success)
    return [{ kind: "page", outcome: "expired", reason: "the server no longer knows this advert or board" }];
  const single = leverPosting.safeParse(answer.value);
  if (single.success && single.data.id && single.data.text) return readRows([answer.value], raw);
  return [brokenAnswer("the answer is not a list of adverts")];
}
