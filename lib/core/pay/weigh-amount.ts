import type { Field } from "@/lib/core/postings/find-phrases";
import type { Pay } from "@/lib/core/postings/posting-reading";
import { currencyOfCountry } from "./currencies";
import { currencyOf, type MoneyContext } from "./currency-marks";
import type { Amount } from "./find-amounts";
import { type Clause, clauseAround } from "./pay-clause";
import {
  firstPeriod,
  isPlausiblePay,
  lastPeriod,
  plausiblePeriod,
  roughlyYearlyUsd,
  type StatedPeriod,
} from "./pay-period";
import * as words from "./pay-words";

/** An amount that is taken for pay, with how well it is supported and the folded range it was read from. */
export type Candidate = {
  pay: Pay;
  support: number;
  start: number;
  end: number;
  isEstimated: boolean;
  isLabelled: boolean;
  hasPeriod: boolean;
  /** It stands on a line of its own, as a board puts it. */
  isAlone: boolean;
};

const SUPPORT = {
  strongLabel: 4,
  weakLabel: 2,
  period: 3,
  basis: 1,
  range: 1,
  title: 2,
  alone: 2,
  head: 1,
  yearly: 1,
  bound: 1,
  estimated: 1,
};
type Basis = Pay["basis"];

/** Less than this is a number with a currency and nothing that makes it pay. */
const ENOUGH = 3;
/** Adverts say what they pay on top more often than elsewhere. */
const HEAD = 400;
const OPENING = 120;
/** Sums of five figures in these are hardly ever anything but a year's pay where they stand in a title or at the top. */
const WIDELY_READ = new Set(["USD", "GBP", "EUR", "AUD", "CAD"]);
/** Less than this in a year (US dollars), without a word for pay beside it, is a benefit. */
const SMALL_YEARLY_USD = 3000;

type Read = { stated: StatedPeriod | null; basis: Basis; bound: Pay["bound"]; isYearly: boolean };

function basisOf(clause: Clause): Basis {
  const near = `${clause.labelled.slice(-40)} ${clause.after.slice(0, 40)}`;
  const [gross, net] = [near.search(words.GROSS), near.search(words.NET)];
  if (gross === -1 && net === -1) return null;
  return net === -1 || (gross !== -1 && gross < net) ? "gross" : "net";
}

function boundOf(amount: Amount, clause: Clause): Pay["bound"] {
  if (amount.isRange) return "range";
  if (amount.isOpen || words.FROM_BEFORE.test(clause.before)) return "from";
  return words.UP_TO_BEFORE.test(clause.before) ? "up_to" : "exact";
}

/** The period next to an amount: right behind it, else in the words that name it. */
function statedPeriod(clause: Clause): (StatedPeriod & { end: number }) | null {
  const behind = firstPeriod(clause.after);
  if (behind !== null) return behind;
  const ahead = lastPeriod(clause.labelled);
  return ahead === null ? null : { ...ahead, end: 0 };
}

function isSmall({ max, currency, period }: Pay["salary"]): boolean {
  return (roughlyYearlyUsd(max, currency, period) ?? 0) < SMALL_YEARLY_USD;
}

type Sum = { min: number; max: number; currency: string; stated: StatedPeriod | null };

function toSalary({ min, max, currency, stated }: Sum, context: MoneyContext): Pay["salary"] | null {
  const period = stated?.period ?? plausiblePeriod({ min, max }, currency, context.country, context.isEnglish);
  if (period === null) return null;
  const factor = stated?.factor ?? 1;
  const salary = { min: min * factor, max: max * factor, currency, period };
  const isPay = isPlausiblePay(salary.min, currency, period) && isPlausiblePay(salary.max, currency, period);
  return isPay ? salary : null;
}

/** "$1,500 a month" in Colombia cannot be pesos: a dollar sign whose own money makes no sense is the US dollar. */
function salaryOf(amount: Amount, stated: StatedPeriod | null, context: MoneyContext): Pay["salary"] | null {
  const { min, max, mark } = amount;
  const currency = mark === null ? currencyOfCountry(context.country) : currencyOf(mark, context);
  if (currency === null) return null;
  const salary = toSalary({ min, max, currency, stated }, context);
  if (salary !== null || mark !== "$" || currency === "USD") return salary;
  return toSalary({ min, max, currency: "USD", stated }, context);
}

function supportOf(field: Field, amount: Amount, clause: Clause, read: Read): number {
  let support = 0;
  if (clause.label !== null) support += clause.label === "strong" ? SUPPORT.strongLabel : SUPPORT.weakLabel;
  if (read.stated !== null) support += SUPPORT.period;
  if (read.basis !== null) support += SUPPORT.basis;
  if (amount.isRange) support += SUPPORT.range;
  if (field.field === "title") support += SUPPORT.title;
  else if (clause.isAlone) support += SUPPORT.alone;
  else if (amount.start < HEAD) support += amount.start < OPENING && read.isYearly ? 2 * SUPPORT.head : SUPPORT.head;
  if (read.stated === null && read.isYearly) support += SUPPORT.yearly;
  const isOneEnd = read.bound === "from" || read.bound === "up_to";
  if (isOneEnd && clause.label === "strong") support -= SUPPORT.bound;
  if (isOneEnd && clause.label !== "strong" && read.isYearly) support += SUPPORT.bound;
  return support;
}

/** What an amount is worth as this job's pay; null where it is not pay, or where its currency or period cannot be told. */
export function weighAmount(field: Field, amount: Amount, floor: number, context: MoneyContext): Candidate | null {
  const clause = clauseAround(field.fold.folded, amount, floor);
  if (clause === null) return null;
  const stated = statedPeriod(clause);
  const salary = salaryOf(amount, stated, context);
  if (salary === null || (salary.period === "hour" && stated === null && clause.label !== "strong")) return null;
  const [basis, bound] = [basisOf(clause), boundOf(amount, clause)];
  const isYearly = salary.period === "year" && WIDELY_READ.has(salary.currency) && salary.min >= 15_000;
  const support = supportOf(field, amount, clause, { stated, basis, bound, isYearly });
  if (support < ENOUGH || (clause.label === null && ((clause.hasBenefits && !amount.isRange) || isSmall(salary))))
    return null;
  const isEstimated = words.ESTIMATED.test(clause.rest.slice(stated?.end ?? 0));
  const hasVariable = words.VARIABLE.test(`${clause.before} ${clause.rest}`);
  const end = amount.end + (stated?.end ?? 0);
  const pay: Pay = { salary, bound, basis, hasVariable };
  return {
    pay,
    support: isEstimated ? SUPPORT.estimated : support,
    start: amount.start,
    end,
    isEstimated,
    isLabelled: clause.label !== null,
    hasPeriod: stated !== null,
    isAlone: clause.isAlone,
  };
}
