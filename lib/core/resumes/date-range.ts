import type { Span } from "@/lib/core/kernel/span";
import type { YearMonth } from "./profile";

/** A stated period with the words it was read from. `yearOnly` marks an end that names no month; January is assumed there. */
export type DateRange = Span & { from: YearMonth; to: YearMonth; current: boolean; yearOnly: boolean };

const MONTHS: readonly string[] = [
  "jan(?:uary)?|ene(?:ro)?",
  "feb(?:ruary|rero)?",
  "mar(?:ch|zo)?",
  "apr(?:il)?|abr(?:il)?",
  "may(?:o)?",
  "june?|jun(?:io)?",
  "july?|jul(?:io)?",
  "aug(?:ust)?|ago(?:sto)?",
  "sept?(?:ember|iembre)?|set(?:iembre)?",
  "oct(?:ober|ubre)?",
  "nov(?:ember|iembre)?",
  "dec(?:ember)?|dic(?:iembre)?",
];
const SEASONS: readonly (readonly [RegExp, string, string])[] = [
  [/^(?:spring|primavera)/i, "03", "05"],
  [/^(?:summer|verano)/i, "06", "08"],
  [/^(?:fall|autumn|otoño)/i, "09", "11"],
  [/^(?:winter|invierno)/i, "12", "12"],
];
const MONTH_PATTERNS = MONTHS.map((name) => new RegExp(`^(?:${name})$`, "i"));
const YEAR = "(?:19[5-9]\\d|20[0-4]\\d)";
const NAMED = `(?:${MONTHS.join("|")})\\.?,?\\s*(?:de[l]?\\s+)?(?:${YEAR}|['’]\\d{2})`;
const NUMERIC = `(?:(?:0?[1-9]|[12]\\d|3[01])[/.])?(?:0?[1-9]|1[0-2])\\s?[/.]\\s?${YEAR}|${YEAR}[-/.](?:1[0-2]|0?[1-9])(?:-\\d{2})?|(?:0[1-9]|1[0-2])-${YEAR}`;
const SEASON = `(?:spring|summer|fall|autumn|winter|primavera|verano|otoño|invierno)\\s+(?:de\\s+)?${YEAR}`;
const POINT = `(?:${NAMED}|${NUMERIC}|${SEASON}|${YEAR})`;
const OPEN =
  "(?:present|presente|current(?:ly)?|now|today|ongoing|to date|date|la fecha|hoy(?: en día)?|(?:la )?actual(?:idad|mente)?|en curso|a la fecha)";
const LINK = "(?:\\s*(?:-{1,2}|–|—|−|/|→|~)\\s*|\\s+(?:to|until|till|through|hasta|al?|y)\\s+(?:la\\s+)?)";
const EDGE_BEFORE = "(?<![\\p{L}\\p{N}])";
const EDGE_AFTER = "(?![\\p{L}\\p{N}])";
const MONTH_NAME = `(?:${MONTHS.join("|")})\\.?`;

const CLOSED = new RegExp(
  `${EDGE_BEFORE}(?<from>${POINT}|\\?{2,3}|${MONTH_NAME})${LINK}(?<to>${POINT}|${OPEN})${EDGE_AFTER}`,
  "giu",
);
const SINCE = new RegExp(
  `${EDGE_BEFORE}(?:since|from|desde|a partir de)\\s+(?:el\\s+)?(?<from>${POINT})${EDGE_AFTER}`,
  "giu",
);
const SINGLE = new RegExp(`${EDGE_BEFORE}(?<from>${POINT})${EDGE_AFTER}`, "giu");

type Point = { first: YearMonth; last: YearMonth; year: number | null; yearOnly: boolean };
const NO_POINT: Point = { first: null, last: null, year: null, yearOnly: false };

function yearOf(text: string): number | null {
  const full = new RegExp(YEAR).exec(text)?.[0];
  if (full) return Number(full);
  const short = /['’](\d{2})/.exec(text)?.[1];
  if (short === undefined) return null;
  return Number(short) > 50 ? 1900 + Number(short) : 2000 + Number(short);
}

function pad(month: number): string {
  return String(month).padStart(2, "0");
}

function numericMonth(text: string): number | null {
  const iso = new RegExp(`^${YEAR}[-/.](\\d{1,2})`).exec(text);
  const slashed = new RegExp(`(\\d{1,2})\\s?[-/.]\\s?${YEAR}$`).exec(text);
  const month = Number(iso?.[1] ?? slashed?.[1] ?? Number.NaN);
  return month >= 1 && month <= 12 ? month : null;
}

function namedMonth(text: string): number | null {
  const word = /^\p{L}+/u.exec(text)?.[0] ?? "";
  const index = MONTH_PATTERNS.findIndex((pattern) => pattern.test(word));
  return index < 0 ? null : index + 1;
}

function readPoint(text: string, yearIfMissing: number | null): Point {
  const year = yearOf(text) ?? yearIfMissing;
  if (year === null) return NO_POINT;
  const season = SEASONS.find(([name]) => name.test(text));
  if (season) return { first: `${year}-${season[1]}`, last: `${year}-${season[2]}`, year, yearOnly: false };
  const month = namedMonth(text) ?? numericMonth(text);
  const stated = `${year}-${pad(month ?? 1)}`;
  return { first: stated, last: stated, year, yearOnly: month === null };
}

function toRange(match: RegExpMatchArray, offset: number): DateRange | null {
  const start = offset + (match.index ?? 0);
  const end = start + match[0].length;
  const toText = match.groups?.to;
  const isOpen = toText !== undefined && yearOf(toText) === null;
  const to = toText === undefined || isOpen ? NO_POINT : readPoint(toText, null);
  const from = readPoint(match.groups?.from ?? "", to.year);
  if (from.first === null && to.last === null && !isOpen) return null;
  return { start, end, from: from.first, to: to.last, current: isOpen, yearOnly: from.yearOnly || to.yearOnly };
}

/** The first period stated in a line ("Jan 2019 – Present", "enero 2019 a la actualidad", "desde 2020"); spans start at `offset`. */
export function findDateRange(text: string, offset: number): DateRange | null {
  for (const match of text.matchAll(CLOSED)) {
    const range = toRange(match, offset);
    if (range) return range;
  }
  const since = text.matchAll(SINCE).next().value;
  const open = since ? toRange(since, offset) : null;
  return open ? { ...open, current: true } : null;
}

/** A single date that stands at the start or end of a short line ("Summer 2022", "Graduated 2001"): a period of that month, season or year. */
export function findSingleDate(text: string, offset: number): DateRange | null {
  if (text.length > 90) return null;
  const matches = [...text.matchAll(SINGLE)];
  const match = matches.at(-1);
  if (!match) return null;
  const start = match.index;
  const atEdge = start === 0 || /^[\s).,\]]*$/.test(text.slice(start + match[0].length));
  if (!atEdge) return null;
  const point = readPoint(match[0], null);
  if (point.first === null) return null;
  return {
    start: offset + start,
    end: offset + start + match[0].length,
    from: point.first,
    to: point.last,
    current: false,
    yearOnly: point.yearOnly,
  };
}
