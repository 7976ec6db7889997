import type { FoldedText } from "@/lib/core/kernel/fold";
import type { Lang } from "@/lib/core/kernel/language";
import { cuePlaces } from "@/lib/core/postings/fact-cues";
import { type Field, quote } from "@/lib/core/postings/find-phrases";
import type { Reading } from "@/lib/core/postings/posting-reading";
import { calendarDay, type DayOrder, dayOrderOf, numericDay } from "./calendar-day";
import { MONTH_PATTERN, MONTHS } from "./month-names";

/** Words that announce the last day to apply, on folded text. One of the words that are looked for as "deadline" begins in each. */
const CUES = new RegExp(
  [
    "clos(?:ing|e|ure) date",
    "(?:application |submission )?deadline",
    "appl(?:y|ication|ications|ying)[^\\n.]{0,40}? (?:by|before|until|no later than|close[sd]?(?: on)?|due(?: by)?|end(?: on)?)(?= )",
    "applications? close[sd]?",
    "(?:vacancy|posting|position|advert|role|job) (?:closes|expires|will close|will remain open until|is open until)",
    "(?:open|accepted) (?:until|through|till)",
    "(?:submitted|received|submit)[^\\n.]{0,40}? (?:by|before|no later than)(?= )",
    "last da(?:y|te) (?:to apply|for applications?|of application)",
    "(?:expiry|expiration|end) date",
    "fecha(?: maxima| tope)?(?: de)? (?:limite|cierre|vencimiento)",
    "fecha maxima",
    "cierre de (?:la )?(?:convocatoria|postulacion(?:es)?|inscripci(?:on|ones)|recepcion|oferta|vacante)",
    "(?:postula|inscri|aplica|convocatoria|candidatura|solicitud|recepcion|curricul|hojas? de vida|cvs?\\b|vigente|vigencia|valid[oa]|oferta|plazo de (?:presentacion|inscripcion|solicitud|recepcion))[^\\n.]{0,70}? (?:hasta|antes del?)(?= )",
  ]
    .map((cue) => `(?:${cue})`)
    .join("|"),
  "g",
);
/** One of these stands in each of them, wherever a word begins. */
const KEY =
  /clos|deadline|apply|applic|submi|receive|accept|open |last da|expir|end date|limite|cierre|maxima|vencimiento|hasta|antes de/;
/** How far before a number its words may begin, and after it the date may end. */
const BEFORE_NUMBER = 190;
const AFTER_NUMBER = 50;
/** Numbers so near to each other are looked at together. */
const SAME_DATE = 40;
const MAX_NUMBERS = 200;
const DIGITS = /^[0-9]+$/;

const WEEKDAY =
  "(?:(?:el |la |dia )*(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |(?:el |dia )*(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo),? )?";
const DATE = new RegExp(
  [
    "(?<iy>20\\d{2})-(?<im>\\d{2})-(?<id>\\d{2})(?!\\d)",
    "(?<a>\\d{1,2}) ?[/.-] ?(?<b>\\d{1,2}) ?[/.-] ?(?<ny>20\\d{2}|\\d{2})(?!\\d)",
    `(?<![\\d:])(?<d>\\d{1,2})(?:st|nd|rd|th|º)?(?: ?- ?| (?:of |de )?|)(?<m>${MONTH_PATTERN})(?![a-z])(?:\\.?\\s?,? ?(?:del? |- ?)?[*]{0,2}\\s{0,4}[*]{0,2}(?<y>20\\d{2}))?(?!\\d)`,
    `(?<m2>${MONTH_PATTERN})\\.? (?<d2>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? ?(?<y2>20\\d{2}))?`,
    "(?<![\\d/])(?<da>\\d{1,2})/(?<db>\\d{1,2})(?![\\d/])",
  ]
    .map((form) => `(?:${form})`)
    .join("|"),
);
/** What may stand between the words and the date: a colon, a weekday, an hour, a few words. */
const BETWEEN = new RegExp(
  `^(?: ?\\([a-z ]{0,20}\\))?(?:[\\s:*_'",–-]|(?:for|of|to|de|del|la|las|los|el|dia|is|will|be|are|on|at|by|all|this|the|date|fecha|noon|midnight|midday|end|cierre|pm|am|hs|hrs?|horas|a|applications?|applying|vacancy|role|post|position|posting|job|presentacion|recepcion|postulaciones|postulacion|cv|proximo|viernes|convocatoria|limite)(?![a-z])|\\d{1,2}[:.]\\d{2}|\\d{1,2} ?(?=[ap]\\.?m)|12(?= noon)|${WEEKDAY})*$`,
);
const WINDOW = 90;
/** Who may work in the United Kingdom has its own last day, that of the European Union Settlement Scheme. */
const OTHER_SCHEME = /\beuss\b|settlement scheme|settled status/;
const SCHEME_REACH = 60;
const READ_CHARS = 12_000;

/** The first such day on or after the day of the advert; null where that is not known. */
function withoutYear(month: number, date: number, postedOn: string | null): string | null {
  if (postedOn === null) return null;
  const year = Number(postedOn.slice(0, 4));
  const same = calendarDay(year, month, date);
  return same !== null && same >= postedOn ? same : calendarDay(year + 1, month, date);
}

type Groups = Partial<Record<string, string>>;

function dayOf(groups: Groups, order: DayOrder | null, postedOn: string | null): string | null {
  const number = (name: string) => Number(groups[name]);
  if (groups["iy"] !== undefined) return calendarDay(number("iy"), number("im"), number("id"));
  if (groups["ny"] !== undefined) return numericDay(number("a"), number("b"), number("ny"), order);
  const [name, date, year] =
    groups["m"] === undefined ? [groups["m2"], number("d2"), groups["y2"]] : [groups["m"], number("d"), groups["y"]];
  if (name !== undefined) {
    const month = MONTHS.get(name) ?? 0;
    return year === undefined ? withoutYear(month, date, postedOn) : calendarDay(Number(year), month, date);
  }
  const isMonthFirst = order === "month_first";
  const [month, day] = isMonthFirst ? [number("da"), number("db")] : [number("db"), number("da")];
  return order === null ? null : withoutYear(month, day, postedOn);
}

const DAYS_BACK = 366;

/** An advert may stand open after its last day, but not for years. */
function isPlausible(day: string, postedOn: string | null): boolean {
  return postedOn === null || Date.parse(day) > Date.parse(postedOn) - DAYS_BACK * 86_400_000;
}

/** Where numbers stand that have a cue not far before them, in order. */
function numbersWithCues(fold: FoldedText, folded: string): number[] {
  const { deadline, numbers } = cuePlaces(fold);
  const found: number[] = [];
  if (deadline.length === 0) return found;
  let [next, count, cue] = [0, 0, 0];
  for (const number of numbers) {
    const at = Math.max(number, next);
    if (at >= folded.length || count >= MAX_NUMBERS) break;
    if (at > number && !DIGITS.test(folded.slice(number, at + 1))) continue;
    next = at + SAME_DATE;
    count += 1;
    while ((deadline[cue + 1] ?? at) < at) cue += 1;
    const before = at - (deadline[cue] ?? at);
    if (before <= 0 || before > BEFORE_NUMBER) continue;
    if (KEY.test(folded.slice(Math.max(0, at - BEFORE_NUMBER), at))) found.push(at);
  }
  return found;
}

type FoundDay = { day: string; start: number; end: number };

function dayAround(folded: string, hit: number, order: DayOrder | null, postedOn: string | null): FoundDay | null {
  const base = Math.max(0, hit - BEFORE_NUMBER);
  for (const cue of folded.slice(base, hit + AFTER_NUMBER).matchAll(CUES)) {
    const from = base + cue.index + cue[0].length;
    const window = folded.slice(from, from + WINDOW);
    const date = DATE.exec(window);
    if (date === null || !BETWEEN.test(window.slice(0, date.index))) continue;
    if (OTHER_SCHEME.test(folded.slice(Math.max(0, base + cue.index - SCHEME_REACH), from + date.index))) continue;
    const day = dayOf(date.groups ?? {}, order, postedOn);
    if (day !== null && isPlausible(day, postedOn))
      return { day, start: base + cue.index, end: from + date.index + date[0].length };
  }
  return null;
}

/**
 * The last day to apply, `YYYY-MM-DD`: "closing date: 12/03/2026", "apply by March 31", "fecha límite: 15 de agosto",
 * "postulaciones hasta el 20/11". A day without a year is the first such day on or after `postedOn` (`YYYY-MM-DD` or an
 * instant), and null without it; numeric dates go by the country's habit.
 */
export function readDeadline(
  text: Field,
  postedOn: string | null,
  lang: Lang,
  country: string | null = null,
): Reading<string> | null {
  const folded = text.fold.folded.slice(0, READ_CHARS);
  const order = dayOrderOf(country, lang);
  const posted = /^\d{4}-\d{2}-\d{2}/.exec(postedOn ?? "")?.[0] ?? null;
  for (const hit of numbersWithCues(text.fold, folded)) {
    const found = dayAround(folded, hit, order, posted);
    if (found === null) continue;
    const evidence = quote(text, found.start, found.end);
    return { value: found.day, confidence: 0.95, method: "text", evidence: [evidence] };
  }
  return null;
}
