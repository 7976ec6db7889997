import { NUMBER_WORDS } from "@/lib/core/kernel/number-words";
import { type Evidence, type Field, findPhrases, type Phrase, sentenceOf } from "./find-phrases";

export type YearsReading = { yearsMin: number; evidence: Evidence[] };

const COUNTS: Readonly<Record<string, number>> = { ...NUMBER_WORDS, twelve: 12, fifteen: 15, doce: 12, quince: 15 };

const NUMBER = String.raw`\d{1,2}(?:[.,]5)?|${Object.keys(COUNTS).join("|")}`;

/** "3-5 years", "five (5) or more years", "3 a 5 años", "+5 años", "18 meses". */
const DURATION = new RegExp(
  String.raw`(?<![\p{L}\p{N}$€£.,/-])(?<min>${NUMBER})(?:\s?\(\d{1,2}\+?\))?\s?(?:\+|plus|or more|o mas)?(?:\s?(?:-|to|a|y|o|or|and|hasta)\s?(?:${NUMBER})(?:\s?\(\d{1,2}\))?\s?\+?)?\s?(?:full |calendar )?(?<unit>years?|yrs?|anos?|meses|months)(?![\p{L}\p{N}])`,
  "gu",
);

const EXPERIENCE =
  /experien|\bexp\b|\bworking\b|background|antiguedad en (?:el )?(?:cargo|puesto)|en (?:puestos|cargos|posiciones|funciones|areas?|roles) |similar|trabajando|desarrollando|desempen|track record|trajectory/u;
const DEMAND =
  /minim|at least|al menos|por lo menos|requir|no menor|mas de|more than|over|must have|superior a|desde|\bexp\b|experien/u;
const AGE =
  /mayor(?:es)? (?:a|de)|menor(?:es)? (?:a|de)|\bedad\b|\bage[ds]?\b|entre \d+ y|de edad|years? old|years? of age/u;
const AGE_AFTER = /^(?:'|s)?\s?(?:de edad|old|of age|cumplidos)|^-old/u;
const COMPANY =
  /\bsomos\b|\bnuestr[oa]s?\b|contamos con|\bempresa\b|compania|\bcompany\b|\bwe have\b|\bour\b|\bwe are\b|we've|founded|fundad|established|celebrat|\bfirm\b|grupo|group|agency|leader in|lider en/u;
const COMPANY_AFTER =
  /en el mercado|in the market|in business|de trayectoria|de historia|of history|de vida|in the industry|brindando|ofreciendo|serving|delivering|anniversary|aniversario|^,? (?:\S+ ){1,6}(?:has|have) been/u;
const NOT_EXPERIENCE =
  /^\s?(?:contract|contrato|warranty|garantia|plan|ago|program|degree|course|de carrera|de estudio|of (?:study|college|university|school|education|undergraduate)|de garantia|after|in a row|running)/u;
const BEFORE_NOT =
  /\b(?:hace|last|past|ultimos|within|first|primeros|next|proximos|every|each|cada|during|durante|after|tras|duracion|duration|contrato)\s(?:\p{L}+\s)?$/u;
const PREFERRED = /prefer|deseable|nice to have|\bplus\b|ideally|idealmente|valora/u;
const MAX_YEARS = 25;
const COMPANY_YEARS = 10;

/** "- 3+ years building services", "Two or more years of Android development": what a line that opens with years goes on with. */
const LINE_OPENING =
  /^[\s•●▪*·–-]*(?:(?:at least|a minimum of|minimum|al menos|minimo|entre|between|about|more than|over|mas de)\s)?$/u;
const WORK_AFTER =
  /^\s?(?:\(s\)|(?:or|o) (?:more|mas) )?(?:of|in|as an?|with|building|doing|running|developing|designing|leading|managing|selling|writing|using|on site|on|como|de|en|con|desarrollando|haciendo|manejando|liderando)\s(?!.{0,30}\b(?:leave|vacation|vacaciones|funding|bachillerato|carrera|universidad|college)\b)/u;

function valueOf(phrase: Phrase): number {
  const stated = phrase.groups["min"] ?? "";
  const count = COUNTS[stated] ?? Number.parseFloat(stated.replace(",", "."));
  const isMonths = /^me|^mo/u.test(phrase.groups["unit"] ?? "");
  return isMonths ? Math.round((count / 12) * 10) / 10 : count;
}

function isAsked(text: Field, phrase: Phrase): boolean {
  const { before, after } = sentenceOf(text, phrase.start, phrase.end);
  const years = valueOf(phrase);
  if (Number.isNaN(years) || years > MAX_YEARS) return false;
  if (AGE.test(before.slice(-30)) || AGE_AFTER.test(after) || NOT_EXPERIENCE.test(after) || BEFORE_NOT.test(before))
    return false;
  if (COMPANY_AFTER.test(after) && (COMPANY.test(before) || !/experien/u.test(after))) return false;
  if (years >= COMPANY_YEARS && (COMPANY.test(before) || !EXPERIENCE.test(before + after))) return false;
  const isMonths = (phrase.groups["unit"] ?? "").startsWith("m");
  if (isMonths) return /experien/u.test(after.slice(0, 40)) || /experien/u.test(before.slice(-40));
  if (LINE_OPENING.test(before) && WORK_AFTER.test(after)) return true;
  return EXPERIENCE.test(after.slice(0, 110)) || DEMAND.test(before.slice(-60));
}

/**
 * The least years of experience asked for: the lower end of the first statement that is not a mere wish ("5+ years", "3 a
 * 5 años", "mínimo dos años"; months as fractions of a year); of the first wish where there is nothing else; null where
 * none. Ages of people, ages of companies, terms of contracts and lengths of studies do not count.
 */
export function readYears(text: Field): YearsReading | null {
  const asked = findPhrases(text, DURATION).filter((phrase) => isAsked(text, phrase));
  const isWish = (phrase: Phrase): boolean => {
    const { before, after } = sentenceOf(text, phrase.start, phrase.end);
    return PREFERRED.test(before.slice(-60)) || PREFERRED.test(after);
  };
  const first = asked.find((phrase) => !isWish(phrase)) ?? asked[0];
  return first === undefined ? null : { yearsMin: valueOf(first), evidence: [first.evidence] };
}
