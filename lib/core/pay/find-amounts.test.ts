import { expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { findAmounts } from "./find-amounts";

const seen = (folded: string) =>
  findAmounts(foldText(folded)).map(({ start, end, min, max, mark }) => [folded.slice(start, end), min, max, mark]);

test("an amount takes its signs with it", () => {
  expect(seen("de us$ 800 a")).toEqual([["us$ 800", 800, 800, "USD"]]);
  expect(seen("son 18 mil pesos mexicanos")).toEqual([["18 mil pesos mexicanos", 18_000, 18_000, "pesos mexicanos"]]);
  expect(seen("$ 1500 usd")).toEqual([["$ 1500 usd", 1500, 1500, "usd"]]);
});

test("two numbers with a joint between them are a range; the lower takes over what the upper says", () => {
  expect(seen("18-22k mxn")).toEqual([["18-22k mxn", 18_000, 22_000, "mxn"]]);
  expect(seen("€30-35.000")).toEqual([["€30-35.000", 30_000, 35_000, "€"]]);
  expect(seen("2 a 2,5 millones")).toEqual([["2 a 2,5 millones", 2_000_000, 2_500_000, null]]);
  expect(seen("700 a 900 mil")).toEqual([["700 a 900 mil", 700_000, 900_000, null]]);
  expect(seen("$800 mil a 1,2 millones")).toEqual([["$800 mil a 1,2 millones", 800_000, 1_200_000, "$"]]);
  expect(seen("$15/hr - $18/hr")).toEqual([["$15/hr - $18", 15, 18, "$"]]);
  expect(seen("£41,608 £50,702")).toEqual([["£41,608 £50,702", 41_608, 50_702, "£"]]);
});

test("two currencies, or numbers that fall or lie far apart, are two amounts", () => {
  expect(seen("$40 usd / £30")).toHaveLength(2);
  expect(seen("$900 - $300")).toHaveLength(2);
  expect(seen("$5 - $5,000")).toHaveLength(2);
  expect(seen("$500\n\n$700")).toHaveLength(2);
});

test("percentages, times, codes, retirement plans and billions are no amounts", () => {
  for (const folded of ["15%", "15 %", "8:30", "17h", "b2", "f931", "401k", "$1.5bn", "$4 billion", "20°"])
    expect(seen(folded).filter(([, min]) => min !== 30)).toEqual([]);
});

test("a plus opens an amount upwards only where nothing is added to it", () => {
  const isOpen = (folded: string) => findAmounts(foldText(folded))[0]?.isOpen;
  expect(isOpen("$100k+")).toBe(true);
  expect(isOpen("$100k+ doe")).toBe(true);
  expect(isOpen("$100k+ bonus")).toBe(false);
  expect(isOpen("$100k + $5k")).toBe(false);
});
