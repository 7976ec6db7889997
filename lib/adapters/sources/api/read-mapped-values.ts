import type { PayReading } from "../parsing/stated-pay";
import { readAmount, readCurrency, readPayPeriod, toSalary } from "../parsing/stated-pay";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { plainField } from "../parsing/plain-text";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { parseRelativeDate } from "@/lib/core/dates/relative-date";
import { isNode } from "../jsonld/json-node";
import type { ApiParams } from "./api-params";

const MAX_TAGS = 60;
/** Counts below this are no milliseconds of a date since 1990. */
const EARLIEST_MS = Date.UTC(1990);
const NAME_KEYS = ["name", "label", "title", "text", "value"];

/** A short text: a word, a number, an object's name, or a list of these joined by `; `. */
export function shortText(value: unknown, maxLength = 500): string | null {
  const parts = (Array.isArray(value) ? value.slice(0, 50) : [value]).flatMap((item: unknown) => {
    const named = isNode(item) ? NAME_KEYS.map((key) => item[key]).find((name) => typeof name === "string") : item;
    return plainField(named, maxLength) ?? [];
  });
  return parts.length === 0 ? null : [...new Set(parts)].join("; ").slice(0, maxLength);
}

/** A long text: a string, or a list of strings, or of objects with a text, one below the other. */
export function longText(value: unknown): string {
  const parts = (Array.isArray(value) ? value.slice(0, 200) : [value]).flatMap((item: unknown) => {
    if (typeof item === "string") return [item];
    const texts = isNode(item)
      ? ["title", "text", "content", "description", "body", "value"].map((key) => item[key])
      : [];
    return texts.filter((text) => typeof text === "string");
  });
  return parts.filter((part) => part.trim() !== "").join("\n\n");
}

/** Tags from a list of words or named objects, or from one line with commas. */
export function tagList(value: unknown): string[] {
  const listed = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;|]/) : [];
  const words = listed.slice(0, MAX_TAGS * 2).flatMap((item: unknown) => shortText(item, 60) ?? []);
  return [...new Set(words)].slice(0, MAX_TAGS);
}

function byDayOrder(text: string, dayFirst: boolean): string | null {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(text.trim());
  if (match === null) return null;
  const [, first = "", second = "", year = ""] = match;
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return parseStatedDate(`${year}-${month}-${day}`);
}

/** A date in the format that the source names, as an instant or a day; words such as "hace 3 días" count from `now`. */
export function mappedDate(value: unknown, format: ApiParams["dates"], now: Date): string | null {
  if (format === "epoch_s" || format === "epoch_ms") {
    const count = typeof value === "string" && /^\d{1,16}$/.test(value.trim()) ? Number(value) : value;
    if (typeof count !== "number") return null;
    const ms = format === "epoch_s" ? count * 1000 : count;
    return ms < EARLIEST_MS ? null : parseStatedDate(ms);
  }
  if (typeof value !== "string") return parseStatedDate(value);
  const ordered = format === "auto" ? null : byDayOrder(value, format === "day_month_year");
  return ordered ?? parseStatedDate(value) ?? parseRelativeDate(value, now);
}

/** What the source's own table says of a value, compared without case. */
export function lookUp<T>(table: Readonly<Record<string, T>>, value: unknown): T | null {
  const words = (Array.isArray(value) ? value : [value]).flatMap((item: unknown) =>
    typeof item === "boolean" ? [String(item)] : (shortText(item, 100)?.toLowerCase() ?? []),
  );
  return Object.entries(table).find(([word]) => words.includes(word.toLowerCase()))?.[1] ?? null;
}

/** Words that a rule of ours can read: the value itself, or the names in it. */
function words(value: unknown): string {
  return shortText(value, 300) ?? "";
}

/** The employment types that a value names, by the source's table or by the usual words. */
export function mappedEmployment(value: unknown, { valueMaps, constants }: ApiParams) {
  const own = lookUp(valueMaps.employmentType, value);
  if (own !== null) return [own];
  const read = readEmploymentTypes(words(value));
  return read.length > 0 || constants.employmentType === undefined ? read : [constants.employmentType];
}

/** The workplace that a value names; `true` means remote. */
export function mappedWorkplace(value: unknown, { valueMaps, constants }: ApiParams) {
  const own = lookUp(valueMaps.workplace, value);
  if (own !== null) return own;
  return (value === true ? "remote" : readWorkplace(words(value))) ?? constants.workplace ?? null;
}

/** Pay from its four parts; one amount stands for both ends. */
export function mappedPay(
  parts: { min: unknown; max: unknown; currency: unknown; period: unknown },
  { valueMaps, constants }: ApiParams,
): PayReading {
  const [low, high] = [readAmount(parts.min), readAmount(parts.max)];
  const ends = [low ?? high, high ?? low].filter((amount) => amount !== null);
  const range = ends.length === 0 ? null : { min: Math.min(...ends), max: Math.max(...ends) };
  const currency =
    lookUp(valueMaps.currency, parts.currency) ?? readCurrency(parts.currency) ?? constants.currency ?? null;
  const period = lookUp(valueMaps.period, parts.period) ?? readPayPeriod(parts.period) ?? constants.period ?? null;
  return toSalary(range, currency, period);
}
