import { NUMBER_WORDS } from "@/lib/core/kernel/number-words";

const NUMBER = String.raw`\d{1,2}|${Object.keys(NUMBER_WORDS).join("|")}`;
const BETWEEN = String.raw`(?:\s?\(\d{1,2}\))?\s?\+?\s?(?:-|to|a|y|o|or|hasta)?\s?`;
const YEARS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/-])(?<low>${NUMBER})${BETWEEN}(?<high>(?:${NUMBER})\b)?(?:\s?\(\d{1,2}\))?\s?\+?\s?(?:full |or more |o mas )?(?<unit>years?|yrs?|anos?)(?![\p{L}])`,
  "gu",
);
const HOURS =
  /(?<![\p{N}.,:])(?<hours>\d{1,2})\s?(?:hours|hrs|horas|hs|h)\s?(?:a |per |por |\/ ?|x )?(?:la )?(?:weekly|semanal(?:es)?|week|semana)/gu;
/** "0700-1915", "9:00 a 18:00", "de 9 a 18 hs": when the work is done. */
const TIMES =
  /(?<![\p{N}.,:/$-])(?<from>[01]\d[0-5]\d|2[0-3][0-5]\d|\d{1,2}[:.][0-5]\d|\d{1,2}(?=\s?(?:h|hs|hrs|am|pm)?\s?(?:-|a|to|hasta)\s?\d{1,2}\s?(?:h|hs|hrs|am|pm)\b))\s?(?:h|hs|hrs|am|pm)?\s?(?:-|a|to|a las|hasta)\s?(?:las )?(?<to>[01]\d[0-5]\d|2[0-3][0-5]\d|\d{1,2}[:.][0-5]\d|\d{1,2})(?!\p{N})/gu;
/** "Status: casual", "Tipo de contrato: temporal", "Job type: contract". */
const CONTRACT =
  /\b(?:status|contract type|job type|employment type|tipo de contrato|tipo de empleo|modalidad(?: de contratacion)?)[\s:–-]{1,4}(?:ft|pt)?\W{0,3}(?<kind>casual|temp\p{L}*|eventual|permanent|indefinid\p{L}|contract|full[ -]?time|part[ -]?time|pasantia|internship|freelance)/gu;

/** "£18/hr", "$20.50 per hour": pay by the month or year is often the board's own estimate, by the hour hardly ever. */
const HOURLY_PAY = /[$£€]\s?(?<pay>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:\/|per|an|a|la|por|x)?\s?(?:hour|hr|h|hora|ph)\b/gu;

/** The kinds of figures, as prefixes. */
export const FIGURE_KINDS = ["years:", "hours:", "times:", "contract:", "pay:"] as const;
const MAX_FIGURES = 16;

function toNumber(word: string): number {
  return NUMBER_WORDS[word] ?? Number(word);
}

function toClock(words: string): string {
  const digits = words.replace(/\D/gu, "");
  return (digits.length <= 2 ? `${digits}00` : digits).padStart(4, "0");
}

const YEAR_UNIT = /years?|yrs?|anos?/g;
/** The longest words before the unit that still belong to the number: "at least five (5) or more full ". */
const BEFORE_UNIT = 40;

function readYears(folded: string, figures: Set<string>): void {
  for (const unit of folded.matchAll(YEAR_UNIT)) {
    const around = folded.slice(Math.max(0, unit.index - BEFORE_UNIT), unit.index + unit[0].length + 1);
    const groups = Array.from(around.matchAll(YEARS)).at(-1)?.groups;
    for (const word of [groups?.["low"], groups?.["high"]]) {
      const years = toNumber(word ?? "0");
      // Eighteen years and more are the company's age, or the candidate's.
      if (years > 0 && years < 18) figures.add(`years:${years}`);
    }
  }
}

/** The lines that hold a digit: the others have no figure, and looking is what costs. */
export function numericLines(folded: string): string {
  return folded
    .split("\n")
    .filter((line) => /\d/.test(line))
    .join("\n");
}

/**
 * Figures of a folded text that say what is asked: "years:3" for each number of years, "hours:20" for hours a week, "times:0900-1800" for
 * times of work, "pay:18" for pay by the hour, "contract:temp" for a stated kind of contract; sorted.
 */
export function readFigures(folded: string): string[] {
  const figures = new Set<string>();
  readYears(folded, figures);
  const numeric = numericLines(folded);
  for (const { groups } of numeric.matchAll(HOURS)) figures.add(`hours:${Number(groups?.["hours"])}`);
  for (const { groups } of numeric.matchAll(TIMES))
    figures.add(`times:${toClock(groups?.["from"] ?? "")}-${toClock(groups?.["to"] ?? "")}`);
  for (const { groups } of numeric.matchAll(HOURLY_PAY))
    figures.add(`pay:${Number((groups?.["pay"] ?? "").replace(",", "."))}`);
  for (const { groups } of folded.matchAll(CONTRACT)) figures.add(`contract:${(groups?.["kind"] ?? "").slice(0, 4)}`);
  return [...figures].sort().slice(0, MAX_FIGURES);
}
