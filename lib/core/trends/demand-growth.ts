import { bucketEnd } from "./time-bucket";
import { ALL, type Dimension, type TrendCell } from "./trend-cells";

/** One bucket of one value, with what is needed to judge whether it can be compared. */
export type BucketCount = { bucket: string; postings: number; n: number; sources: readonly string[]; partial: boolean };

/** A comparison of two buckets, or why there is none. `ratio`: 0.1 is ten percent more of all postings ask for it. */
export type Growth =
  | { kind: "growth"; ratio: number; sample: number }
  | { kind: "unknown"; why: "no_data" | "partial_bucket" | "source_gap" | "too_few_postings" };

/** Postings with the value in the earlier bucket below which a ratio is noise. */
export const MIN_POSTINGS = 20;

/** The counts of one value in one bucket. */
export function bucketCount(
  cells: readonly TrendCell[],
  query: { dimension: Dimension; key: string; bucket: string; now: Date },
): BucketCount {
  const here = cells.filter((cell) => cell.bucket === query.bucket);
  const find = (dimension: Dimension, key: string) =>
    here.find((cell) => cell.dimension === dimension && cell.key === key && cell.source === ALL)?.postings ?? 0;
  return {
    bucket: query.bucket,
    postings: find(query.dimension, query.key),
    n: find("total", ALL),
    sources: here
      .filter(({ dimension }) => dimension === "source")
      .map(({ key }) => key)
      .sort(),
    partial: bucketEnd(query.bucket) > query.now,
  };
}

/**
 * How much the share of a value grew from one bucket to a later one. Only whole buckets are compared, only where the same
 * sources reported (or a broken source would read as a slump), and only from 20 postings on.
 */
export function growthBetween(previous: BucketCount, current: BucketCount): Growth {
  if (previous.n === 0 || current.n === 0) return { kind: "unknown", why: "no_data" };
  if (previous.partial || current.partial) return { kind: "unknown", why: "partial_bucket" };
  if (previous.sources.join("\n") !== current.sources.join("\n")) return { kind: "unknown", why: "source_gap" };
  if (previous.postings < MIN_POSTINGS) return { kind: "unknown", why: "too_few_postings" };
  const ratio = current.postings / current.n / (previous.postings / previous.n) - 1;
  return { kind: "growth", ratio, sample: previous.postings + current.postings };
}
