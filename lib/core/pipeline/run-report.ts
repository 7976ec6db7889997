/** Kinds of run, by what they do. */
export const RUN_KINDS = [
  "daily",
  "scrape",
  "import",
  "enrich",
  "embed",
  "match",
  "trends",
  "dedupe",
  "replay",
] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** What set a run off. */
export const RUN_TRIGGERS = ["admin", "cron", "schedule", "cli", "launcher", "upload"] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

/** Stage → counter → number. */
export type StageCounts = Record<string, Record<string, number>>;

/** Smallest, median, 90th percentile and largest of some scores, by the nearest-rank rule. */
export type Distribution = { n: number; min: number; p50: number; p90: number; max: number };

/** The distribution of some numbers; null of none. */
export function distributionOf(values: readonly number[]): Distribution | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, min: rank(0), p50: rank(0.5), p90: rank(0.9), max: rank(1) };
}

/** How a run ended, from what its stages counted: partial where items failed, failed where nothing went well. */
export function statusOf(counts: StageCounts): "succeeded" | "partial" | "failed" {
  const totals = Object.values(counts);
  const failed = totals.reduce((sum, stage) => sum + (stage["failed"] ?? 0), 0);
  const done = totals.reduce((sum, stage) => sum + (stage["done"] ?? 0), 0);
  if (failed === 0) return "succeeded";
  return done > 0 ? "partial" : "failed";
}
