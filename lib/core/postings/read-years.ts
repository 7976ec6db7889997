import { foldedPattern } from "./folded-pattern";
import { NUMBER_WORDS } from "@/lib/core/kernel/number-words";
import { findPhrasesNear, type Trigger } from "./find-near";
import { type Field, type Phrase, sentenceOf } from "./find-phrases";
import type { Reading } from "./posting-reading";
import { WISHED_PLUS } from "./wished-plus";

/** Years of experience asked for overall; `max` where a range is stated. */
export type Years = { min: number; max: number | null };

const CONFIDENCE = { only: 0.95, first: 0.88, wish: 0.7 } as const;

const COUNTS: Readonly<Record<string, number>> = { ...NUMBER_WORDS, twelve: 12, fifteen: 15, doce: 12, quince: 15 };
const PAIR = "a couple of|couple of|un par de";

const NUMBER = String.raw`\d{1,2}(?:[.,]\d)?|${Object.keys(COUNTS).join("|")}`;

/** "3-5 years", "five (5) or more years", "3 a 5 años", "+5 años", "18 meses", "a couple of years". */
const DURATION = foldedPattern(
  String.raw`(?:(?<![\p{L}$€£/-])(?<!\d[.,]?)|(?<=\p{L}{3})(?=\d))(?:(?<pair>${PAIR})|(?<min>${NUMBER})(?:\s?\(\d{1,2}\+?\))?\s?(?:\+|plus|or more|\(or more\)|o mas)?(?:\s?(?:-|/|to|a|y|o|or|and|hasta)\s?(?<max>${NUMBER})(?:\s?\(\d{1,2}\))?\s?\+?)?)\s?(?:full |calendar )?(?<unit>years?|yrs?|anos?|meses|months)(?![\p{L}\p{N}])`,
);
const UNIT: Trigger = { word: "years", before: 45, after: 8 };

const EXPERIENCE =
  /experien|\bexp\b|\bworking\b|background|antiguedad en (?:el )?(?:cargo|puesto)|en (?:puestos|cargos|posiciones|funciones|areas?|roles) |similar|trabajando|desarrollando|desempen|track record|trajectory/u;
const DEMAND =
  /minim|at least|al menos|por lo menos|requir|no menor|mas de|more than|over|must have|superior a|desde|\bexp\b|experien/u;
const AGE =
  /mayor(?:es)? (?:a|de)|menor(?:es)? (?:a|de)|\bedad\b|\bage[ds]?\b|entre \d+ y|de edad|years? old|years? of age/u;
/** "Experiencia mayor a 2 años" is no age. */
const EXPERIENCE_OVER =
  /experiencia(?: \p{L}+){0,9},? (?:mayor|no menor|superior|minima|de entre|entre) (?:a |de |\d+ y )?$|atencion al publico mayor a $/u;
const AGE_AFTER = /^(?:'|s)?\s?(?:de edad|old|of age|cumplidos)|^-old/u;
const COMPANY =
  /\bsomos\b|\bnuestr[oa]s?\b|contamos con|\bempresa\b|compania|\bcompany\b|\bwe have\b|\bour\b|\bwe are\b|we've|founded|fundad|established|celebrat|\bfirm\b|grupo|group|agency|leader in|lider en|is led by|track record and/u;
const COMPANY_AFTER =
  /en el mercado|in the market|in business|de (?:\p{L}+ )?trayectoria|de historia|of history|de vida|in the industry|brindando|ofreciendo|serving|delivering|anniversary|aniversario|^,? (?:\S+ ){1,6}(?:has|have) been/u;
const NOT_EXPERIENCE =
  /^\s?(?:contract|contrato|warranty|garantia|plan|ago|program|degree|course|de carrera|de estudio|(?:vision|roadmap|strategy)\b|of (?:study|college|university|school|education|undergraduate)|de garantia|after|in a row|running)|(?:may|can) be substitut|in lieu of|as a substitute/u;
const BEFORE_NOT =
  /\b(?:hace|last|past|ultimos|within|first|primeros|next|proximos|every|each|cada|during|durante|after|tras|duracion|duration|contrato)\s(?:\p{L}+\s)?$/u;
const PREFERRED = new RegExp(`prefer|deseable|nice to have|${WISHED_PLUS}|ideally|idealmente|valora|desirable`, "u");
/** "A degree plus", with the years right behind it. */
const ADDING_PLUS = /\bplus $/u;
/** "A degree or 4 years of equivalent experience": the degree alone would do. */
const INSTEAD_BEFORE = /(?:degree|titulo|grado|engineering|science|carrera)[^.\n]{0,60}\b(?:or|o)\s$/u;
const INSTEAD_AFTER = /^\s(?:of |de )?(?:equivalent|equivalente|experiencia equivalente)/u;
/** "Business analysis: 5 years (Required)", as Indeed's forms have it. */
const FORM_AFTER = /^\s?\((?<how>required|preferred)\)/u;
/** "Con 14 años de experiencia, …" opens what a company says of itself. */
const BOAST_BEFORE = /^\s*con (?:mas de )?\+?\s?$/u;
const MAX_YEARS = 25;
const COMPANY_YEARS = 10;

/** "- 3+ years building services", "Two or more years of Android development": what a line that opens with years goes on with. */
const LINE_OPENING =
  /^[\s•●▪*·–-]*(?:(?:at least|a minimum of|minimum|al menos|minimo|entre|between|about|more than|over|mas de)\s)?$/u;
const WORK_AFTER =
  /^'?\s?(?:\(s\)|(?:or|o) (?:more|mas) )?(?:of|in|as|with|building|doing|running|developing|designing|leading|managing|selling|writing|using|on site|on|como|de|en|con|desarrollando|haciendo|manejando|liderando)\s(?!.{0,30}\b(?:leave|vacation|vacaciones|funding|bachillerato|carrera|universidad|college)\b)/u;
const DOING_AFTER = /^ of (?!(?:\S+ )?(?:funding|running|operating|college|schooling)\b)\p{L}{4,14}ing\b/u;
/** Experience with one thing or tool; the role as a whole asks otherwise. */
const WITH_ONE_THING =
  /^\s?(?:\+ )?(?:of |de )?(?:\S+ ){0,2}?(?:experience|experiencia|exp) (?:with|using|con|usando|manejando|coding|programming|in (?:sql|python|java|excel|tableau|sas|r)\b)|^\s?(?:of |with |con |using |de )(?:sql|python|java|excel|tableau|sas)\b/u;

function toYears(stated: string, unit: string): number {
  const count = COUNTS[stated] ?? Number.parseFloat(stated.replace(",", "."));
  return /^me|^mo/u.test(unit) ? Math.round((count / 12) * 100) / 100 : count;
}

function yearsOf({ groups }: Phrase): Years {
  const unit = groups["unit"] ?? "";
  const min = groups["pair"] === undefined ? toYears(groups["min"] ?? "", unit) : toYears("dos", unit);
  const max = groups["max"] === undefined ? null : toYears(groups["max"], unit);
  return { min, max: max !== null && max >= min ? max : null };
}

type Around = { before: string; after: string };

function isAsked(phrase: Phrase, { before, after }: Around): boolean {
  const years = yearsOf(phrase).min;
  if (Number.isNaN(years) || years > MAX_YEARS) return false;
  if (AGE_AFTER.test(after) || NOT_EXPERIENCE.test(after) || BEFORE_NOT.test(before)) return false;
  if (FORM_AFTER.test(after)) return true;
  if (AGE.test(before.slice(-30)) && !EXPERIENCE_OVER.test(before)) return false;
  if (COMPANY_AFTER.test(after) && (COMPANY.test(before) || !/experien/u.test(after))) return false;
  const isLong = years >= COMPANY_YEARS || BOAST_BEFORE.test(before) || /over $|for $|por mas de $/u.test(before);
  if (isLong && (COMPANY.test(before) || BOAST_BEFORE.test(before) || !EXPERIENCE.test(before + after))) return false;
  const isMonths = (phrase.groups["unit"] ?? "").startsWith("m");
  if (isMonths) return /experien/u.test(after.slice(0, 40)) || /experien/u.test(before.slice(-40));
  if ((LINE_OPENING.test(before) && WORK_AFTER.test(after)) || DOING_AFTER.test(after)) return true;
  return EXPERIENCE.test(after.slice(0, 110)) || DEMAND.test(before.slice(-60));
}

/** A place that asks for years of experience. */
export type YearDemand = { phrase: Phrase; years: Years; isWish: boolean; isInstead: boolean; isOneThing: boolean };

function toDemand(phrase: Phrase, { before, after }: Around): YearDemand {
  return {
    phrase,
    years: yearsOf(phrase),
    isWish: PREFERRED.test(before.slice(-60).replace(ADDING_PLUS, " ")) || PREFERRED.test(after),
    isInstead: INSTEAD_AFTER.test(after) && INSTEAD_BEFORE.test(before),
    isOneThing: WITH_ONE_THING.test(after) || FORM_AFTER.test(after),
  };
}

/** The places of a text that ask for years of experience, with one skill or overall, in order. */
export function findYearDemands(text: Field): YearDemand[] {
  return findPhrasesNear(text, UNIT, DURATION).flatMap((phrase) => {
    const around = sentenceOf(text, phrase.start, phrase.end);
    return isAsked(phrase, around) ? [toDemand(phrase, around)] : [];
  });
}

/**
 * The role as a whole where something asks for it, else the largest demand for one thing; alternatives and wishes only
 * where nothing else is said.
 */
function chiefDemand(demands: readonly YearDemand[]): YearDemand | undefined {
  const firm = demands.filter((demand) => !demand.isWish && !demand.isInstead);
  const whole = firm.find((demand) => !demand.isOneThing);
  if (whole !== undefined) return whole;
  const [first, ...others] = firm;
  if (first === undefined) return demands.find((demand) => !demand.isInstead) ?? demands[0];
  return others.reduce((most, demand) => (demand.years.min > most.years.min ? demand : most), first);
}

/**
 * The years of experience asked for: "5+ years", "3 a 5 años", "mínimo dos años"; months as fractions of a year (to
 * hundredths); of a wish only where nothing is demanded; null where none. Ages of people, ages of companies, terms of
 * contracts and lengths of studies do not count. `demands` are those of the text, where they are known already.
 */
export function readYears(text: Field, demands = findYearDemands(text)): Reading<Years> | null {
  const chief = chiefDemand(demands);
  if (chief === undefined) return null;
  const confidence = chief.isWish ? CONFIDENCE.wish : demands.length === 1 ? CONFIDENCE.only : CONFIDENCE.first;
  return { value: chief.years, confidence, method: "text", evidence: [chief.phrase.evidence] };
}
