import type { PayPeriod } from "@/lib/core/postings/posting-fields";
import { type PayReading, readCurrency, toSalary } from "../parsing/stated-pay";
import type { AshbyJob, AshbyPayComponent } from "./ashby-schema";

const PERIODS: Record<string, PayPeriod> = {
  "1 HOUR": "hour",
  "1 DAY": "day",
  "1 WEEK": "week",
  "1 MONTH": "month",
  "1 YEAR": "year",
};

function isPay(component: AshbyPayComponent): boolean {
  const amounts = [component.minValue, component.maxValue].some((amount) => (amount ?? 0) > 0);
  return component.compensationType?.toLowerCase() === "salary" && amounts;
}

function readComponents(components: readonly AshbyPayComponent[]): PayReading {
  const [first] = components;
  if (first === undefined) return toSalary(null, null, null);
  const alike = components.filter(
    (component) => component.currencyCode === first.currencyCode && component.interval === first.interval,
  );
  const amounts = alike.flatMap(({ minValue, maxValue }) =>
    [minValue, maxValue].filter((amount) => typeof amount === "number").filter((amount) => amount > 0),
  );
  const range = { min: Math.min(...amounts), max: Math.max(...amounts) };
  const reading = toSalary(
    range,
    readCurrency(first.currencyCode),
    PERIODS[first.interval?.toUpperCase() ?? ""] ?? null,
  );
  if (reading.salary === null || alike.length === components.length) return reading;
  return { ...reading, warning: "Pay is stated in several currencies or periods; the first is kept." };
}

/**
 * Pay as the employer shows it: the summary over all tiers, else the tiers themselves. Equity, bonus and commission are no salary;
 * one amount stands for both ends; pay that
 * the employer does not want shown is not read.
 */
export function readAshbyPay(job: AshbyJob): PayReading {
  if (job.shouldDisplayCompensationOnJobPostings === false) return { salary: null, warning: null };
  const summary = (job.compensation?.summaryComponents ?? []).filter(isPay);
  const fromSummary = readComponents(summary);
  if (fromSummary.salary !== null) return fromSummary;
  const tiers = [...(job.compensation?.compensationTiers ?? []), ...job.compensationTiers];
  const fromTiers = readComponents(tiers.flatMap((tier) => tier.components).filter(isPay));
  return fromTiers.salary === null ? { salary: null, warning: fromSummary.warning ?? fromTiers.warning } : fromTiers;
}
