import { expect, test } from "vitest";
import { currencyOf, isLatamCountry } from "./latam-countries";
import { readSpanishPay } from "./spanish-pay";

const cop = { currency: "COP", period: "month" } as const;
const noPeriod = { currency: "PEN", period: null };

test.each([
  ["$ 1.423.500,00 (Mensual)", 1_423_500, 1_423_500],
  ["$ 1.423.500 (Mensual)", 1_423_500, 1_423_500],
  ["$4 a $4,5 millones", 4_000_000, 4_500_000],
  ["2 a 2,5 millones", 2_000_000, 2_500_000],
  ["$12,5 a $15 millones", 12_500_000, 15_000_000],
  ["$800 mil a 1,2 millones", 800_000, 1_200_000],
  ["700 a 900 mil", 700_000, 900_000],
  ["Entre $2.000.000 y $3.000.000", 2_000_000, 3_000_000],
  ["Desde $2.000.000 hasta $3.000.000", 2_000_000, 3_000_000],
])("%s is monthly pay in pesos", (text, min, max) => {
  expect(readSpanishPay(text, cop)).toEqual({
    salary: { min, max, currency: "COP", period: "month" },
    warning: null,
  });
});

test("a stated currency or period outranks what the site fixes", () => {
  expect(readSpanishPay("1800 - 2300 USD/mes", noPeriod).salary).toEqual({
    min: 1800,
    max: 2300,
    currency: "USD",
    period: "month",
  });
  expect(readSpanishPay("S/. 1,025.00 (Mensual)", noPeriod).salary).toMatchObject({ min: 1025, currency: "PEN" });
  expect(readSpanishPay("$ 250,00 (Por hora)", cop).salary).toMatchObject({ period: "hour", min: 250 });
});

test.each(["A convenir", "Salario a convenir", "", "Competitivo"])("%j is no pay and no doubt", (text) => {
  expect(readSpanishPay(text, cop)).toEqual({ salary: null, warning: null });
});

test.each([
  "Menos de $1 millón",
  "Más de $21 millones",
  "Desde $2.000.000",
  "$ 500.000 quincenal",
  "$1 a $9.000.000.000",
])("%s is a doubt, not a guess", (text) => {
  const reading = readSpanishPay(text, cop);
  expect(reading.salary).toBeNull();
  expect(reading.warning).not.toBeNull();
});

test("pay without a period that the site does not fix is a warning", () => {
  expect(readSpanishPay("1500", noPeriod).warning).toBe("Pay is stated without a period.");
});

test("a country's site has its own currency", () => {
  expect(["co", "mx", "ar", "cl", "pe", "ec", "xx", null].map(currencyOf)).toEqual([
    "COP",
    "MXN",
    "ARS",
    "CLP",
    "PEN",
    "USD",
    null,
    null,
  ]);
  expect(isLatamCountry("toString")).toBe(false);
});
