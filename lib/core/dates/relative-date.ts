import { NUMBER_WORDS } from "@/lib/core/kernel/number-words";
import { readForeignAgo, type AgoUnit as Unit } from "./foreign-ago";
import { MONTH_PATTERN } from "./month-names";
import { parseStatedDate } from "./stated-date";

const MAX_CHARS = 120;
const MAX_YEARS = 20;

/** Spanish words are written without accents here, as the text is compared without them. */
const UNITS: readonly [RegExp, Unit][] = [
  [/^(?:s|sec|secs|seg|segs|seconds?|segundos?|m|mins?|minutes?|minutos?)$/, "minute"],
  [/^(?:h|hs|hrs?|hours?|horas?)$/, "hour"],
  [/^(?:d|days?|dias?)$/, "day"],
  [/^(?:w|wks?|weeks?|sem|semanas?)$/, "week"],
  [/^(?:mo|mos|months?|mes|meses)$/, "month"],
  [/^(?:y|yrs?|years?|anos?)$/, "year"],
];
const COUNT_WORDS: Readonly<Record<string, number>> = { a: 1, an: 1, ...NUMBER_WORDS };
const COUNT = Object.keys(COUNT_WORDS).join("|");
const AGO = new RegExp(`(?<![a-z0-9.,])(?:(\\d{1,4})(\\+?) ?|(${COUNT}) )([a-z]{1,8})(?![a-z0-9])`, "g");
/** "10 ago." and "10 de ago" are days of August. */
const SAYS_AGO = /\bhace\b|(?<!\bde)(?<=[a-z]) ago\b/;
/** Only a bound is stated, such as "hace más de 30 días" or "30+ days ago". */
const MORE_THAN = /\bmas de\b|\bmais de\b|\bmore than\b|\bover\b|\bat least\b|>/;
const FUTURE = /\b(?:en|in|dentro de|within|quedan?|faltan?|left|remaining|vence|cierra|expires?|closes?)\b/;
const DAY_MONTH = new RegExp(
  `(?:^|[^a-z0-9])(\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?:de\\s+|of\\s+)?(${MONTH_PATTERN})(?![a-z])\\.?(?:,?[\\s-]+(?:del?\\s+)?(\\d{4})(?!\\d))?`,
);
const MONTH_DAY = new RegExp(
  `(?:^|[^a-z0-9])(${MONTH_PATTERN})(?![a-z])\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,?\\s+(\\d{4})(?!\\d))?`,
);

function isoDay(at: Date): string | null {
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}

/** The same day so many months earlier, or that month's last where it is shorter. */
function monthsBefore(now: Date, months: number): Date {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(now.getUTCDate(), lastDay));
  return first;
}

function before(now: Date, count: number, unit: Unit): string | null {
  const hours = { minute: count / 60, hour: count, day: count * 24, week: count * 168, month: 0, year: 0 }[unit];
  const months = unit === "year" ? count * 12 : unit === "month" ? count : 0;
  if (months > MAX_YEARS * 12 || hours > MAX_YEARS * 8766) return null;
  return isoDay(months > 0 ? monthsBefore(now, months) : new Date(now.getTime() - hours * 3_600_000));
}

function fromAgo(text: string, now: Date): string | null {
  for (const [, digits, plus, counted = "", word = ""] of text.matchAll(AGO)) {
    const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
    if (unit === undefined) continue;
    const isShort = unit === "minute" || unit === "hour";
    if ((plus === "+" || MORE_THAN.test(text)) && !isShort) return null;
    return before(now, COUNT_WORDS[counted] ?? Number(digits), unit);
  }
  return null;
}

function fromNamedDay(text: string, now: Date): string | null {
  if (/\b(?:anteayer|antier|antes de ayer)\b/.test(text)) return before(now, 2, "day");
  if (/\b(?:ayer|yesterday)\b/.test(text)) return before(now, 1, "day");
  const isToday =
    /\b(?:hoy|today|just now|just posted|justo ahora|ahora mismo|recien|moments? ago|hace (?:unos |un )?(?:instantes?|momentos?|segundos))\b/;
  return isToday.test(text) ? isoDay(now) : null;
}

/** A day without a year is the last one that has been; a board's clock may be a day ahead of ours. */
function fromMonthName(text: string, now: Date): string | null {
  const dayFirst = DAY_MONTH.exec(text);
  const monthFirst = dayFirst === null ? MONTH_DAY.exec(text) : null;
  const match = dayFirst ?? monthFirst;
  if (match === null) return null;
  const [date, name] = dayFirst === null ? [match[2], match[1]] : [match[1], match[2]];
  // "set" is how Spanish shortens its "setiembre".
  const month = (name ?? "").slice(0, 3).replace("set", "sep");
  const dated = (year: number) => parseStatedDate(`${date ?? ""} ${month} ${year}`);
  if (match[3] !== undefined) return dated(Number(match[3]));
  const thisYear = dated(now.getUTCFullYear());
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  return thisYear !== null && thisYear <= tomorrow ? thisYear : dated(now.getUTCFullYear() - 1);
}

/**
 * The day that relative words in Spanish or English mean, as `YYYY-MM-DD` in UTC: "hace 3 días", "Ayer", "2w", "30
 * minutes ago", "12 dic.", and the ages of a few other languages; also whole dates in words. Null where the words only
 * bound it ("hace más de 30 días", "30+ days ago"), where they speak of the future, and where they are no date.
 */
export function parseRelativeDate(text: string, now: Date): string | null {
  if (Number.isNaN(now.getTime())) return null;
  const stated = parseStatedDate(text);
  if (stated !== null) return stated.slice(0, 10);
  const plain = text
    .slice(0, MAX_CHARS)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
  const foreign = readForeignAgo(plain);
  if (foreign !== null) return before(now, foreign.count, foreign.unit);
  const isAgo = SAYS_AGO.test(plain);
  if (!isAgo && FUTURE.test(plain)) return null;
  return (
    (isAgo ? fromAgo(plain, now) : null) ??
    (isAgo && MORE_THAN.test(plain) ? null : fromNamedDay(plain, now)) ??
    (isAgo ? null : (fromMonthName(plain, now) ?? fromAgo(plain, now)))
  );
}
