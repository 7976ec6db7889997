import { foldText } from "@/lib/core/kernel/fold";
import type { Seniority } from "@/lib/core/postings/posting-fields";
import type { Position, YearMonth } from "./profile";

/** Months counted from year 0, half-open. */
export type MonthInterval = { from: number; to: number };

/** No working life is longer; a longer interval is a misread date. */
const MAX_MONTHS = 720;

function monthNumber(at: YearMonth): number | null {
  const match = /^(\d{4})-(\d{2})$/.exec(at ?? "");
  return match ? Number(match[1]) * 12 + Number(match[2]) - 1 : null;
}

/** The months of a position with both its first and its last month counted; null where it is undated, reversed or in the future. */
export function monthsOf(position: Position, now: Date): MonthInterval | null {
  const thisMonth = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const from = monthNumber(position.from);
  const last = position.current ? thisMonth : monthNumber(position.to);
  if (from === null || last === null || from > thisMonth) return null;
  const to = Math.min(last, thisMonth) + 1;
  return to > from && to - from <= MAX_MONTHS ? { from, to } : null;
}

/** Months covered by the intervals, overlaps counted once. */
export function unionMonths(intervals: readonly MonthInterval[]): number {
  let total = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const interval of [...intervals].sort((a, b) => a.from - b.from)) {
    total += Math.max(0, interval.to - Math.max(interval.from, reached));
    reached = Math.max(reached, interval.to);
  }
  return total;
}

/** Years of work to one decimal, overlapping positions counted once; null where no position is dated. */
export function computeTotalYears(positions: readonly Position[], now: Date): number | null {
  const intervals = positions.map((position) => monthsOf(position, now)).filter((interval) => interval !== null);
  return intervals.length === 0 ? null : Math.round((unionMonths(intervals) / 12) * 10) / 10;
}

const TITLE_LEVELS: readonly (readonly [Seniority, RegExp])[] = [
  ["internship", /\b(?:intern|internship|trainee|apprentice|practicante|pasante|becari[oa]|aprendiz)\b/],
  ["executive", /\b(?:chief|ceo|cto|cfo|coo|cio|president|president[ea]|vice ?president|vp|founder|fundador[a]?)\b/],
  ["director", /\b(?:director[a]?|head of|gerente general)\b/],
  [
    "lead",
    /\b(?:lead|principal|staff|head|team leader|lider|jef[ea]|manager|gerente|supervisor[a]?|coordinador[a]?)\b/,
  ],
  ["senior", /\b(?:senior|sr|ssr? ?senior)\b/],
  ["mid", /\b(?:mid|semi ?senior|semisenior|ssr|intermediate)\b/],
  ["entry", /\b(?:junior|jr|entry|graduate|auxiliar|assistant|asistente)\b/],
];

/** The level that a job title states, or null. */
export function levelOfTitle(title: string): Seniority | null {
  const folded = foldText(title).folded;
  return TITLE_LEVELS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

function levelOfYears(years: number): Seniority {
  if (years < 2) return "entry";
  return years < 5 ? "mid" : "senior";
}

function latestFirst(positions: readonly Position[]): Position[] {
  const rank = (position: Position) =>
    position.current ? Number.POSITIVE_INFINITY : (monthNumber(position.to) ?? monthNumber(position.from) ?? -1);
  return [...positions].sort((a, b) => rank(b) - rank(a) || (monthNumber(b.from) ?? -1) - (monthNumber(a.from) ?? -1));
}

/** The level of the latest position's title; where it states none, the level that the years of work suggest. */
export function computeSeniority(positions: readonly Position[], totalYears: number | null): Seniority | null {
  const latest = latestFirst(positions)[0];
  const stated = latest?.title ? levelOfTitle(latest.title) : null;
  return stated ?? (totalYears === null ? null : levelOfYears(totalYears));
}
