import { describe, expect, test } from "vitest";
import { firstPeriod, isPlausiblePay, lastPeriod, plausiblePeriod } from "./pay-period";

describe("a stated period", () => {
  test.each([
    ["an hour", "hour", 1],
    ["/hr", "hour", 1],
    ["per hourlocation", "hour", 1],
    ["la hora", "hour", 1],
    ["p/d", "day", 1],
    ["por jornada", "day", 1],
    ["pw", "week", 1],
    ["semanales", "week", 1],
    ["biweekly", "week", 0.5],
    ["catorcenal", "week", 0.5],
    ["quincenales", "month", 2],
    ["cada 15 dias", "month", 2],
    ["al mes", "month", 1],
    ["pcm", "month", 1],
    ["p.a.", "year", 1],
    ["per annum", "year", 1],
    ["brutos ano", "year", 1],
    ["annually", "year", 1],
  ])("%s is %s", (words, period, factor) => {
    expect(firstPeriod(words)).toMatchObject({ period, factor });
  });

  test("none is read out of parts of words or times of day", () => {
    for (const words of ["utah", "turno de dia", "9 am a 6 pm", "pagado", "todo el ano escolar 2024"])
      expect(firstPeriod(words)).toBeNull();
  });

  test("before an amount the nearest counts", () => {
    expect(lastPeriod("annual bonus, monthly salary")?.period).toBe("month");
    expect(lastPeriod("salary")).toBeNull();
  });
});

describe("a period that is not stated", () => {
  test.each([
    [85_000, "USD", "US", true, "year"],
    [18, "USD", "US", true, "hour"],
    [450, "USD", "EC", false, "month"],
    [2_000, "USD", null, false, "month"],
    [60_000, "USD", "MX", true, "year"],
    [32_000, "GBP", "GB", true, "year"],
    [1_400, "EUR", "ES", false, "month"],
    [12_000, "MXN", "MX", false, "month"],
    [1_423_500, "COP", "CO", false, "month"],
  ])("%d %s in %s is pay for a %s", (amount, currency, country, isEnglish, period) => {
    expect(plausiblePeriod({ min: amount, max: amount }, currency, country, isEnglish)).toBe(period);
  });

  test.each([
    [3_000, "USD", "US"],
    [600, "GBP", "GB"],
    [1_000, "MXN", "MX"],
    [5_000, "JPY", "JP"],
  ])("%d %s in %s could be several", (amount, currency, country) => {
    expect(plausiblePeriod({ min: amount, max: amount }, currency, country, true)).toBeNull();
  });
});

test("amounts that nobody is paid are not pay", () => {
  expect(isPlausiblePay(70_000, "USD", "hour")).toBe(false);
  expect(isPlausiblePay(60, "USD", "year")).toBe(false);
  expect(isPlausiblePay(1_500_000, "COP", "month")).toBe(true);
  expect(isPlausiblePay(100, "XXX", "month")).toBe(false);
});
