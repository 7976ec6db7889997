import { expect, test } from "vitest";
import { UNITS_PER_USD } from "@/lib/core/pay/currencies";
import { loadPackagedRates, PACKAGED } from "./load-packaged-rates";

const rates = loadPackagedRates();

test("every currency that pay is read in has a packaged rate, of one day, and no other has", () => {
  expect(rates.map(({ currency }) => currency).sort()).toEqual(Object.keys(UNITS_PER_USD).sort());
  expect(new Set(rates.map(({ day }) => day)).size).toBe(1);
  expect(rates.every(({ source }) => source === PACKAGED)).toBe(true);
});

test("the orders of magnitude that tell pay from other sums agree with the rates", () => {
  for (const { currency, usd } of rates) {
    const ratio = usd * (UNITS_PER_USD[currency] ?? 0);
    expect(ratio, currency).toBeGreaterThan(0.7);
    expect(ratio, currency).toBeLessThan(1.5);
  }
});
