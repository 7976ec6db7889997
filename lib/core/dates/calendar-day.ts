const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

/** Which number of "03/11/2025" is the day. */
export type DayOrder = "day_first" | "month_first";

/** A day as `YYYY-MM-DD`; null of one that the calendar does not have, or outside 1990 … 2100. */
export function calendarDay(year: number, month: number, date: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || date < 1) return null;
  const at = new Date(Date.UTC(year, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at.toISOString().slice(0, 10) : null;
}

const MONTH_FIRST = new Set(["US", "PH", "PR", "BZ"]);

/** How a country writes numeric dates; Spanish text without a country is day first, English without one may be either. */
export function dayOrderOf(country: string | null, lang: string): DayOrder | null {
  if (country !== null) return MONTH_FIRST.has(country) ? "month_first" : "day_first";
  return lang === "es" ? "day_first" : null;
}

/** The day that two numbers and a year mean: a number above 12 says which is the day, else the order does; null where neither does. */
export function numericDay(first: number, second: number, year: number, order: DayOrder | null): string | null {
  const full = year < 100 ? 2000 + year : year;
  if (first > 12) return calendarDay(full, second, first);
  if (second > 12) return calendarDay(full, first, second);
  if (first === second) return calendarDay(full, first, second);
  if (order === null) return null;
  return order === "day_first" ? calendarDay(full, second, first) : calendarDay(full, first, second);
}
