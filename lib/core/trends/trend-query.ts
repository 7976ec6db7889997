import { z } from "zod";
import { addDays } from "@/lib/core/kernel/utc-day";
import { bucketOf, bucketStart, GRAINS, type Grain } from "./time-bucket";

export const MEASURES = ["share", "count"] as const;
export type Measure = (typeof MEASURES)[number];

/** More lines than this in one chart cannot be told apart. */
export const MAX_SKILLS = 8;

const words = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [...new Set(value === undefined ? [] : [value].flat())].filter((word) => word.trim() !== ""));
const word = words.transform((all) => all[0] ?? null);

/** A question about demand as it stands in an address. Whatever cannot be used is left out, never an error. */
export const trendQuery = z.object({
  measure: word.transform((value) => MEASURES.find((known) => known === value) ?? "share"),
  by: word.transform((value) => GRAINS.find((known) => known === value) ?? "month"),
  skill: words.transform((all) => all.slice(0, MAX_SKILLS)),
  from: word,
  to: word,
  source: word,
  lang: word.transform((value) => (["en", "es"] as const).find((known) => known === value) ?? null),
});
export type TrendQuery = z.output<typeof trendQuery>;

const DEFAULT_MONTHS = 12;
const DEFAULT_WEEKS = 26;
const LONGEST_DAYS = 3_660;

function asBucket(value: string | null, grain: Grain): string | null {
  if (value === null) return null;
  try {
    const start = bucketStart(value);
    return bucketOf(start, grain);
  } catch {
    return null;
  }
}

function earliest(last: string, grain: Grain): string {
  const start = bucketStart(last);
  if (grain === "week") return bucketOf(addDays(start, -7 * (DEFAULT_WEEKS - 1)), grain);
  return bucketOf(new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() - (DEFAULT_MONTHS - 1), 1)), grain);
}

/**
 * First and last bucket of a question: as asked where that makes sense (a month is understood as its first week and the other
 * way round), else the last 12 months or 26 weeks. A range that runs backwards is turned round; at most ten years.
 */
export function rangeOf(query: Pick<TrendQuery, "by" | "from" | "to">, now: Date): { from: string; to: string } {
  const to = asBucket(query.to, query.by) ?? bucketOf(now, query.by);
  const from = asBucket(query.from, query.by) ?? earliest(to, query.by);
  const [first, last] = from <= to ? [from, to] : [to, from];
  const limit = bucketOf(addDays(bucketStart(last), -LONGEST_DAYS), query.by);
  return { from: first < limit ? limit : first, to: last };
}
