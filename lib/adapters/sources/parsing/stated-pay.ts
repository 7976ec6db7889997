import type { PayPeriod, Salary } from "@/lib/core/postings/posting-fields";

export type PayReading = { salary: Salary | null; warning: string | null };

const PERIODS: readonly [RegExp, PayPeriod][] = [
  [/hour|hora|^hr$|\bhr\b|\/\s*h\b|^h$|pt1h/i, "hour"],
  [/day|d[ií]a|daily|diari|^p1d$/i, "day"],
  [/week|seman|^wk$|^p1w$/i, "week"],
  [/month|^mon$|\bmes\b|mensual|^p1m$|\/\s*mo\b/i, "month"],
  [/year|annual|annum|\ba[ñn]o\b|anual|^p1y$|\/\s*yr\b|^yr$|\bp\.?a\.?\b/i, "year"],
];
const CURRENCY_SIGNS: readonly [RegExp, string][] = [
  [/€/, "EUR"],
  [/£/, "GBP"],
  [/US\s?\$|U\$[SD]/i, "USD"],
  [/MX\s?\$|MXN\s?\$/i, "MXN"],
  [/COL\s?\$/i, "COP"],
  [/R\$/, "BRL"],
];

/** The pay period that a unit text or a phrase names. */
export function readPayPeriod(value: unknown): PayPeriod | null {
  if (typeof value !== "string") return null;
  return PERIODS.find(([pattern]) => pattern.test(value.trim()))?.[1] ?? null;
}

/** An ISO 4217 code from a code or an unmistakable sign; a bare `$` is many currencies. */
export function readCurrency(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const code = /(?:^|[^A-Z])([A-Z]{3})(?:[^A-Z]|$)/.exec(value.trim().toUpperCase())?.[1];
  if (code !== undefined && CURRENCIES.has(code)) return code;
  return CURRENCY_SIGNS.find(([pattern]) => pattern.test(value))?.[1] ?? null;
}

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));

/** A number as people write it: `60,000`, `60.000,50`, `1 500`, `60k`. Null where it is none, or negative. */
export function readAmount(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) && value > 0 ? value : null;
  if (typeof value !== "string") return null;
  const match = /(\d[\d.,' \u00a0]*)\s*(k\b|mil\b|m\b)?/i.exec(value);
  if (match === null) return null;
  const digits = (match[1] ?? "").replace(/[' \u00a0]/g, "").replace(/[.,]+$/, "");
  const decimal = /[.,](\d{1,2})$/.exec(digits);
  const whole = (decimal === null ? digits : digits.slice(0, decimal.index)).replace(/[.,]/g, "");
  const amount = Number(`${whole}${decimal === null ? "" : `.${decimal[1] ?? "0"}`}`);
  const scale = /^(k|mil)$/i.test(match[2] ?? "") ? 1000 : /^m$/i.test(match[2] ?? "") ? 1_000_000 : 1;
  return Number.isFinite(amount) && amount > 0 ? amount * scale : null;
}

/** Both ends of a written range; one amount stands for both. "60-80k" means 60,000 to 80,000. */
export function readAmountRange(text: string): { min: number; max: number } | null {
  const [left, right] = text.split(/\s*(?:-|–|—|\bto\b|\ba\b|\bhasta\b|\by\b)\s*(?=[^\d]{0,5}\d)/i, 2);
  const low = readAmount(left);
  if (low === null) return null;
  const high = right === undefined ? low : (readAmount(right) ?? low);
  const scaled =
    right !== undefined && low < 1000 && high >= 1000 && /\d\s*k\b/i.test(right) && !/k\b/i.test(left ?? "")
      ? low * 1000
      : low;
  return { min: Math.min(scaled, high), max: Math.max(scaled, high) };
}

/** Puts the parts together. Pay without a known currency or period is not stated well enough to be kept, and the warning says so. */
export function toSalary(
  range: { min: number; max: number } | null,
  currency: string | null,
  period: PayPeriod | null,
): PayReading {
  if (range === null) return { salary: null, warning: null };
  if (currency === null) return { salary: null, warning: "Pay is stated without a currency." };
  if (period === null) return { salary: null, warning: "Pay is stated without a period." };
  return { salary: { ...range, currency, period }, warning: null };
}

/** Pay written as one phrase, such as `USD 60,000 - 80,000 per year`. */
export function readPayPhrase(text: string, currency: unknown = null): PayReading {
  return toSalary(readAmountRange(text), readCurrency(text) ?? readCurrency(currency), readPayPeriod(text));
}
