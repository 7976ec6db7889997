import { expect, test } from "vitest";
import { readNumber } from "./read-number";

test.each([
  ["1.200,50", 1200.5],
  ["1,200.50", 1200.5],
  ["1.200", 1200],
  ["1,200", 1200],
  ["3.500.000", 3_500_000],
  ["3,500,000", 3_500_000],
  ["2,5", 2.5],
  ["13.50", 13.5],
  ["1'500.000", 1_500_000],
  ["95'000", 95_000],
  ["850,oo", 850],
  ["1.200.000,oo", 1_200_000],
  ["25 000", 25_000],
  ["1. 5 0 0. 0 0 0", 1_500_000],
  ["119 ,000", 119_000],
  ["23\\.07", 23.07],
  ["450", 450],
])("%s is %d", (written, value) => {
  expect(readNumber(written)).toBe(value);
});

test("signs in no order of thousands and decimals are no number", () => {
  expect(readNumber("1.20.300")).toBeNull();
  expect(readNumber("12.345,678.9")).toBeNull();
});
