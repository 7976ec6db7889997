import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readEmploymentTypes } from "../parsing/employment-type";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertUrl, slugOf, WWR_BASE } from "./weworkremotely-url";

const ROW = "section.jobs li, li.new-listing-container, li.feature";
const TITLE = ".title, .new-listing__header__title";
const COMPANY = ".company, .new-listing__company-name";
const REGION = ".region, .new-listing__company-headquarters";
const LABELS = ".new-listing__categories__category, .company";
const PLACE_LABEL = /anywhere|\bonly\b|america|europe|emea|apac|latam|asia|africa|oceania/i;

function linkOf(row: PageNodes, base: string): string | null {
  const links = row.find("a[href]");
  for (let index = 0; index < links.length; index += 1) {
    const url = advertUrl(links.eq(index).attr("href"), base);
    if (url !== null) return url;
  }
  return null;
}

/** The rows of a list that lead to adverts, in order. */
export function listRows($: PageQuery, base: string): { row: PageNodes; url: string }[] {
  const rows = $(ROW)
    .toArray()
    .flatMap((node) => {
      const url = linkOf($(node), base);
      return url === null ? [] : [{ row: $(node), url }];
    });
  return rows.filter((entry, index) => rows.findIndex((other) => other.url === entry.url) === index);
}

function readPostedAt(row: PageNodes, now: Date): { postedAt: string | null; doubts: string[] } {
  const stated = parseStatedDate(row.find("time[datetime]").attr("datetime"));
  const words = textOf(row.find('[class*="__date"], .date'));
  const postedAt = stated ?? (words === null ? null : parseRelativeDate(words, now));
  return {
    postedAt,
    doubts: stated === null && postedAt !== null ? [`postedAt is worked out from "${words ?? ""}".`] : [],
  };
}

/** What one row of a list states of its advert. */
export function readRow({ row, url }: { row: PageNodes; url: string }, raw: RawInput): ParseOutcome {
  const title = textOf(row.find(TITLE));
  if (title === null) return { kind: "rejected", reason: "a row without a title", warnings: [] };
  const labels = textsOf(row.find(LABELS), 100);
  const { postedAt, doubts } = readPostedAt(row, raw.now);
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: slugOf(url) ?? url,
    url,
    title,
    company: textOf(row.find(COMPANY)),
    location: textOf(row.find(REGION)) ?? labels.slice(1).find((label) => PLACE_LABEL.test(label)) ?? null,
    postedAt,
    validThrough: null,
    employmentType: labels.slice(1).flatMap((label) => readEmploymentTypes(label))[0] ?? null,
    workplace: "remote",
    salary: null,
    description: "",
    descriptionFormat: "text",
    tags: [],
    lang: null,
    warnings: doubts,
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}

/** The base against which a page's links are read. */
export function baseOf(raw: RawInput): string {
  return raw.url ?? raw.fetchedUrl ?? WWR_BASE;
}
