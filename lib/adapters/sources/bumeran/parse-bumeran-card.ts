import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readWorkplace } from "../parsing/employment-type";
import { type PageNodes, type PageQuery, textOf, textsOf } from "../parsing/open-page";
import { gapsOf } from "../parsing/posting-gaps";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { readSpanishPay } from "../parsing/spanish-pay";
import type { ParseOutcome } from "../source-adapter";
import { advertIdOf, advertUrl } from "./bumeran-sites";

export type BumeranPage = { sourceId: string; base: string; currency: string | null; now: Date };

const LINK = 'a[href*="/empleos/"]';
const SHORT_TEXTS = "h3, h4, h5, .empresa, .fecha, [class*='localidad']";
const AGE =
  /^(?:publicad[oa]|actualizad[oa]|nuevo)?\s*(?:hace\b|hoy\b|ayer\b|el \d)|^(?:publicad|actualizad)[oa]\b|^hace |^hoy|^ayer/i;
const WORKPLACE = /^(?:presencial|remoto|h[ií]brido|teletrabajo|home office|presencial y remoto)$/i;
const PAY = /(?:[$€]|S\/|USD|Bs)\s?\.?\s?\d/;
const LOCATION_ICON = "i[name*='location'], i[class*='location'], [class*='icon-light-location']";

/** The adverts of a list, in order: links to an advert that show a heading of their own. */
export function listCards($: PageQuery): PageNodes[] {
  return $(LINK)
    .toArray()
    .map((node) => $(node))
    .filter((card) => advertIdOf(card.attr("href")) !== null && textOf(card.find("h2, h3")) !== null);
}

export function cardUrl(card: PageNodes, base: string): string | null {
  return advertUrl(card.attr("href"), base);
}

/** The text beside an icon: of the first element around it that shows any. */
function besideIcon(icon: PageNodes): string | null {
  return textOf(icon.parent(), 200) ?? textOf(icon.parent().parent(), 200);
}

/** The short texts of a card have no names, but each has a form or an icon that tells it from the others. */
function readTexts($: PageQuery, card: PageNodes, title: string) {
  const texts = card
    .find(SHORT_TEXTS)
    .toArray()
    .flatMap((node) => textOf($(node), 300) ?? [])
    .filter((text) => text !== title);
  const age = texts.find((text) => AGE.test(text)) ?? null;
  const workplace = texts.find((text) => WORKPLACE.test(text)) ?? null;
  const pay = texts.find((text) => PAY.test(text) && text.length < 120) ?? null;
  const place = besideIcon(card.find(LOCATION_ICON).first());
  const rest = texts.filter((text) => ![age, workplace, pay, place].includes(text));
  const company = rest[0] ?? null;
  return {
    age,
    workplace,
    pay,
    company,
    location: place ?? rest.slice(1).find((text) => text.includes(",")) ?? rest[1] ?? null,
  };
}

/** The first heading that is no date: older pages begin a card with the title, newer ones with the advert's age. */
function titleOf(card: PageNodes): string | null {
  const headings = [...textsOf(card.find("h2"), 300), ...textsOf(card.find("h3"), 300)];
  return headings.find((text) => !AGE.test(text)) ?? null;
}

/** What one card of a list states of its advert. */
export function readCard($: PageQuery, card: PageNodes, page: BumeranPage): ParseOutcome {
  const title = titleOf(card);
  const id = advertIdOf(card.attr("href"));
  if (title === null || id === null) return { kind: "rejected", reason: "a card without a title", warnings: [] };
  const texts = readTexts($, card, title);
  const postedAt = texts.age === null ? null : parseRelativeDate(texts.age, page.now);
  const pay = readSpanishPay(texts.pay ?? "", { currency: page.currency, period: null });
  const description = textOf(card.find("p"), 20_000) ?? "";
  const posting: ParsedPosting = {
    source: page.sourceId,
    externalId: id,
    url: cardUrl(card, page.base),
    title,
    company: texts.company,
    location: texts.location,
    postedAt,
    validThrough: null,
    employmentType: null,
    workplace: readWorkplace(texts.workplace),
    salary: pay.salary,
    description,
    descriptionFormat: "text",
    tags: [],
    lang: "es",
    warnings: pay.warning === null ? [] : [pay.warning],
  };
  if (postedAt !== null) posting.warnings.push(`postedAt is worked out from "${texts.age ?? ""}".`);
  if (/^actualizad/i.test(texts.age ?? ""))
    posting.warnings.push("The list states when the advert was renewed, not when it was posted.");
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
