import type { ExchangeRate } from "./exchange-rates";

/** A line that is no rate, with what is wrong with it; lines count from 1. */
export type BadRateLine = {
  line: number;
  reason: "not_two_fields" | "bad_currency" | "bad_number" | "bad_day" | "ahead" | "twice" | "upside_down";
};
export type RateTable = { rates: Omit<ExchangeRate, "source">[]; bad: BadRateLine[] };

/** More lines than there are currencies, days aside; what comes after is not read. */
const MAX_LINES = 5000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HEADER = /^"?(?:currency|moneda|code|codigo|código)"?\s*[,;\t]/i;
/** A rate this far from the known one is units for a dollar, not dollars for a unit. */
const UPSIDE_DOWN = 50;

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text)) && new Date(Date.parse(text)).toISOString().startsWith(text);
}

function toNumber(field: string, separator: string): number {
  const plain = separator === "," ? field : field.replace(",", ".");
  return /^\d+(?:\.\d+)?(?:e-?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN;
}

/** `day` stands for lines without their own, none may lie after `today`; `known` is code → the rate in force. */
export type TableContext = { day: string; today: string; known: ReadonlyMap<string, number> };

type Line = { rate: Omit<ExchangeRate, "source"> } | { reason: BadRateLine["reason"] };

function readLine(text: string, { day, today, known }: TableContext): Line {
  const separator = /[;\t]/.exec(text)?.[0] ?? ",";
  const fields = text.split(separator).map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
  const [code = "", amount = "", stated] = fields;
  if (fields.length < 2 || fields.length > 3) return { reason: "not_two_fields" };
  const currency = code.toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency) || !known.has(currency)) return { reason: "bad_currency" };
  const usd = toNumber(amount, separator);
  if (!Number.isFinite(usd) || usd <= 0 || (currency === "USD" && usd !== 1)) return { reason: "bad_number" };
  const at = stated === undefined || stated === "" ? day : stated;
  if (!isDay(at)) return { reason: "bad_day" };
  if (at > today) return { reason: "ahead" };
  const usual = known.get(currency) ?? usd;
  if (usd > usual * UPSIDE_DOWN || usd < usual / UPSIDE_DOWN) return { reason: "upside_down" };
  return { rate: { currency, day: at, usd } };
}

/**
 * Reads lines of `currency,usd` or `currency,usd,day` (also with `;` or tabs, then with decimal commas too): US dollars for one
 * unit. Only currencies that are known are taken, each once a day, and none whose rate is far from the known one.
 */
export function parseRateTable(text: string, context: TableContext): RateTable {
  const table: RateTable = { rates: [], bad: [] };
  const seen = new Set<string>();
  const lines = text.replace(/^\ufeff/, "").split(/\r\n?|\n/, MAX_LINES);
  for (const [index, content] of lines.entries()) {
    if (content.trim() === "" || (index === 0 && HEADER.test(content))) continue;
    const read = readLine(content, context);
    if ("reason" in read) {
      table.bad.push({ line: index + 1, reason: read.reason });
      continue;
    }
    const key = `${read.rate.currency} ${read.rate.day}`;
    if (seen.has(key)) table.bad.push({ line: index + 1, reason: "twice" });
    else table.rates.push(read.rate);
    seen.add(key);
  }
  return table;
}
