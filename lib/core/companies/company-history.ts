import { utcDay } from "@/lib/core/kernel/utc-day";

export type MonthCount = { month: string; n: number };

/** Postings opened and closed in one calendar month (UTC), "2026-11"; `partial` where the month is not over. */
export type HistoryMonth = { month: string; opened: number; closed: number; partial: boolean };

function monthAfter(month: string): string {
  const [year = 0, at = 1] = month.split("-").map(Number);
  return at === 12 ? `${year + 1}-01` : `${year}-${String(at + 1).padStart(2, "0")}`;
}

/** The months from the first in which something happened to that of `now`, at most `most` of them, each with its counts. */
export function companyHistory(
  opened: readonly MonthCount[],
  closed: readonly MonthCount[],
  { now, most }: { now: Date; most: number },
): HistoryMonth[] {
  const last = utcDay(now).slice(0, 7);
  const known = [...opened, ...closed].map(({ month }) => month).filter((month) => month <= last);
  if (known.length === 0) return [];
  const countIn = (counts: readonly MonthCount[], month: string) =>
    counts.reduce((sum, count) => sum + (count.month === month ? count.n : 0), 0);
  const months: HistoryMonth[] = [];
  for (let month = known.reduce((a, b) => (a < b ? a : b)); month <= last; month = monthAfter(month)) {
    months.push({ month, opened: countIn(opened, month), closed: countIn(closed, month), partial: month === last });
    if (months.length > most) months.shift();
  }
  return months;
}
