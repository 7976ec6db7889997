import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import type { ParseOutcome } from "../source-adapter";
import { readTags } from "./computrabajo-tags";
import { advertIdOf, advertUrl, toAdvertId } from "./computrabajo-url";

const CARD = "article[data-id], article.box_offer, article.box_border, [class~='bRS']";
const LINK = "a.js-o-link, h2 a[href*='oferta'], .tO a, a[href*='/ofertas-de-trabajo/oferta-de-trabajo']";
const COMPANY_LINK = "[offer-grid-article-company-url], [itemprop='hiringOrganization'], .empr, a[href*='/empresas/']";
const NOISE = ".fx_none, .star, .stars, .icon, .tag, .tags, script";

/** What a page says of where it stands: its own address and the currency of its country's site. */
export type BoardPage = { sourceId: string; base: string; currency: string | null; now: Date };

/** The cards of a list, in order; the adverts that an advert's page suggests are none. */
export function listCards($: PageQuery): PageNodes[] {
  return $(CARD)
    .toArray()
    .map((node) => $(node))
    .filter(
      (card) =>
        card.closest("[div-link='similares']").length === 0 &&
        card.parent().closest(CARD).length === 0 &&
        card.find(LINK).length > 0,
    );
}

/** The address of the advert that a card shows. */
export function cardUrl(card: PageNodes, base: string): string | null {
  return advertUrl(card.find(LINK).first().attr("href"), base);
}

function isRating(text: string): boolean {
  return /^\d[.,]\d$/.test(text);
}

/** A line of a card without its rating and icons. */
function lineOf(line: PageNodes): string {
  const copy = line.clone();
  copy.find(NOISE).remove();
  return (textOf(copy, 300) ?? "").replace(/^\d[.,]\d\s+/, "");
}

/** How the board writes an advert's age: "Hace 3 días", "Ayer", "Más de 30 días", "24 de abril". */
const AGE = /^(?:hace\b|hoy\b|ayer\b|m[aá]s de \d|\d{1,2} de [a-z])/i;

/** What the board shows in the place of an employer's name. */
const ANONYMOUS = /^(?:importante empresa(?: del sector)?|empresa (?:confidencial|an[oó]nima)|confidencial)(?=\s|$)/i;
type Lines = { company: string | null; location: string | null };

/** The lines of source text in one element: older cards part the employer from the place by a line break alone. */
function sourceLines(line: PageNodes): string[] {
  const copy = line.clone();
  copy.find(NOISE).remove();
  const lines = copy.text().slice(0, 2000).split("\n");
  return lines.map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "" && !isRating(text));
}

/** Employer and place in one line: "Empresa - Ciudad, Departamento", or parted by a line break, or by the words for a hidden employer. */
function splitLine(line: PageNodes): Lines {
  const whole = lineOf(line);
  const cut = whole.lastIndexOf(" - ");
  if (cut >= 0) return { company: whole.slice(0, cut).trim() || null, location: whole.slice(cut + 3).trim() || null };
  const [first, ...rest] = sourceLines(line);
  const last = rest.at(-1);
  if (first !== undefined && last !== undefined) return { company: first, location: last };
  const hidden = ANONYMOUS.exec(whole)?.[0] ?? null;
  if (hidden === null) return { company: whole || null, location: null };
  return { company: hidden, location: whole.slice(hidden.length).trim() || null };
}

/** What is left of a line beside the employer's name: no rating, no dashes. */
function besides(line: string, company: string): string | null {
  const rest = line.replace(company, "").replace(/^[\s–-]*(?:\d[.,]\d(?=\s|$))?[\s–-]*|[\s–-]+$/g, "");
  return rest === "" ? null : rest;
}

/** Neither a text nor an age: what a card without the board's own names may hold in lines. */
function isShort(line: PageNodes): boolean {
  const text = textOf(line, 200) ?? "";
  return text.length < 120 && !AGE.test(text);
}

/** The employer and the place stand in lines of their own, or in one line. */
function readLines($: PageQuery, card: PageNodes): Lines {
  const stated = textOf(card.find(COMPANY_LINK).first(), 300);
  const named = card.find("p.fs16, .lT");
  const lines = (named.length > 0 ? named : card.find("p").filter((_, node) => isShort($(node))))
    .toArray()
    .map((node) => $(node))
    .filter((line) => !isRating(lineOf(line)) && lineOf(line) !== "" && !line.is(".t_word_wrap"));
  const [first, second] = lines;
  const known = textsOf(card.find("[itemprop='addressLocality'], [itemprop='addressRegion'], a[href*='/empleos-en-']"));
  const place = known.length === 0 ? null : known.join(", ");
  if (first === undefined) return { company: stated, location: place };
  if (second !== undefined) return { company: stated ?? lineOf(first), location: place ?? lineOf(second) };
  if (stated !== null) return { company: stated, location: place ?? besides(lineOf(first), stated) };
  const split = splitLine(first);
  return { company: split.company, location: place ?? split.location };
}

/** The shown words about the advert's age, and the day they mean. */
export function readAge(scope: PageNodes, now: Date): { words: string | null; postedAt: string | null } {
  const named = textsOf(scope.find(".fc_aux, .dO, .fc80, time"), 120);
  const shown = named.length > 0 ? named : textsOf(scope.find("p"), 120).filter((text) => AGE.test(text));
  const texts = shown.filter((text) => text.length < 70);
  const dated = texts.findLast((text) => parseRelativeDate(text, now) !== null);
  const words = dated ?? texts.findLast((text) => /hace|hoy|ayer|\d+ de /i.test(text)) ?? null;
  return { words, postedAt: dated === undefined ? null : parseRelativeDate(dated, now) };
}

/** What one card of a list states of its advert. */
export function readCard($: PageQuery, card: PageNodes, page: BoardPage): ParseOutcome {
  const title = textOf(card.find(LINK), 300);
  if (title === null) return { kind: "rejected", reason: "a card without a title", warnings: [] };
  const url = cardUrl(card, page.base);
  const { company, location } = readLines($, card);
  const age = readAge(card, page.now);
  const { warnings, ...tags } = readTags($, card, page.currency);
  const description = textOf(card.find("p.t_word_wrap, .iO > p, .desc"), 3000) ?? "";
  const id = toAdvertId(card.attr("data-id")) ?? advertIdOf(url) ?? toAdvertId(card.attr("id"));
  const posting: ParsedPosting = {
    source: page.sourceId,
    externalId: id ?? sha256(url ?? `${title}\n${company ?? ""}\n${location ?? ""}`),
    url,
    title,
    company,
    location,
    postedAt: age.postedAt,
    validThrough: null,
    ...tags,
    description,
    descriptionFormat: "text",
    tags: [],
    lang: "es",
    warnings,
  };
  if (age.postedAt !== null) posting.warnings.push(`postedAt is worked out from "${age.words ?? ""}".`);
  if (description !== "") posting.warnings.push("The description is only the beginning that the list shows.");
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
