import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes } from "../jsonld/json-node";
import { readJobPosting } from "../jsonld/read-job-posting";
import { readPage } from "../jsonld/read-page";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { readMicrodata } from "../parsing/read-microdata";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readSpanishPay } from "../parsing/spanish-pay";
import type { ParseOutcome } from "../source-adapter";
import { advertIdOf, advertUrl } from "./elempleo-url";
import type { ElempleoPage } from "./parse-elempleo-card";

const TITLE = ".js-jobOffer-title, h1.ee-offer-title, .offer-title h1, h1";
const COMPANY =
  ".js-company-name strong, .ee-company-title strong, .ee-header-company strong, .js-company-name, .ee-company-title";
const CITY = ".js-joboffer-city, .info-city, .joboffer-city";
const SALARY = ".js-joboffer-salary, .info-salary";
const DATE = ".js-publish-date, .info-publish-date";
const TEXT = ".description-block, .js-description, [itemprop='description']";
const REQUIREMENTS = ".requirements-block, .requirements-content:not(.ee-keywords)";
const FACTS = ".offer-data-additional span, .offer-data span, .data-column span, .js-contract-type, .js-workday";

/** Whether the page is an advert's own: the window that a list opens for a quick look is none. */
export function hasAdvert($: PageQuery, body: string): boolean {
  if (/"@type"\s*:\s*"JobPosting"/.test(body) || $('[itemtype$="/JobPosting"]').length > 0) return true;
  return $(".js-jobOffer-title, .js-offer-detail-container, h1.ee-offer-title").length > 0;
}

function readText($: PageQuery): string {
  const parts = $(`${TEXT}, ${REQUIREMENTS}`)
    .toArray()
    .map((node) => $(node))
    .filter((part) => part.parent().closest(TEXT).length === 0)
    .flatMap((part) => part.html()?.trim() || []);
  return [...new Set(parts)].join("\n");
}

/** Reads an advert's own page: its structured data, with the shown texts where that is silent. Pay is monthly at this board. */
export function readAdvert($: PageQuery, body: string, page: ElempleoPage, stated: string | null): ParseOutcome {
  const hrefs = [
    stated,
    $('link[rel="canonical"]').attr("href"),
    $('meta[property="og:url"]').attr("content"),
    page.base,
  ];
  const url = hrefs.flatMap((href) => advertUrl(href, page.base) ?? [])[0] ?? null;
  const node =
    readPage(body).blocks.flatMap((block) => findNodes(block, "JobPosting"))[0] ?? readMicrodata($, "JobPosting");
  const shownTitle = textOf($(TITLE), 300);
  const data =
    node === null ? null : readJobPosting(node, { source: page.sourceId, url, alone: true, heading: shownTitle });
  const title = shownTitle ?? data?.title ?? null;
  const id = advertIdOf(url) ?? /\d{5,14}/.exec(textOf($(".js-offer-id"), 60) ?? "")?.[0] ?? data?.externalId ?? null;
  if (title === null || id === null)
    return { kind: "rejected", reason: "an advert without a title or an id", warnings: [] };
  const facts = textsOf($(FACTS), 80);
  const pay = readSpanishPay(textOf($(SALARY), 200) ?? "", { currency: page.currency, period: "month" });
  const words = textOf($(DATE), 100)?.replace(/^publicad[oa]\s*(?:el\s+)?/i, "") ?? "";
  const salary = pay.salary ?? data?.salary ?? null;
  const posting: ParsedPosting = {
    source: page.sourceId,
    externalId: id,
    url,
    title,
    company: textOf($(COMPANY), 300) ?? data?.company ?? null,
    location: textOf($(CITY), 300) ?? data?.location ?? null,
    postedAt: data?.postedAt ?? parseRelativeDate(words, page.now),
    validThrough: data?.validThrough ?? null,
    employmentType:
      data?.employmentType ?? readEmploymentTypes(facts.filter((fact) => !/^contrato/i.test(fact)))[0] ?? null,
    workplace: data?.workplace ?? readWorkplace(facts),
    salary,
    ...statedText(readText($) || (data?.description ?? "")),
    tags: [...new Set([...(data?.tags ?? []), ...textsOf($(".ee-keywords li"), 60)])],
    lang: "es",
    warnings: salary === null && pay.warning !== null ? [pay.warning] : [],
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
