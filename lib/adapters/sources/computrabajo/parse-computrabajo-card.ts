import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "../parsing/relative-date";
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

/** The employer and the place stand in lines of their own, or in one line with " - " between them. */
function readLines($: PageQuery, card: PageNodes): { company: string | null; location: string | null } {
  const linked = card.find(COMPANY_LINK).first();
  const lines = card
    .find("p.fs16, .lT")
    .toArray()
    .map((node) => $(node))
    .filter((line) => !isRating(lineOf(line)) && lineOf(line) !== "" && !line.is(".t_word_wrap"));
  const [first, second] = lines.map(lineOf);
  const stated = textOf(linked, 300);
  const known = textsOf(card.find("[itemprop='addressLocality'], [itemprop='addressRegion'], a[href*='/empleos-en-']"));
  const place = known.length === 0 ? null : known.join(", ");
  if (second !== undefined) return { company: stated ?? first ?? null, location: place ?? second };
  const whole = first ?? "";
  if (stated !== null) {
    const rest = whole.replace(stated, "").replace(/^[\s–-]+|[\s–-]+$/g, "");
    return { company: stated, location: place ?? (rest === "" ? null : rest) };
  }
  const cut = whole.lastIndexOf(" - ");
  const location = cut < 0 ? null : whole.slice(cut + 3).trim();
  return { company: (cut < 0 ? whole : whole.slice(0, cut)).trim() || null, location: place ?? location };
}

/** The shown words about the advert's age, and the day they mean. */
export function readAge(scope: PageNodes, now: Date): { words: string | null; postedAt: string | null } {
  const texts = textsOf(scope.find(".fc_aux, .dO, .fc80, time"), 120).filter((text) => text.length < 70);
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
