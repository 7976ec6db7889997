import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readWorkplace } from "../parsing/employment-type";
import { type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf, advertUrl, idOfUrn, LINKEDIN_BASE } from "./linkedin-url";

const CARD =
  '[data-entity-urn*="jobPosting:"], .job-search-card, .base-search-card, .job-result-card, .base-card, .result-card';
const TITLE =
  '.base-search-card__title, .base-main-card__title, .job-result-card__title, .result-card__title, h3, .sr-only, .screen-reader-text, [class*="card__full-link"]';
const COMPANY =
  '.base-search-card__subtitle, .base-main-card__subtitle, .job-result-card__subtitle, .result-card__subtitle, h4, a[href*="/company/"]';
const LOCATION = '.job-search-card__location, .job-result-card__location, [class*="card__location"]';
const SNIPPET = '.job-search-card__snippet, .job-result-card__snippet, [class*="card__snippet"]';

/** The cards of a list or fragment, in order; a card inside a card is the same advert. */
export function listCards($: PageQuery): PageNodes[] {
  const found = $(CARD).toArray();
  return found.map((node) => $(node)).filter((card) => card.parent().closest(CARD).length === 0);
}

function linkOf(card: PageNodes): string | undefined {
  return card.is("a") ? card.attr("href") : card.find('a[href*="/jobs/view/"]').first().attr("href");
}

/** The id of the advert that a card shows. */
export function cardId(card: PageNodes, base: string): string | null {
  const urn = card.attr("data-entity-urn") ?? card.find('[data-entity-urn*="jobPosting:"]').attr("data-entity-urn");
  return idOfUrn(urn) ?? advertIdOf(advertUrl(linkOf(card), base));
}

function readDate(card: PageNodes, now: Date): { postedAt: string | null; doubts: string[] } {
  const time = card.find("time");
  const stated = parseStatedDate(time.first().attr("datetime"));
  if (stated !== null) return { postedAt: stated, doubts: [] };
  const words = textOf(time) ?? textOf(card.find('[class*="listdate"]'));
  const postedAt = words === null ? null : parseRelativeDate(words, now);
  return { postedAt, doubts: postedAt === null ? [] : [`postedAt is worked out from "${words ?? ""}".`] };
}

/** What one card of a list states of its advert. */
export function readCard(card: PageNodes, raw: RawInput): ParseOutcome {
  const base = raw.url ?? raw.fetchedUrl ?? LINKEDIN_BASE;
  const title = textOf(card.find(TITLE));
  if (title === null) return { kind: "rejected", reason: "a card without a title", warnings: [] };
  const id = cardId(card, base);
  const url = advertUrl(linkOf(card), base) ?? (id === null ? null : advertUrl(`/jobs/view/${id}`, LINKEDIN_BASE));
  const company = textOf(card.find(COMPANY)) ?? (card.find("img[alt]").first().attr("alt")?.trim() || null);
  const location = textOf(card.find(LOCATION));
  const description = textOf(card.find(SNIPPET), 2000) ?? "";
  const { postedAt, doubts } = readDate(card, raw.now);
  const pay = readPayPhrase(textOf(card.find('[class*="salary-info"]')) ?? "");
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: id ?? sha256(url ?? `${title}\n${company ?? ""}\n${location ?? ""}`),
    url,
    title,
    company,
    location,
    postedAt,
    validThrough: null,
    employmentType: null,
    workplace: readWorkplace(/\(([^()]{3,20})\)\s*$/.exec(location ?? "")?.[1]),
    salary: pay.salary,
    description,
    descriptionFormat: "text",
    tags: [],
    lang: null,
    warnings: [...doubts, ...(pay.warning === null ? [] : [pay.warning])],
  };
  posting.warnings.push(...gapsOf(posting));
  if (description !== "") posting.warnings.push("The description is only the beginning that the list shows.");
  return { kind: "posting", posting };
}
