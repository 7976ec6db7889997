import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { Salary } from "@/lib/core/postings/posting-fields";
import { findNodes } from "../jsonld/json-node";
import { readPage } from "../jsonld/read-page";
import { readJobPosting } from "../jsonld/read-job-posting";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { markupOf, type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf, advertUrl, idOfUrn, LINKEDIN_BASE } from "./linkedin-url";

export const TOP_CARD = ".top-card-layout, .topcard, .job-details-jobs-unified-top-card__container--two-pane";
const TITLE = ".top-card-layout__title, .topcard__title, .jobs-unified-top-card__job-title";
const COMPANY =
  '.topcard__org-name-link, .topcard__flavor a[href*="/company/"], .topcard__flavor:not(.topcard__flavor--bullet)';
const DESCRIPTION = [".show-more-less-html__markup", ".description__text", ".jobs-description__content"];
const CRITERIA = ".description__job-criteria-item, .job-criteria__item";
const CLOSED = '.closed-job, [class*="closed-job__"]';
export const CLOSED_WORDS =
  /no longer accepting applications|ya no (?:se )?acepta[n]? (?:solicitudes|postulaciones)|nimmt keine bewerbungen/i;
const SENIORITY_HEADING = /seniority|antig[uü]edad|n[ií]vel|experien|senior|karriere|hiérarchi|úroveň/i;
const TYPE_HEADING = /employment|empleo|emprego|contrat|tipo|druh|beschäftigung/i;
const WORKPLACE_HEADING = /workplace|work ?place|modalidad|ubicaci[oó]n/i;

type Criterion = { heading: string; value: string };

/** Whether the page shows that its own advert takes no more applications; adverts beside it do not count. */
export function isClosed($: PageQuery): boolean {
  const card = $(TOP_CARD).first();
  return card.find(CLOSED).length > 0 || CLOSED_WORDS.test(textsOf(card.find("figcaption, [role=alert]")).join(" "));
}

export function hasAdvert($: PageQuery): boolean {
  return textOf($(TITLE)) !== null;
}

/** The page's own JobPosting data; adverts beside it have none. */
export function hasData(body: string): boolean {
  return readPage(body).blocks.some((block) => findNodes(block, "JobPosting").length > 0);
}

function readCriteria($: PageQuery): Criterion[] {
  return $(CRITERIA)
    .toArray()
    .slice(0, 20)
    .flatMap((node) => {
      const heading = textOf($(node).find('[class*="criteria-subheader"], [class*="criteria__subheader"], h3'));
      const values = textsOf($(node).find('[class*="criteria-text"], [class*="criteria__text"]'));
      return values.length === 0 ? [] : [{ heading: heading ?? "", value: values.join(", ") }];
    });
}

/** The heading names a criterion; in a language that is not known, its usual place does. */
function criterion(criteria: readonly Criterion[], heading: RegExp, place: number | null): string | null {
  const named = criteria.find((entry) => heading.test(entry.heading));
  return (named ?? (place === null ? undefined : criteria[place]))?.value ?? null;
}

/** Sections that name the currency by "$" alone mean US dollars where the page is in US English; elsewhere it is one of many. */
function readPay(card: PageNodes, $: PageQuery): { salary: Salary | null; doubts: string[] } {
  const section = $('.compensation__salary-range, .compensation, [class*="compensation__"]').first();
  const phrase = textOf(section.find('[class*="salary"]')) ?? textOf(card.find('[class*="salary"]'));
  if (phrase === null) return { salary: null, doubts: [] };
  if (/estimat/i.test(textOf(section, 2000) ?? ""))
    return { salary: null, doubts: ["Pay is the board's own estimate and is left out."] };
  const isUs = /^en[_-]US/i.test($('meta[name="locale"]').attr("content") ?? "");
  const pay = readPayPhrase(phrase, isUs && /(^|[^A-Z])\$/.test(phrase) ? "USD" : null);
  return { salary: pay.salary, doubts: pay.warning === null ? [] : [pay.warning] };
}

function hiddenId($: PageQuery): string | null {
  const code = $("code#jobId, code#decoratedJobPostingId").first().html() ?? "";
  return /(\d{6,20})/.exec(code)?.[1] ?? null;
}

type Identity = { id: string | null; url: string | null };

function readIdentity($: PageQuery, raw: RawInput): Identity {
  const base = raw.url ?? raw.fetchedUrl ?? LINKEDIN_BASE;
  const hrefs = [
    raw.url,
    $('link[rel="canonical"]').attr("href"),
    $('meta[property="og:url"]').attr("content"),
    $(TITLE).first().closest("a").attr("href"),
    $('meta[property="lnkd:url"]').attr("content"),
    raw.fetchedUrl,
  ];
  const url = hrefs.flatMap((href) => advertUrl(href, base) ?? [])[0] ?? null;
  const urn = $('[data-semaphore-content-urn*="jobPosting:"]').first().attr("data-semaphore-content-urn");
  const id = advertIdOf(url) ?? hiddenId($) ?? idOfUrn(urn);
  return { id, url: url ?? (id === null ? null : advertUrl(`/jobs/view/${id}`, LINKEDIN_BASE)) };
}

function readLocation(card: PageNodes): string | null {
  return (
    textOf(card.find(".topcard__flavor--bullet:not(figure):not(.num-applicants__caption)")) ??
    textOf(card.find(".topcard__flavor").slice(1)) ??
    textOf(card.find('[class*="sub-nav-cta__meta-text"]'))
  );
}

/** Reads an advert's page, or the fragment of it that guests are given. */
export function readLinkedInJob($: PageQuery, raw: RawInput): ParseOutcome {
  const card = $(TOP_CARD).first();
  const shown = textOf($(TITLE));
  const { id, url } = readIdentity($, raw);
  const node = readPage(raw.body).blocks.flatMap((block) => findNodes(block, "JobPosting"))[0];
  const data =
    node === undefined ? null : readJobPosting(node, { source: raw.sourceId, url, alone: true, heading: shown });
  const title = shown ?? data?.title ?? null;
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings: [] };
  const criteria = readCriteria($);
  const ago = textOf(card.find('[class*="posted-time-ago"], .topcard__flavor--metadata:not(figure)'));
  const postedAt = data?.postedAt ?? (ago === null ? null : parseRelativeDate(ago, raw.now));
  const pay = readPay(card, $);
  const location = readLocation(card) ?? data?.location ?? null;
  const level = criterion(criteria, SENIORITY_HEADING, 0);
  const type = criterion(criteria, TYPE_HEADING, 1);
  const company = textOf(card.find(COMPANY)) ?? data?.company ?? null;
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: id ?? sha256(url ?? `${title}\n${company ?? ""}`),
    url,
    title,
    company,
    location,
    postedAt,
    validThrough: data?.validThrough ?? null,
    employmentType: readEmploymentTypes(type)[0] ?? data?.employmentType ?? null,
    workplace:
      readWorkplace(criterion(criteria, WORKPLACE_HEADING, null)) ??
      readWorkplace(textOf(card.find('[class*="workplace-type"]'))) ??
      readWorkplace(/\(([^()]{3,20})\)\s*$/.exec(location ?? "")?.[1]) ??
      data?.workplace ??
      null,
    salary: pay.salary ?? (pay.doubts.length > 0 ? null : (data?.salary ?? null)),
    ...statedText(markupOf($, DESCRIPTION) ?? data?.description ?? ""),
    tags: level === null || /not applicable|no (?:corresponde|aplica)/i.test(level) ? [] : [level],
    lang: null,
    warnings: pay.doubts,
  };
  if ((data?.postedAt ?? null) === null && postedAt !== null)
    posting.warnings.push(`postedAt is worked out from "${ago ?? ""}".`);
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
