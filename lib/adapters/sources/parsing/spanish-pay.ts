import type { PayPeriod, Salary } from "@/lib/core/postings/posting-fields";
import { type PayReading, readAmountRange, readCurrency, readPayPeriod, toSalary } from "./stated-pay";

/** What a board's own rules fix where an advert does not say it. */
export type FixedPay = { currency: string | null; period: PayPeriod | null };

const NOTHING: PayReading = { salary: null, warning: null };
/** "Desde 2 millones" names one end only; "desde 2 hasta 3 millones" names both. */
const BOUND = /\b(?:menos de|m[aá]s de|desde|hasta|a partir de|m[ií]nimo|m[aá]ximo|up to|from|less than|more than)\b/i;
const MILLIONS = /mill[oó]n|\bmm\b/i;
const THOUSANDS = /\bmil\b/i;
/** Paid every fortnight, by piece or by project: none of the periods that pay is kept in. */
const OTHER_PERIOD = /quincen|catorcen|por proyecto|por evento|a destajo|por servicio/i;

/** "2 a 2,5 millones": the unit at the end stands for both numbers. */
function scaled(range: { min: number; max: number }, text: string): { min: number; max: number } {
  const scale = (amount: number) => {
    if (amount >= 1000) return amount;
    return MILLIONS.test(text) ? amount * 1_000_000 : THOUSANDS.test(text) ? amount * 1000 : amount;
  };
  const [low, high] = [scale(range.min), scale(range.max)];
  return { min: Math.min(low, high), max: Math.max(low, high) };
}

function isSane({ min, max }: Salary): boolean {
  return min >= 1 && max / min <= 100;
}

/**
 * Pay as Latin American boards write it: "$ 1.423.500,00 (Mensual)", "2 a 2,5 millones", "S/ 1,500 - 2,000". Words without a number
 * ("A convenir") are no pay; a single bound and a period that is not kept are warnings.
 */
export function readSpanishPay(text: string, fixed: FixedPay): PayReading {
  const phrase = text.slice(0, 200).replace(/\s+/g, " ").trim();
  if (!/\d/.test(phrase)) return NOTHING;
  const range = readAmountRange(phrase.replace(/^\s*entre\s+/i, ""));
  if (range === null) return NOTHING;
  if (range.min === range.max && BOUND.test(phrase))
    return { salary: null, warning: "Pay is stated with one bound only." };
  const period = readPayPeriod(phrase);
  if (period === null && OTHER_PERIOD.test(phrase))
    return { salary: null, warning: "Pay is stated for a period that is not kept." };
  const pay = toSalary(scaled(range, phrase), readCurrency(phrase) ?? fixed.currency, period ?? fixed.period);
  return pay.salary === null || isSane(pay.salary)
    ? pay
    : { salary: null, warning: "Pay is stated with amounts that cannot be." };
}
