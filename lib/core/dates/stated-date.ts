import { calendarDay as day, numericDay } from "./calendar-day";
import { MONTHS } from "./month-names";

const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2100;

function monthOf(name: string | undefined): number {
  return MONTHS.get((name ?? "").slice(0, 3).toLowerCase()) ?? 0;
}

function fromEpoch(value: number): string | null {
  const ms = value >= 1e11 ? value : value * 1000;
  if (!Number.isFinite(ms) || ms < Date.UTC(EARLIEST_YEAR) || ms > Date.UTC(LATEST_YEAR)) return null;
  return new Date(ms).toISOString();
}

function fromIso(text: string): string | null {
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, year, month, date, time, zone] = match;
  const stated = day(Number(year), Number(month), Number(date));
  if (stated === null || time === undefined || zone === undefined) return stated;
  const offset = /^[zug]/i.test(zone) ? "Z" : zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const clock = time.length === 4 || /^\d:/.test(time) ? `0${time}` : time;
  const instant = `${stated}T${clock.length === 5 ? `${clock}:00` : clock}${offset}`;
  return Number.isNaN(Date.parse(instant)) ? stated : instant;
}

/** 03/04/2025 is either; only a number above 12 says which is the day. */
function fromNumeric(text: string): string | null {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text);
  if (match === null) return null;
  return numericDay(Number(match[1]), Number(match[2]), Number(match[3]), null);
}

function fromWords(text: string): string | null {
  const dayFirst =
    /^(?:[a-záéíóú]{3,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(?:de\s+)?([a-z]{3,10})\.?,?\s+(?:de\s+|del\s+)?(\d{4})(?:\s+\d{1,2}:\d{2}.*)?$/i.exec(
      text,
    );
  if (dayFirst !== null) return day(Number(dayFirst[3]), monthOf(dayFirst[2]), Number(dayFirst[1]));
  // "Wed Aug 05 02:00:00 UTC 2026" is how Java writes a date, "Wed Aug 05 2026 02:00:00 GMT" how JavaScript does.
  const machine = /^[a-z]{3} ([a-z]{3}) (\d{1,2})(?: \d{2}:\d{2}:\d{2}(?: [a-z]{3,5})?)? (\d{4})(?: .*)?$/i.exec(text);
  if (machine !== null) return day(Number(machine[3]), monthOf(machine[1]), Number(machine[2]));
  const monthFirst = /^([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\s+\d{1,2}:\d{2}.*)?$/i.exec(text);
  if (monthFirst === null) return null;
  return day(Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2]));
}

/**
 * A stated date as `YYYY-MM-DD`, or as an ISO 8601 instant where the source gives a time with its zone. Null for relative words, for
 * days that do not exist, and for numeric dates that could be read both ways.
 */
export function parseStatedDate(value: unknown): string | null {
  if (typeof value === "number") return fromEpoch(value);
  if (typeof value !== "string") return null;
  const text = value.trim().slice(0, 60);
  if (/^\d{10}(\d{3})?$/.test(text)) return fromEpoch(Number(text));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return day(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  return fromIso(text) ?? fromNumeric(text) ?? fromWords(text);
}
