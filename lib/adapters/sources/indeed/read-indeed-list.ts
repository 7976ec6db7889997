import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { plainField } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertUrl, keyOf, NOTHING_STATED, readDataPay, readRemoteWork } from "./indeed-fields";
import { type IndeedCard, indeedCard } from "./indeed-schema";

const ONLY_BEGINNING = "The description is only the beginning that the list shows.";

function withGaps(posting: ParsedPosting): ParseOutcome {
  posting.warnings.push(...gapsOf(posting));
  if (posting.description !== "") posting.warnings.push(ONLY_BEGINNING);
  return { kind: "posting", posting };
}

function jobTypes(card: IndeedCard): string[] {
  const attributes = card.taxonomyAttributes.find((entry) => entry.label === "job-types")?.attributes ?? [];
  return [...card.jobTypes, ...attributes.flatMap((attribute) => attribute.label ?? [])];
}

/** One card of the page's own data. */
export function readDataCard(row: unknown, raw: RawInput, base: string): ParseOutcome {
  const reading = indeedCard.safeParse(row);
  const card = reading.data;
  const title = plainField(card?.displayTitle) ?? plainField(card?.title);
  if (card === undefined || title === null)
    return { kind: "rejected", reason: "a card without a key or a title", warnings: [] };
  const age = card.formattedRelativeTime ?? null;
  const stated = parseStatedDate(card.pubDate ?? card.createDate ?? null);
  const postedAt = stated ?? (age === null ? null : parseRelativeDate(age, raw.now));
  const pay = readDataPay(
    card.extractedSalary === null || card.extractedSalary === undefined
      ? null
      : { min: card.extractedSalary.min, max: card.extractedSalary.max },
    card.salarySnippet?.currency,
    card.extractedSalary?.type,
  );
  return withGaps({
    ...NOTHING_STATED,
    source: raw.sourceId,
    externalId: card.jobkey,
    url: advertUrl(card.jobkey, base),
    title,
    company: plainField(card.company) ?? plainField(card.truncatedCompany),
    location: plainField(card.formattedLocation),
    postedAt,
    employmentType: readEmploymentTypes(jobTypes(card))[0] ?? null,
    workplace: readRemoteWork(card.remoteWorkModel) ?? (card.remoteLocation === true ? "remote" : null),
    salary: pay.salary,
    description: plainField(card.snippet, 3000) ?? "",
    descriptionFormat: "text",
    tags: [],
    warnings: [
      ...(stated === null && postedAt !== null ? [`postedAt is worked out from "${age ?? ""}".`] : []),
      ...(pay.warning === null ? [] : [pay.warning]),
    ],
    ...(card.expired === true ? { closed: true } : {}),
  });
}

/** The cards as they are shown, for pages saved without their data. */
export function shownCards($: PageQuery): PageNodes[] {
  return $(".job_seen_beacon, .cardOutline, .jobsearch-SerpJobCard, .tapItem")
    .toArray()
    .map((node) => $(node))
    .filter((card) => card.parent().closest(".job_seen_beacon, .cardOutline, .tapItem").length === 0);
}

/** One card as it is shown. */
export function readShownCard(card: PageNodes, raw: RawInput, base: string): ParseOutcome {
  const link = card.is("a") ? card : card.find("a[data-jk], h2 a, a.jobtitle").first();
  const key = link.attr("data-jk") ?? card.attr("data-jk") ?? keyOf(link.attr("href"));
  const title = textOf(card.find("h2.jobTitle span[title], h2.jobTitle a, h2 a, a.jobtitle, h2"));
  if (key === null || title === null)
    return { kind: "rejected", reason: "a card without a key or a title", warnings: [] };
  const age = textOf(card.find('[data-testid="myJobsStateDate"], span.date, .date'));
  const postedAt = age === null ? null : parseRelativeDate(age.replace(/^(?:posted|employer)\s*/i, ""), raw.now);
  const location = textOf(card.find('[data-testid="text-location"], .companyLocation, .location'));
  const shown = textOf(card.find(".salary-snippet-container, .salaryText, [class*='salary-snippet']"));
  const pay = readPayPhrase(/estimat/i.test(shown ?? "") ? "" : (shown ?? ""));
  return withGaps({
    ...NOTHING_STATED,
    source: raw.sourceId,
    externalId: key,
    url: advertUrl(key, base),
    title,
    company: textOf(card.find('[data-testid="company-name"], .companyName, span.company')),
    location,
    postedAt,
    employmentType: null,
    workplace: readWorkplace(location),
    salary: pay.salary,
    description: textOf(card.find(".job-snippet, [data-testid='jobsnippet_footer'], div.summary"), 3000) ?? "",
    descriptionFormat: "text",
    warnings: [
      ...(postedAt === null ? [] : [`postedAt is worked out from "${age ?? ""}".`]),
      ...(pay.warning === null ? [] : [pay.warning]),
    ],
  });
}
