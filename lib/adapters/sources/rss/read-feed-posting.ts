import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { type FeedItem, parseFeedDate } from "../parsing/read-feed";
import { readAmountRange, readCurrency, readPayPeriod, toSalary } from "../parsing/stated-pay";
import type { ParseOutcome } from "../source-adapter";
import type { Channel } from "./read-channel";
import type { RssParams } from "./rss-params";
import { splitTitle, withoutCompany } from "./title-pattern";

export type FeedPlace = { source: string; base: string | null; channel: Channel; params: RssParams };

type Field = keyof RssParams["fields"];

/** Where job feeds put what plain RSS has no element for. */
const USUAL: Record<Field, readonly string[]> = {
  externalId: ["job_listing:id", "g:id"],
  title: [],
  company: [
    "job_listing:company",
    "company",
    "company_name",
    "companyname",
    "employer",
    "g:employer",
    "g:company",
    "job:company",
  ],
  location: ["job_listing:location", "location", "job:location", "g:location", "region"],
  postedAt: [],
  validThrough: [
    "g:expiration_date",
    "expirationdate",
    "expiration_date",
    "expires_at",
    "expires",
    "job_listing:expires",
    "validthrough",
  ],
  employmentType: [
    "job_listing:job_type",
    "job_type",
    "jobtype",
    "g:job_type",
    "employmenttype",
    "employment_type",
    "type",
  ],
  workplace: ["workplace", "remote", "remotetype"],
  salary: ["job_listing:salary", "salary", "g:salary", "compensation"],
  description: [],
  tags: ["skills", "keywords", "media:keywords"],
  lang: ["dc:language", "language"],
};
/** Whoever presses the button in the feed's software is no employer. */
const NO_EMPLOYER =
  /^(admin|administrator|administrador|editor|webmaster|root|jobs?|empleos?|noreply|no-reply|author|team|staff|hr)$|@/i;
const MAX_COMPANY_CHARS = 80;
const MAX_TAGS = 60;

function stated(item: FeedItem, field: Field, { params }: FeedPlace, maxLength = 500): string | null {
  for (const name of [...(params.fields[field] ?? []), ...USUAL[field]]) {
    const value = plainField(item.extra[name], maxLength);
    if (value !== null) return value;
  }
  return null;
}

function readEmployer(item: FeedItem, place: FeedPlace): string | null {
  const element = stated(item, "company", place, 300) ?? place.params.constants.company ?? null;
  if (element !== null) return element;
  const author = plainField(item.author, MAX_COMPANY_CHARS);
  const isChannel = author !== null && author.toLowerCase() === place.channel.title?.toLowerCase();
  return author === null || isChannel || NO_EMPLOYER.test(author) ? null : author;
}

type Heading = { title: string; company: string | null; place: string | null; warnings: string[] };

/** The title with what else it carries; only a company that no element states is taken from it, with a warning. */
function readHeading(heading: string, company: string | null, place: FeedPlace): Heading {
  const whole = { title: heading, company, place: null, warnings: [] };
  if (company !== null) return { ...whole, title: withoutCompany(heading, company) };
  for (const pattern of place.params.titlePatterns) {
    const parts = splitTitle(heading, pattern);
    if (parts === null || (parts.company ?? "").length > MAX_COMPANY_CHARS) continue;
    const read = parts.company === null ? "place is" : "company is";
    return { ...parts, warnings: [`The ${read} read from the title.`] };
  }
  return whole;
}

function readLocation(item: FeedItem, place: FeedPlace): string | null {
  const line = stated(item, "location", place, 300);
  if (line !== null) return line;
  const parts = [item.extra.city, item.extra.state ?? item.extra.province, item.extra.country]
    .map((part) => plainField(part, 100))
    .filter((part) => part !== null);
  return parts.length === 0 ? null : [...new Set(parts)].join(", ");
}

function readPay(item: FeedItem, place: FeedPlace) {
  const phrase = stated(item, "salary", place) ?? "";
  const { currency = null, period = null } = place.params.constants;
  return toSalary(readAmountRange(phrase), readCurrency(phrase) ?? currency, readPayPeriod(phrase) ?? period);
}

function readTags(item: FeedItem, place: FeedPlace): string[] {
  const listed = (stated(item, "tags", place, 2000) ?? "").split(/[,;|]/);
  return [...new Set([...item.categories, ...listed].flatMap((tag) => plainField(tag, 60) ?? []))].slice(0, MAX_TAGS);
}

function readPlaceOfWork(item: FeedItem, place: FeedPlace): ParsedPosting["workplace"] {
  const word = stated(item, "workplace", place, 100);
  if (word === null) return place.params.constants.workplace ?? null;
  return /^(true|yes|s[ií]|1)$/i.test(word) ? "remote" : readWorkplace(word);
}

function languageOf(item: FeedItem, place: FeedPlace): string | null {
  const word = stated(item, "lang", place, 20) ?? place.params.constants.lang ?? place.channel.lang ?? "";
  return /^([a-z]{2})(?:[-_].*)?$/i.exec(word.trim())?.[1]?.toLowerCase() ?? null;
}

function readDates(item: FeedItem, place: FeedPlace) {
  const posted = stated(item, "postedAt", place);
  return {
    postedAt: (posted === null ? null : parseFeedDate(posted)) ?? item.publishedAt,
    validThrough: parseFeedDate(stated(item, "validThrough", place)),
  };
}

/** Reads one item of a feed as an advert: mapped elements first, then those that job feeds use, then the title's parts. */
export function readFeedPosting(item: FeedItem, place: FeedPlace): ParseOutcome {
  const heading = stated(item, "title", place) ?? plainField(item.title);
  if (heading === null) return { kind: "rejected", reason: "an item without a title", warnings: [] };
  const employer = readEmployer(item, place);
  const parts = readHeading(heading, employer, place);
  const { constants, fields } = place.params;
  const url = advertUrl(item.link, place.base) ?? advertUrl(item.guid, null);
  const body =
    fields.description === undefined ? item.content : (stated(item, "description", place, 200_000) ?? item.content);
  const types = readEmploymentTypes(stated(item, "employmentType", place));
  const pay = readPay(item, place);
  const posting: ParsedPosting = {
    source: place.source,
    externalId: stated(item, "externalId", place, 300) ?? item.guid ?? sha256(url ?? `${heading}\n${body}`),
    url,
    title: parts.title,
    company: parts.company,
    location: readLocation(item, place) ?? parts.place ?? constants.location ?? null,
    ...readDates(item, place),
    employmentType: types[0] ?? constants.employmentType ?? null,
    workplace: readPlaceOfWork(item, place),
    salary: pay.salary,
    ...statedText(body),
    tags: readTags(item, place),
    lang: languageOf(item, place),
    warnings: [...parts.warnings, ...(pay.warning === null ? [] : [pay.warning])],
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
