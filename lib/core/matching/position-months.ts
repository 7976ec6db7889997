import type { Position, Profile, YearMonth } from "@/lib/core/resumes/profile";

/** The part of a résumé's text that tells of one position, and the months it lasted: `[from, to)` counted from year 0. */
export type PositionRegion = { start: number; end: number; from: number | null; to: number | null };

/** More months than any working life holds: a range beyond it is a misreading. */
const MAX_MONTHS = 720;

function monthNumber(at: YearMonth): number | null {
  const match = /^(\d{4})-(\d{2})$/u.exec(at ?? "");
  if (match === null) return null;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? Number(match[1]) * 12 + month - 1 : null;
}

/** The first month after a position; an open-ended one lasts until `now`, and is undated where no `now` is given. */
function endMonth(position: Position, now: Date | null): number | null {
  const stated = monthNumber(position.to);
  if (stated !== null) return stated + 1;
  if (!position.current || now === null) return null;
  return now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
}

function startOf(profile: Profile, index: number): number | null {
  const prefix = `positions.${index}.`;
  const starts = Object.entries(profile.evidence)
    .filter(([path]) => path.startsWith(prefix) || path === `positions.${index}`)
    .map(([, span]) => span.start);
  return starts.length === 0 ? null : Math.min(...starts);
}

function monthsOf(position: Position, now: Date | null): { from: number | null; to: number | null } {
  const from = monthNumber(position.from);
  const to = endMonth(position, now);
  if (from === null || to === null || to <= from || to - from > MAX_MONTHS) return { from: null, to: null };
  return { from, to };
}

/**
 * Where each position stands in the text, in text order. A region runs from the first span of its position to the next
 * position's, the last one to `lastEnd` of the section around it. Positions without a span are left out.
 */
export function positionRegions(
  profile: Profile,
  now: Date | null,
  sectionEnd: (at: number) => number,
): PositionRegion[] {
  const found = profile.positions
    .map((position, index) => ({ start: startOf(profile, index), ...monthsOf(position, now) }))
    .filter((region): region is typeof region & { start: number } => region.start !== null)
    .sort((a, b) => a.start - b.start);
  return found.map((region, index) => ({
    ...region,
    end: Math.min(
      found[index + 1]?.start ?? Number.POSITIVE_INFINITY,
      Math.max(region.start, sectionEnd(region.start)),
    ),
  }));
}

/** Months covered by a set of ranges, overlaps counted once; null where none of them is dated. */
export function coveredMonths(ranges: readonly { from: number | null; to: number | null }[]): number | null {
  const dated = ranges
    .flatMap((range) => (range.from === null || range.to === null ? [] : [{ from: range.from, to: range.to }]))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  if (dated.length === 0) return null;
  let months = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const range of dated) {
    months += Math.max(0, range.to - Math.max(range.from, reached));
    reached = Math.max(reached, range.to);
  }
  return months;
}
