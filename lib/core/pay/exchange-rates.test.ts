import { expect, test } from "vitest";
import { annualise, annualUsd } from "./annual-pay";
import { convert, type ExchangeRate, ratesOn, toRatesInForce } from "./exchange-rates";

const rate = (currency: string, usd: number, day = "2026-01-01", source = "packaged"): ExchangeRate => ({
  currency,
  usd,
  day,
  source,
});
const packaged = [rate("USD", 1), rate("MXN", 0.05), rate("EUR", 1.1)];
const rates = toRatesInForce(packaged);

test("the newest stored rate on or before the day outranks the packaged one", () => {
  const stored = [rate("MXN", 0.06, "2026-03-01", "bank"), rate("MXN", 0.07, "2026-05-01", "bank")];
  const usdOn = (day: string) => ratesOn(day, stored, packaged).find(({ currency }) => currency === "MXN")?.usd;
  expect(usdOn("2026-02-28")).toBe(0.05);
  expect(usdOn("2026-03-01")).toBe(0.06);
  expect(usdOn("2026-06-01")).toBe(0.07);
  expect(ratesOn("2026-06-01", stored, packaged).map(({ currency }) => currency)).toEqual(["EUR", "MXN", "USD"]);
});

test("the version changes with any rate, and with nothing else", () => {
  expect(toRatesInForce([...packaged].reverse()).version).toBe(rates.version);
  expect(toRatesInForce([...packaged.slice(0, 2), rate("EUR", 1.2)]).version).not.toBe(rates.version);
  expect(rates.version).toMatch(/^2026-01-01-[0-9a-f]{12}$/);
});

test("amounts are converted through the dollar, or not at all", () => {
  expect(convert(2000, "MXN", "USD", rates)).toBe(100);
  expect(convert(100, "USD", "MXN", rates)).toBe(2000);
  expect(convert(100, "XXX", "USD", rates)).toBeNull();
  expect(convert(100, "USD", "XXX", rates)).toBeNull();
});

test.each([
  ["hour", 2080],
  ["day", 260],
  ["week", 52],
  ["month", 12],
  ["year", 1],
] as const)("a year has %s pay %d times", (period, times) => {
  expect(annualise({ min: 10, max: 20, currency: "EUR", period })).toEqual({
    min: 10 * times,
    max: 20 * times,
    currency: "EUR",
    period: "year",
  });
});

test("the hours of a year can be others", () => {
  expect(annualise({ min: 10, max: 10, currency: "EUR", period: "hour" }, 1720).min).toBe(17_200);
});

test("yearly pay in dollars is the middle of the range, whole", () => {
  expect(annualUsd({ min: 20_000, max: 30_001, currency: "MXN", period: "month" }, rates)).toBe(15_000);
  expect(annualUsd({ min: 1, max: 1, currency: "XXX", period: "month" }, rates)).toBeNull();
});
