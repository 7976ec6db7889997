import { foldedPattern } from "./folded-pattern";
import { findPhrasesNear, type Trigger } from "./find-near";
import type { Field, Phrase } from "./find-phrases";
import type { EmploymentType } from "./posting-fields";
import type { Reading } from "./posting-reading";

/** By rank, near the share that is right on the labelled postings: a title's word, a text's word, what hours add up to. */
const CONFIDENCE = { title: 0.95, text: 0.9, hours: 0.85 } as const;

/** As far as the longest phrase of each pattern reaches to either side of its cue. */
const TYPE_WORD: Trigger = { word: "type", before: 45, after: 55 };
/** A title is looked through whole. */
const TITLE_WORD: Trigger = { word: "titleType", before: 400, after: 400 };
const LINE_WORD: Trigger = { word: "contract", before: 6, after: 14 };
const WEEKDAYS: Trigger = { word: "week", before: 60, after: 85 };

const TYPES: Readonly<Record<EmploymentType, string>> = {
  full_time: [
    String.raw`full[\s-]?time|tiempo completo|full[\s-]?tine|jornada(?: laboral| de trabajo)?:? (?:a )?(?:completa|tiempo completo|full)|horario (?:laboral )?(?:completo|full)|dedicacion (?:completa|exclusiva)`,
    String.raw`(?:weekly hours|hours per week|horas semanales):? (?:3[6-9]|4\d)(?:[.,]\d)?|(?:3[6-9]|4\d)(?:[.,]\d{1,2})?(?: ?-? ?hours?| ?hrs?| horas| hs\.?)(?: per week| a week| weekly| semanales| por semana| a la semana|/week)|jornada(?: semanal)?(?: de)? (?:3[6-9]|4\d) ?(?:horas|hs|h)`,
  ].join("|"),
  part_time:
    "part[\\s-]?time|medio tiempo|medio turno|media jornada|tiempo parcial|jornada(?: laboral| de trabajo)?:? (?:parcial|reducida|part)|turno part|por horas",
  contract: [
    "contractors? (?:role|position|basis|needed|wanted)|(?:as an? |independent )contractor|freelancers?|freelance",
    "contract (?:position|role|basis|assignment|job|to hire|opportunity|only|work)|contract-to-hire|corp[\\s-]to[\\s-]corp|c2c|on (?:a )?contract",
    String.raw`(?:(?:employment|job|position|contract|assignment) type|type)\s*:?\s*contract(?! ?: ?perm)|contract(?=\s*[:-]\s*(?:contract|\d|initial|outside|inside))|(?:inside|outside|in) ir35(?: contract)?`,
    String.raw`\d{1,2}\+?[\s-]{1,2}months? (?:fixed[\s-]term |rolling |initial |long[\s-]term )?(?:contract|ftc)|months? of contract|(?:initial|rolling|long[\s-]term|short[\s-]term) (?:\d{1,2}[\s-]month )?contract|contract (?:length|duration|term)|fixed[\s-]term contract|ftc|duration:? ?\d{1,2}\+? ?months?`,
    "contrato (?:por|de) (?:obra|servicios?|proyecto)|contratacion por (?:proyecto|servicios|obra)|prestacion de servicios|por honorarios|locacion de servicios|facturando|autonomos?(?= (?:facturando|colaborador))",
  ].join("|"),
  temporary: [
    "temporary (?:position|role|assignment|contract|job|basis|to perm|work)|temp (?:role|position|to perm|job)|(?:employment|job|contract) type:? (?:temporary|temp|seasonal)|fixed[\\s-]term",
    "seasonal (?:(?:or |and |/ ?)?(?:temporary|part[\\s-]time|full[\\s-]time) )?(?:work(?:ers?)?|roles?|employment|contracts?|positions?|jobs?|assignment)",
    "(?:contrato|contratacion|posicion|puesto|trabajo|empleo|modalidad|personal|reemplazo|cobertura|suplencia|vacante)(?: \\p{L}{2,12})? (?:temporal|temporari[oa]|eventual|a plazo fijo|(?:de|por|para)(?: la)? temporada|transitori[oa])|campana de (?:navidad|verano|rebajas)|fijo-?[\\s/]?discontinuo",
  ].join("|"),
  internship:
    "(?:this|our|paid|unpaid|summer|winter|spring|fall|the|month|week|type:?) internships?|internship (?:program|opportunity|position|role|will|is|starts|duration)|pasantias?(?! (?:previa|o ))|(?:vacantes?|programas?|contrato|modalidad|formato|ofertas?|convocatoria|convenio|realizar|hacer|haz):? (?:de |para |tus |sus |las )?practicas profesionales|contrato de (?:practicas|formacion)|beca de practicas|practicas remuneradas|convenio de practicas",
};
const NAMED = foldedPattern(
  String.raw`(?<![\p{L}\p{N}])(?:${Object.entries(TYPES)
    .map(([type, words]) => `(?<${type}>${words})`)
    .join("|")})(?![\p{L}\p{N}])`,
);
/** The line of a board's own above an advert. */
const OWN_LINE = /(?<=\n[^\S\n]{0,4})contract(?=[^\S\n]{0,4}\n)/gu;
/** In a title single words do. */
const TITLED = foldedPattern(
  NAMED.source
    .replace("(?<contract>", "(?<contract>contract(?:or)?|freelancer?|")
    .replace("(?<temporary>", "(?<temporary>temporary|temp|seasonal|temporal|eventual(?:es)?|temporada|")
    .replace("(?<internship>", "(?<internship>practicas profesionales|intern(?=s?\\b)s?|pasantes?|becari[oa]s?|"),
);
const KINDS: readonly EmploymentType[] = ["full_time", "part_time", "contract", "temporary", "internship"];
const LINKEDIN_LINE_BEFORE = /employment type[\s:]*$/u;
const DENIED_BEFORE =
  /(?:\bno|\bnot|\bnor|\bsin|previous|prior|previas?|after|subsequent)[\s-]+(?:an? |es |una )?$|sponsorship for $/u;
const LATER_AFTER = /^ (?:after|student|employees|employment after|conversion|opportunit(?:y|ies) after|offer)/u;
/** An internship that one should have done before. */
const ASKED_BEFORE =
  /\b(?:experience|experiencia)(?: \p{L}+)? (?:in|with|from|through|as|en|con|de|como)(?: (?:an?|una?|previous|prior|similar|relevant|las?|sus))* $/u;
const ASKED_AFTER =
  /^ (?:program(?:me)?s? |positions? |roles? )?(?:experience|(?:is |are )?(?:strongly |highly )?(?:preferred|desired|desirable|required|a plus|an advantage))(?![\p{L}])/u;
/** Between two that one may choose from: "full time / part time", "full-time and/or part-time", "tiempo completo o medio tiempo". */
const CHOICE =
  /^(?: schedule| \(\d{1,2}(?:-\d{1,2})? ?h(?:ou)?rs?\))?[\s,]*(?:\/|\||or|and\/or|o|u|y\/o)[\s,]*(?:a |an? |de )?$/u;
/** "Full or Part Time": the first has lost its noun. */
const CHOICE_BEFORE = /(?<![\p{L}])(?:full|part|tiempo completo|jornada completa)\s?(?:\/|or|and\/or|o|u|y\/o)\s?$/u;

type Named = { value: EmploymentType; phrase: Phrase };

function isAskedFor(value: EmploymentType, before: string, after: string): boolean {
  return value === "internship" && (ASKED_BEFORE.test(before) || ASKED_AFTER.test(after));
}

function namedIn(field: Field, found: readonly Phrase[]): Named[] {
  const { folded } = field.fold;
  return found.flatMap((phrase): Named[] => {
    const value = KINDS.find((kind) => phrase.groups[kind] !== undefined);
    const before = folded.slice(Math.max(0, phrase.start - 50), phrase.start);
    if (value === undefined || DENIED_BEFORE.test(before)) return [];
    const after = folded.slice(phrase.end, phrase.end + 35);
    return LATER_AFTER.test(after) || isAskedFor(value, before, after) ? [] : [{ value, phrase }];
  });
}

function isDay({ value }: Named): boolean {
  return value === "full_time" || value === "part_time";
}

/** Without the full and part days between which the advert leaves the choice. */
function withoutChoices(field: Field, named: readonly Named[]): readonly Named[] {
  const { folded } = field.fold;
  return named.filter((one, index) => {
    if (!isDay(one)) return true;
    const [last, next] = [named[index - 1], named[index + 1]];
    const isChoice = (from: Named, to: Named): boolean =>
      isDay(from) && from.value !== to.value && CHOICE.test(folded.slice(from.phrase.end, to.phrase.start));
    if (last !== undefined && isChoice(last, one)) return false;
    if (next !== undefined && isDay(next) && isChoice(one, next)) return false;
    return !CHOICE_BEFORE.test(folded.slice(Math.max(0, one.phrase.start - 24), one.phrase.start));
  });
}

/** The kind that is named first; a full or part day wins over a term, and any prose over LinkedIn's own line below it. */
function settle(field: Field, found: readonly Named[]): Named | null {
  const named = withoutChoices(field, found);
  const first = named[0];
  if (first === undefined) return null;
  if (first.value !== "temporary") return first;
  const hasOwnWords = ({ phrase }: Named): boolean =>
    !LINKEDIN_LINE_BEFORE.test(field.fold.folded.slice(Math.max(0, phrase.start - 24), phrase.start));
  return named.find((one) => /_time$/u.test(one.value) && hasOwnWords(one)) ?? first;
}

const DAYS = String.raw`(?:(?:lunes|lun|monday|mon)\.?\s?(?:a|al|to|-|hasta|through|thru)\s?(?:viernes|vie|sabados?|sab|domingos?|friday|fri|saturday|sat|sunday|sun)\.?|\bm-f\b|\bl(?:un)? a v(?:ie)?\b)`;
/** Some boards part the digits of a number ("1 7"). */
const HOUR = String.raw`([012]? ?\d)(?:\s?[:.;h]\s?([0-5] ?\d))?\s?(am|pm|a\.m\.?|p\.m\.?)?`;
const HOURS = String.raw`${HOUR}\s?(?:hs?|hrs?|horas|h)?\.?\s?(?:a|to|-|hasta|y|until)\s?(?:las\s)?${HOUR}`;
const BETWEEN = String.raw`(?:[\s,:;()|-]|de|desde|las|from|horario|horas|generally|presencial|en el|entre|hs){1,10}`;
/** "Lunes a viernes de 9 a 18 hs", "Monday to Friday, 8:00 AM - 5:00 PM", "De 8:30 a 17:30 de lunes a viernes". */
const WEEK = foldedPattern(
  String.raw`(?<![\p{L}])${DAYS}${BETWEEN}${HOURS}|(?<![\p{N}$.,:])${HOURS}\s?(?:hs|hrs|horas|h)?[.,]?\s(?:de |from |, )?${DAYS}`,
);
const WEEK_PARTS = new RegExp(WEEK.source, "u");
/** Eight hours a day make the forty of a full week; a break may be counted in. */
const FULL_DAY_HOURS = 8;
/** Longer than any day with its break: then the hours are those of a shop, or of two turns. */
const LONGEST_DAY_HOURS = 13;

function numberIn(digits: string | undefined): number {
  return Number((digits ?? "0").replaceAll(" ", ""));
}

function hourOf(hour: string | undefined, minutes: string | undefined, half: string | undefined): number {
  const given = numberIn(hour) + numberIn(minutes) / 60;
  if (half === undefined) return given;
  return (given % 12) + (half.startsWith("p") ? 12 : 0);
}

/** Hours from one time of day to another; "9 a 6" ends in the evening. */
function lengthOf(parts: readonly (string | undefined)[]): number {
  const [from, to] = [hourOf(parts[0], parts[1], parts[2]), hourOf(parts[3], parts[4], parts[5])];
  if (to > from) return to - from;
  return to + (to <= 12 && from <= 12 ? 12 : 24) - from;
}

/** Working hours say a full week only where eight hours or more on five days are spelled out. */
function fullWeek(text: Field): Phrase | null {
  const { folded } = text.fold;
  const isFull = (phrase: Phrase): boolean => {
    const parts = WEEK_PARTS.exec(folded.slice(phrase.start, phrase.end)) ?? [];
    const length = lengthOf(parts[1] === undefined ? parts.slice(7) : parts.slice(1));
    return length >= FULL_DAY_HOURS && length <= LONGEST_DAY_HOURS;
  };
  return findPhrasesNear(text, WEEKDAYS, WEEK).find(isFull) ?? null;
}

function reading(value: EmploymentType, phrase: Phrase, how: keyof typeof CONFIDENCE): Reading<EmploymentType> {
  const method = how === "title" ? "title" : "text";
  return { value, confidence: CONFIDENCE[how], method, evidence: [phrase.evidence] };
}

/** The kind of employment that a posting names, title before text; else a full time that its working hours spell out; null where neither does. */
export function readEmploymentType(title: Field, text: Field): Reading<EmploymentType> | null {
  const titled = settle(title, namedIn(title, findPhrasesNear(title, TITLE_WORD, TITLED)));
  if (titled !== null) return reading(titled.value, titled.phrase, "title");
  const named = settle(text, namedIn(text, findPhrasesNear(text, TYPE_WORD, NAMED)));
  if (named !== null) return reading(named.value, named.phrase, "text");
  const heading = findPhrasesNear(text, LINE_WORD, OWN_LINE)[0];
  if (heading !== undefined) return reading("contract", heading, "text");
  const week = fullWeek(text);
  return week === null ? null : reading("full_time", week, "hours");
}
