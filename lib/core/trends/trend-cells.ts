import { trendDate } from "./trend-date";
import { bucketOf, type Grain } from "./time-bucket";

/** Changes whenever the same rows could give other cells; stored with them. */
export const TRENDS_VERSION = "1";

export const DIMENSIONS = ["total", "skill", "source", "lang", "country", "seniority"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One listing of a posting, as far as trends read it. A posting with listings at several sources comes in several rows. */
export type TrendRow = {
  postingId: string;
  postedAt: Date | null;
  firstSeenAt: Date;
  source: string;
  lang: string;
  country: string | null;
  seniority: string | null;
  skills: readonly string[];
};

/** The key of `total`, and the source that stands for all of them. */
export const ALL = "*";

/** A count of distinct postings in a time bucket, for one value of one dimension, at one source or at all ({@link ALL}). */
export type TrendCell = {
  grain: Grain;
  bucket: string;
  dimension: Dimension;
  key: string;
  source: string;
  postings: number;
};

type Job = { at: Date; sources: Set<string>; values: Map<Dimension, Set<string>> };

function byAge(a: TrendRow, b: TrendRow): number {
  const difference = trendDate(a).getTime() - trendDate(b).getTime();
  return difference || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
}

function valuesOf(row: TrendRow): [Dimension, readonly string[]][] {
  return [
    ["total", [ALL]],
    ["skill", row.skills],
    ["source", [row.source]],
    ["lang", [row.lang]],
    ["country", row.country === null ? [] : [row.country]],
    ["seniority", row.seniority === null ? [] : [row.seniority]],
  ];
}

/** Postings with the earliest date of their listings and everything that any listing says; source is a value of its own. */
function toJobs(rows: readonly TrendRow[]): Map<string, Job> {
  const jobs = new Map<string, Job>();
  for (const row of [...rows].sort(byAge)) {
    const job = jobs.get(row.postingId) ?? {
      at: trendDate(row),
      sources: new Set([ALL]),
      values: new Map<Dimension, Set<string>>(),
    };
    job.sources.add(row.source);
    for (const [dimension, keys] of valuesOf(row)) {
      const known = job.values.get(dimension) ?? new Set<string>();
      for (const key of keys) known.add(key);
      job.values.set(dimension, known);
    }
    jobs.set(row.postingId, job);
  }
  return jobs;
}

function cellKey(cell: Omit<TrendCell, "postings">): string {
  return JSON.stringify([cell.bucket, cell.dimension, cell.key, cell.source]);
}

function byKey(a: [string, TrendCell], b: [string, TrendCell]): number {
  return a[0] < b[0] ? -1 : 1;
}

function cellsOf(job: Job, grain: Grain): Omit<TrendCell, "postings">[] {
  const bucket = bucketOf(job.at, grain);
  return [...job.values].flatMap(([dimension, keys]) =>
    [...keys].flatMap((key) => {
      // Source against source says nothing that source alone does not.
      const sources = dimension === "source" ? [ALL] : [...job.sources];
      return sources.map((source) => ({ grain, bucket, dimension, key, source }));
    }),
  );
}

/**
 * Counts of distinct postings per bucket: in total and by skill, source, language, country and seniority, each over all
 * sources and at every single one. Rows may come in any order. Cells come sorted; a cell without a posting does not exist.
 */
export function computeTrendCells(rows: readonly TrendRow[], grain: Grain): TrendCell[] {
  const cells = new Map<string, TrendCell>();
  for (const job of toJobs(rows).values()) {
    for (const cell of cellsOf(job, grain)) {
      const key = cellKey(cell);
      const known = cells.get(key);
      if (known === undefined) cells.set(key, { ...cell, postings: 1 });
      else known.postings += 1;
    }
  }
  return [...cells].sort(byKey).map(([, cell]) => cell);
}
