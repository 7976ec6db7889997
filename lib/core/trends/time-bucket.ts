import { AppError } from "@/lib/core/kernel/app-error";
import { addDays, daysBetween, utcMonth } from "@/lib/core/kernel/utc-day";

/** Width of a time bucket: ISO week (Monday to Sunday) or calendar month, both in UTC. */
export const GRAINS = ["week", "month"] as const;
export type Grain = (typeof GRAINS)[number];

/** Most buckets in one series: ten years of weeks and some more. */
const MAX_BUCKETS = 600;

const THURSDAY = 4;

function isoWeekday(at: Date): number {
  return at.getUTCDay() === 0 ? 7 : at.getUTCDay();
}

function isoWeek(at: Date): string {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  // A week belongs to the year that its Thursday is in.
  const thursday = addDays(day, THURSDAY - isoWeekday(day));
  const year = thursday.getUTCFullYear();
  const week = Math.floor(daysBetween(new Date(Date.UTC(year, 0, 1)), thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The bucket of an instant: `2026-W47` or `2026-11`. Buckets of one grain sort as strings. */
export function bucketOf(at: Date, grain: Grain): string {
  return grain === "week" ? isoWeek(at) : utcMonth(at);
}

/** The first instant of a bucket. Throws `invalid_input` on anything that is no bucket. */
export function bucketStart(bucket: string): Date {
  const week = /^(\d{4})-W(\d{2})$/u.exec(bucket);
  const start = week === null ? monthStart(bucket) : weekStart(Number(week[1]), Number(week[2]));
  if (Number.isNaN(start.getTime()) || bucketOf(start, week === null ? "month" : "week") !== bucket) {
    throw new AppError(
      "invalid_input",
      `"${bucket.slice(0, 20)}" is neither a week like 2026-W47 nor a month like 2026-11.`,
    );
  }
  return start;
}

function monthStart(bucket: string): Date {
  return new Date(/^\d{4}-\d{2}$/u.test(bucket) ? `${bucket}-01T00:00:00.000Z` : Number.NaN);
}

function weekStart(year: number, week: number): Date {
  // The fourth of January is always in week 1.
  const fourth = new Date(Date.UTC(year, 0, 4));
  return addDays(fourth, 1 - isoWeekday(fourth) + (week - 1) * 7);
}

/** The first instant after a bucket. */
export function bucketEnd(bucket: string): Date {
  const start = bucketStart(bucket);
  if (bucket.includes("W")) return addDays(start, 7);
  return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
}

/** All buckets from one to another, both included, in order, none left out; empty where `to` comes first. Throws beyond 600. */
export function bucketsBetween(from: string, to: string): string[] {
  const grain: Grain = from.includes("W") ? "week" : "month";
  const last = bucketStart(to);
  const buckets: string[] = [];
  for (let at = bucketStart(from); at <= last; at = bucketEnd(bucketOf(at, grain))) {
    if (buckets.length >= MAX_BUCKETS)
      throw new AppError("invalid_input", `A series holds at most ${MAX_BUCKETS} buckets.`);
    buckets.push(bucketOf(at, grain));
  }
  return buckets;
}
