import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes } from "../jsonld/json-node";
import { readJobPosting } from "../jsonld/read-job-posting";
import { readPage } from "../jsonld/read-page";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { markupOf, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { readMicrodata } from "../parsing/read-microdata";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readSpanishPay } from "../parsing/spanish-pay";
import type { ParseOutcome } from "../source-adapter";
import { advertIdOf, advertUrl } from "./bumeran-sites";
import type { BumeranPage } from "./parse-bumeran-card";

const TEXT = [
  "#ficha-detalle",
  "[class*='aviso_description']",
  "[class*='aviso-descripcion']",
  "[itemprop='description']",
];
const DETAIL = "#section-detalle, #ficha-detalle, #header-component, [class*='aviso_description']";
const COMPANY =
  "#header-component a[href*='/perfiles/'], a[href*='/perfiles/empresa'], #header-component [class*='empresa'], [itemprop='hiringOrganization'] [itemprop='name']";
const LOCATION_ICON = "i[name*='location'], i[class*='location']";
const LABELS = "li, h2, h3, [class*='detalle'] span";

/** Whether the page is an advert's own. */
export function hasAdvert($: PageQuery, body: string): boolean {
  const isMarkedUp = /"@type"\s*:\s*"JobPosting"/.test(body) || $('[itemtype$="/JobPosting"]').length > 0;
  return isMarkedUp || ($(DETAIL).length > 0 && textOf($("h1")) !== null);
}

/** The advert's text is the longest block of the section; headings, buttons and lists of links around it are the site's. */
function readText($: PageQuery): string | null {
  const named = markupOf($, TEXT);
  if (named !== null) return named;
  const blocks = $("#section-detalle p, #section-detalle div, #section-detalle li")
    .toArray()
    .map((node) => $(node))
    .filter((block) => block.find("a, button, h1").length === 0);
  const longest = blocks.reduce((best, block) => Math.max(best, block.text().length), 0);
  const block = blocks.find((candidate) => candidate.text().length === longest);
  return block?.html()?.trim() ?? null;
}

function ownUrl($: PageQuery, page: BumeranPage, stated: string | null): string | null {
  const hrefs = [
    stated,
    $('link[rel="canonical"]').attr("href"),
    $('meta[property="og:url"]').attr("content"),
    page.base,
  ];
  return hrefs.flatMap((href) => advertUrl(href, page.base) ?? [])[0] ?? null;
}

/** Reads an advert's own page: its structured data, with the shown texts where that is silent. */
export function readAdvert($: PageQuery, body: string, page: BumeranPage, stated: string | null): ParseOutcome {
  const url = ownUrl($, page, stated);
  const heading = textOf($("h1"), 300);
  const node =
    readPage(body).blocks.flatMap((block) => findNodes(block, "JobPosting"))[0] ?? readMicrodata($, "JobPosting");
  const data = node === null ? null : readJobPosting(node, { source: page.sourceId, url, alone: true, heading });
  const title = heading ?? data?.title ?? null;
  const id = advertIdOf(url) ?? (/^\d+$/.test(data?.externalId ?? "") ? (data?.externalId ?? null) : null);
  if (title === null || id === null)
    return { kind: "rejected", reason: "an advert without a title or an id", warnings: [] };
  const labels = textsOf($("#header-component, #section-detalle, main").find(LABELS), 120);
  const age = labels.find((text) => /publicad|actualizad/i.test(text)) ?? "";
  const shownPay = readSpanishPay(labels.find((text) => /[$]\s?\d/.test(text)) ?? "", {
    currency: page.currency,
    period: null,
  });
  const icon = $(LOCATION_ICON).first();
  const salary = data?.salary ?? shownPay.salary;
  const posting: ParsedPosting = {
    source: page.sourceId,
    externalId: id,
    url,
    title,
    company: data?.company ?? textOf($(COMPANY), 300),
    location: data?.location ?? textOf(icon.parent(), 200) ?? textOf(icon.parent().parent(), 200),
    postedAt: data?.postedAt ?? parseRelativeDate(age, page.now),
    validThrough: data?.validThrough ?? null,
    employmentType: data?.employmentType ?? readEmploymentTypes(labels.filter((text) => text.length < 40))[0] ?? null,
    workplace: data?.workplace ?? readWorkplace(labels.filter((text) => text.length < 40)),
    salary,
    ...statedText(data?.description || (readText($) ?? "")),
    tags: data?.tags ?? [],
    lang: "es",
    warnings: salary === null && shownPay.warning !== null ? [shownPay.warning] : [],
  };
  if ((data?.postedAt ?? null) === null && posting.postedAt !== null)
    posting.warnings.push(`postedAt is worked out from "${age}".`);
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
