import { NUMBER_WORDS } from "@/lib/core/kernel/number-words";
import { literalStart } from "./literal-automaton";
import { CUE, type ScannedText } from "./scanned-text";

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
const CONTRACT_LABELS = [
  "status",
  "contract type",
  "job type",
  "employment type",
  "tipo de contrato",
  "tipo de empleo",
  "modalidad(?: de contratacion)?",
];
const CONTRACT = new RegExp(
  String.raw`\b(?:${CONTRACT_LABELS.join("|")})[\s:–-]{1,4}(?:ft|pt)?\W{0,3}(?<kind>casual|temp\p{L}*|eventual|permanent|indefinid\p{L}|contract|full[ -]?time|part[ -]?time|pasantia|internship|freelance)`,
  "gu",
);

/** What may stand between a label at the end of its line and the part of the kind that counts. */
const LONGEST_KIND = 40;

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

/** The longest words before the unit that still belong to the number: "at least five (5) or more full ". */
export const BEFORE_UNIT = 40;
const YEAR_UNIT = /years?|yrs?|anos?/y;

const DIGITS = Array.from("0123456789");
/** Literals of which a text has one where it states such a figure. */
export const FIGURE_CUES: readonly [number, readonly string[]][] = [
  [CUE.year, ["year", "yr", "ano"]],
  [CUE.number | CUE.digit, DIGITS],
  [CUE.number, Object.keys(NUMBER_WORDS)],
  [CUE.week, ["week", "semana"]],
  [CUE.money, ["$", "£", "€"]],
  [CUE.contract, CONTRACT_LABELS.map(literalStart)],
];

function readYears({ folded, years }: ScannedText, figures: Set<string>): void {
  for (const start of years) {
    YEAR_UNIT.lastIndex = start;
    const unit = YEAR_UNIT.exec(folded)?.[0] ?? "";
    const around = folded.slice(Math.max(0, start - BEFORE_UNIT), start + unit.length + 1);
    const groups = Array.from(around.matchAll(YEARS)).at(-1)?.groups;
    for (const word of [groups?.["low"], groups?.["high"]]) {
      const stated = toNumber(word ?? "0");
      // Eighteen years and more are the company's age, or the candidate's.
      if (stated > 0 && stated < 18) figures.add(`years:${stated}`);
    }
  }
}

/** The kind may stand in the line behind its label. */
function readContract({ folded, lines, cues }: ScannedText, figures: Set<string>): void {
  if ((cues & CUE.contract) === 0) return;
  for (const line of lines) {
    if ((line.cues & CUE.contract) === 0) continue;
    for (const { groups } of folded.slice(line.from, line.to + LONGEST_KIND).matchAll(CONTRACT))
      figures.add(`contract:${(groups?.["kind"] ?? "").slice(0, 4)}`);
  }
}

/** The lines that hold a digit, and their cues: the others have no figure, and looking is what costs. */
export function numericLines({ folded, lines }: ScannedText): { text: string; cues: number } {
  let cues = 0;
  const numeric: string[] = [];
  for (const line of lines) {
    if ((line.cues & CUE.digit) === 0) continue;
    cues |= line.cues;
    numeric.push(folded.slice(line.from, line.to));
  }
  return { text: numeric.join("\n"), cues };
}

/**
 * Figures of a text that say what is asked: "years:3" for each number of years, "hours:20" for hours a week, "times:0900-1800" for
 * times of work, "pay:18" for pay by the hour, "contract:temp" for a stated kind of contract; sorted.
 */
export function readFigures(scanned: ScannedText): string[] {
  const figures = new Set<string>();
  readYears(scanned, figures);
  const { text, cues } = numericLines(scanned);
  if ((cues & CUE.week) !== 0)
    for (const { groups } of text.matchAll(HOURS)) figures.add(`hours:${Number(groups?.["hours"])}`);
  if (text !== "")
    for (const { groups } of text.matchAll(TIMES))
      figures.add(`times:${toClock(groups?.["from"] ?? "")}-${toClock(groups?.["to"] ?? "")}`);
  if ((cues & CUE.money) !== 0)
    for (const { groups } of text.matchAll(HOURLY_PAY))
      figures.add(`pay:${Number((groups?.["pay"] ?? "").replace(",", "."))}`);
  readContract(scanned, figures);
  return [...figures].sort().slice(0, MAX_FIGURES);
}
