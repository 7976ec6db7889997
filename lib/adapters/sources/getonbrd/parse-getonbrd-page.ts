import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes } from "../jsonld/json-node";
import { readJobPosting } from "../jsonld/read-job-posting";
import { readPage } from "../jsonld/read-page";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { readMicrodata } from "../parsing/read-microdata";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readSpanishPay } from "../parsing/spanish-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { advertIdOf, advertUrl, GETONBRD_BASE } from "./getonbrd-url";

const CARD = "a.gb-results-list__item, a[class*='results-list__item']";
const MONEY = ".icon-money-bill, [class*='icon-money']";
/** Lines that the board puts between the advert's own words name it, and are short. */
const OWN_NAME = /\bget ?on ?b(?:oa)?rd/i;
const OWN_LINE_CHARS = 100;
/** Under this heading the board repeats the workplace in its own words. */
const POLICY = /^(?:remote work policy|pol[ií]tica de (?:trabajo )?remot[oa])$/i;
/** Pay is by month at this board, in US dollars, where it does not say otherwise. */
const FIXED = { currency: "USD", period: "month" } as const;

/** "Santiago (Híbrido)": the place, and the words in brackets that say how much of the work is done there. */
function readPlace(scope: PageNodes): { location: string | null; workplace: ParsedPosting["workplace"] } {
  const copy = scope.find(".location").first().clone();
  const towns = textsOf(copy.find(".location-tooltip-content").find(".location-flag").parent(), 80);
  copy.find(".location-tooltip-content, .fa, .icon, i").remove();
  const words = (textOf(copy, 300) ?? "").replace(/\s*(?:Ofrece reubicaci[oó]n|Offers relocation)$/i, "");
  const bracket = /\s*\((h[iyí]brid[oa]?|presencial|in-?office|on-?site|remot[oea]+)\)\s*$/i.exec(words);
  const bare = (bracket === null ? words : words.slice(0, bracket.index)).trim();
  const location = towns.length > 1 ? towns.join("; ") : bare;
  const stated = bracket?.[1] ?? (/^remot/i.test(bare) ? bare : "");
  const workplace = /office/i.test(stated) ? "onsite" : readWorkplace(stated);
  return { location: location === "" ? null : location, workplace };
}

function readPay(scope: PageNodes): { salary: ParsedPosting["salary"]; warnings: string[] } {
  const phrase =
    textOf(scope.find(MONEY).first().parent(), 120) ??
    textOf(scope.find("[itemprop='baseSalary'], .gb-salary"), 120) ??
    "";
  const pay = readSpanishPay(phrase, FIXED);
  return { salary: pay.salary, warnings: pay.warning === null ? [] : [pay.warning] };
}

/** The words of an element itself, before those of the elements inside: older cards name the employer so. */
function ownWords(node: PageNodes): string | null {
  const copy = node.clone();
  copy.children().remove();
  const words = (textOf(copy, 300) ?? "").replace(/[\s–—•|,-]+$/, "");
  return words === "" ? null : words;
}

export function listCards($: PageQuery): PageNodes[] {
  return $(CARD)
    .toArray()
    .map((node) => $(node))
    .filter((card) => advertIdOf(card.attr("href")) !== null);
}

/** What one card of a list states of its advert. */
export function readCard(card: PageNodes, raw: RawInput): ParseOutcome {
  const heading = card.find("[class*='results-list__title']").first();
  const title = textOf(heading.find("strong"), 300) ?? textOf(heading, 300);
  const url = advertUrl(card.attr("href"), raw.url ?? raw.fetchedUrl ?? GETONBRD_BASE);
  const id = advertIdOf(url);
  if (title === null || id === null) return { kind: "rejected", reason: "a card without a title", warnings: [] };
  const age = textsOf(card.find(".opacity-half, [class*='results-list__secondary'] .size0"), 60).findLast(
    (text) => parseRelativeDate(text, raw.now) !== null,
  );
  const summary = (card.attr("title") ?? card.attr("data-title") ?? "").replace(/^\u2728\s*/, "").trim();
  const { salary, warnings } = readPay(card);
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: id,
    url,
    title,
    company:
      textOf(card.find("[class*='results-list__info'] .size0 strong"), 300) ??
      ownWords(card.find("[class*='results-list__info'] .size0").first()) ??
      card.find("img[alt]").attr("alt")?.trim() ??
      null,
    ...readPlace(card),
    postedAt: age === undefined ? null : parseRelativeDate(age, raw.now),
    validThrough: null,
    employmentType: readEmploymentTypes(textOf(heading.find("span"), 60))[0] ?? null,
    salary,
    description: summary,
    descriptionFormat: "text",
    tags: [],
    lang: null,
    warnings,
  };
  if (age !== undefined) posting.warnings.push(`The year of postedAt is worked out from "${age}".`);
  if (summary !== "") posting.warnings.push("The description is only the summary that the list shows.");
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}

export function hasAdvert($: PageQuery, body: string): boolean {
  return (
    $('[itemtype$="/JobPosting"]').length > 0 || $("#job-body").length > 0 || /"@type"\s*:\s*"JobPosting"/.test(body)
  );
}

/** The advert's text without the lines and benefits' icons that the board puts into it. */
function readText($: PageQuery): string {
  const copy = $("#job-body, [itemprop='description']").first().clone();
  copy.find("script, style, .gb-fluid-boxes, .gb-tags, form").remove();
  for (const node of copy.find("p, span, div").toArray()) {
    const line = $(node);
    const words = line.children().length === 0 ? (textOf(line, OWN_LINE_CHARS + 1) ?? "") : "";
    if (words.length <= OWN_LINE_CHARS && OWN_NAME.test(words)) line.remove();
  }
  for (const node of copy.find("h2").toArray()) {
    const heading = $(node);
    if (!POLICY.test(textOf(heading, 60) ?? "")) continue;
    heading.nextUntil(":not(p)").remove();
    heading.remove();
  }
  for (const node of copy.find("h3").toArray()) if (textOf($(node), 10) === null) $(node).remove();
  return copy.html()?.trim() ?? "";
}

const COMPANY_LINK = "h3 a[href*='/companies/'], a[href*='/companies/'] strong, a[href*='/companies/']:has(strong)";

/** The employer whose name the page links to its profile. */
function linkedCompany(head: PageNodes): string | null {
  return textOf(head.find(COMPANY_LINK), 300);
}

/** The title without the employer's name, which the heading repeats for those who cannot see the page: "Tejedora in Hilos". */
function readHeading($: PageQuery): string | null {
  const named = textOf($("h1 [itemprop='title']"), 300);
  if (named !== null) return named;
  const copy = $("h1").first().clone();
  copy.find(".fake-hidden, .hide, .sr-only").remove();
  const heading = textOf(copy, 300);
  const company = linkedCompany($("body"));
  const ending = [" in ", " en ", " at "].find(
    (word) => company !== null && heading?.endsWith(word + company) === true,
  );
  return ending === undefined || company === null || heading === null
    ? heading
    : heading.slice(0, -(ending + company).length).trim();
}

/** Reads an advert's own page: Microdata, with the shown texts where that is silent. */
export function readAdvert($: PageQuery, raw: RawInput): ParseOutcome {
  const stated = [
    raw.url,
    $('link[rel="canonical"]').attr("href"),
    $('meta[property="og:url"]').attr("content"),
    raw.fetchedUrl,
  ];
  const url = stated.flatMap((href) => advertUrl(href, GETONBRD_BASE) ?? [])[0] ?? null;
  const heading = readHeading($);
  const node =
    readMicrodata($, "JobPosting") ?? readPage(raw.body).blocks.flatMap((block) => findNodes(block, "JobPosting"))[0];
  const data = node === undefined ? null : readJobPosting(node, { source: raw.sourceId, url, alone: true, heading });
  const title = heading ?? data?.title ?? null;
  const id = advertIdOf(url) ?? $("#jobs-navigation").attr("data-id") ?? null;
  if (title === null || id === null)
    return { kind: "rejected", reason: "an advert without a title or an id", warnings: [] };
  const top = $(".gb-landing-cover, [class*='landing-cover']").first();
  const head = top.length > 0 ? top : $("body");
  const shown = readPlace(head);
  const pay = readPay(head);
  const day = textOf(head.find("time:not([itemprop])"), 60);
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: id,
    url,
    title,
    company:
      data?.company ?? textOf($("[itemprop='hiringOrganization'] [itemprop='name']"), 300) ?? linkedCompany(head),
    location: shown.location ?? data?.location ?? null,
    postedAt: data?.postedAt ?? (day === null ? null : parseRelativeDate(day, raw.now)),
    validThrough: data?.validThrough ?? null,
    employmentType: data?.employmentType ?? null,
    workplace: shown.workplace ?? data?.workplace ?? null,
    salary: data?.salary ?? pay.salary,
    ...statedText(readText($) || (data?.description ?? "")),
    tags: textsOf($(".gb-tags__item"), 60),
    lang: null,
    warnings: (data?.salary ?? null) === null ? pay.warnings : [],
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
