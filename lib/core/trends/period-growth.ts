import { type BucketCount, bucketCount, type Growth, growthBetween } from "./demand-growth";
import { bucketEnd, bucketsBetween } from "./time-bucket";
import type { Dimension, TrendCell } from "./trend-cells";

/** Two neighbouring periods of equal length, in whole buckets. */
export type Periods = { earlier: string[]; later: string[] };

/** Most buckets in one period: half a year of months or of weeks. */
const LONGEST = { month: 6, week: 26 } as const;

/** The later and the earlier half of the whole buckets of a range, at most half a year each; null where there are fewer than two. */
export function comparePeriods(range: { from: string; to: string }, now: Date): Periods | null {
  const whole = bucketsBetween(range.from, range.to).filter((bucket) => bucketEnd(bucket) <= now);
  const longest = range.from.includes("W") ? LONGEST.week : LONGEST.month;
  const length = Math.min(longest, Math.floor(whole.length / 2));
  if (length === 0) return null;
  return { earlier: whole.slice(-2 * length, -length), later: whole.slice(-length) };
}

function merged(counts: readonly BucketCount[]): BucketCount {
  return {
    bucket: counts[0]?.bucket ?? "",
    postings: counts.reduce((sum, count) => sum + count.postings, 0),
    n: counts.reduce((sum, count) => sum + count.n, 0),
    sources: [...new Set(counts.flatMap((count) => count.sources))].sort(),
    partial: counts.some((count) => count.partial),
  };
}

/** How much the share of a value grew from one period to the next, by the rules of `growthBetween`. */
export function periodGrowth(
  cells: readonly TrendCell[],
  query: { dimension: Dimension; key: string; periods: Periods | null; now: Date },
): Growth {
  const { periods, dimension, key, now } = query;
  if (periods === null) return { kind: "unknown", why: "no_data" };
  const count = (buckets: readonly string[]) =>
    merged(buckets.map((bucket) => bucketCount(cells, { dimension, key, bucket, now })));
  return growthBetween(count(periods.earlier), count(periods.later));
}
