import type { PayPeriod, Salary } from "@/lib/core/postings/posting-fields";
import { convert, type RatesInForce } from "./exchange-rates";

/** How many of a period a year of full-time work has: 2,080 hours (52 weeks of 40), 260 days, 52 weeks, 12 months. */
export const PERIODS_PER_YEAR: Readonly<Record<PayPeriod, number>> = {
  hour: 2080,
  day: 260,
  week: 52,
  month: 12,
  year: 1,
};

/** A salary as that of a full year, in its own currency; hours count as `hoursPerYear`. */
export function annualise(salary: Salary, hoursPerYear: number = PERIODS_PER_YEAR.hour): Salary {
  const times = salary.period === "hour" ? hoursPerYear : PERIODS_PER_YEAR[salary.period];
  return { ...salary, min: salary.min * times, max: salary.max * times, period: "year" };
}

/** The middle of a salary as whole US dollars of a full year; null where the rates do not have its currency. */
export function annualUsd(salary: Salary, rates: RatesInForce): number | null {
  const { min, max, currency } = annualise(salary);
  const usd = convert((min + max) / 2, currency, "USD", rates);
  return usd === null ? null : Math.round(usd);
}
