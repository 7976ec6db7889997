import { bucketEnd, bucketsBetween } from "./time-bucket";
import { ALL, type Dimension, type TrendCell } from "./trend-cells";

/** One bucket of a series. `share` and `postings` are null where nothing was collected: a gap, never a zero. */
export type DemandPoint = {
  bucket: string;
  /** Postings with this value / all postings of the bucket, 0 … 1. */
  share: number | null;
  postings: number | null;
  /** All postings of the bucket: the sample that the share rests on. */
  n: number;
  /** The bucket is not over yet. */
  partial: boolean;
};

export type DemandSeries = { key: string; points: DemandPoint[] };

export type DemandQuery = {
  dimension: Dimension;
  keys: readonly string[];
  /** First and last bucket, of the grain of the cells. */
  from: string;
  to: string;
  /** One source, or all of them where left out. */
  source?: string;
  now: Date;
};

function indexOf(cells: readonly TrendCell[], query: DemandQuery): Map<string, number> {
  const index = new Map<string, number>();
  for (const cell of cells) {
    if (cell.source !== (query.source ?? ALL)) continue;
    if (cell.dimension === query.dimension || cell.dimension === "total") {
      index.set(JSON.stringify([cell.dimension, cell.key, cell.bucket]), cell.postings);
    }
  }
  return index;
}

/** One series per key, in the order of the keys, one point per bucket from `from` to `to`. */
export function demandSeries(cells: readonly TrendCell[], query: DemandQuery): DemandSeries[] {
  const index = indexOf(cells, query);
  const count = (dimension: Dimension, key: string, bucket: string) =>
    index.get(JSON.stringify([dimension, key, bucket])) ?? 0;
  const buckets = bucketsBetween(query.from, query.to);
  return query.keys.map((key) => ({
    key,
    points: buckets.map((bucket) => {
      const n = count("total", ALL, bucket);
      const postings = count(query.dimension, key, bucket);
      const partial = bucketEnd(bucket) > query.now;
      return n === 0
        ? { bucket, share: null, postings: null, n, partial }
        : { bucket, share: postings / n, postings, n, partial };
    }),
  }));
}

export type RankedDemand = { key: string; postings: number; share: number; n: number };

/** The values of a dimension that most postings have between two buckets, largest first, ties by key, with their sample. */
export function rankDemand(
  cells: readonly TrendCell[],
  query: Omit<DemandQuery, "keys" | "now"> & { limit: number },
): RankedDemand[] {
  const counts = new Map<string, number>();
  let n = 0;
  for (const cell of cells) {
    const wanted = cell.source === (query.source ?? ALL) && cell.bucket >= query.from && cell.bucket <= query.to;
    if (!wanted) continue;
    if (cell.dimension === "total") n += cell.postings;
    if (cell.dimension === query.dimension) counts.set(cell.key, (counts.get(cell.key) ?? 0) + cell.postings);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, query.limit)
    .map(([key, postings]) => ({ key, postings, share: n === 0 ? 0 : postings / n, n }));
}
