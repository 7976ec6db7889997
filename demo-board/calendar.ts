const DAY_MS = 86_400_000;
const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a real calendar day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!DAY_FORM.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** The day a number of days after (negative: before) another. Throws RangeError when the day is not real. */
export function shiftDays(day: string, days: number): string {
  return new Date(instantOf(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The day a number of months after (negative: before) another; the 31st becomes the last day of a shorter month. */
export function shiftMonths(day: string, months: number): string {
  const at = new Date(instantOf(day));
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(at.getUTCDate(), last));
  return first.toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the second is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY_MS);
}

/** The days on which the demo crawls, oldest first: thirteen, one a month, from twelve months before the anchor to the anchor. */
export function demoCrawlDays(anchor: string): string[] {
  return Array.from({ length: 13 }, (_, index) => shiftMonths(anchor, index - 12));
}

function instantOf(day: string): number {
  if (!isDay(day)) throw new RangeError(`Not a calendar day (YYYY-MM-DD): ${day}`);
  return Date.parse(`${day}T00:00:00Z`);
}
