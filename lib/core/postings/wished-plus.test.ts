import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import { readDegree, readEducation } from "./read-degree";
import { readYears } from "./read-years";

const field = (text: string) => factField({ field: "text", text, fold: foldText(text) });

/** One sure demand is surer than a wish, and only a wish is left out beside a demand. */
const isWish = (text: string) => (readYears(field(text))?.confidence ?? 0) < 0.8;

describe("a plus that adds", () => {
  test.each([
    ["Five plus years of experience in bookbinding", 5],
    ["3 plus years of experience as a beekeeper, three plus years of experience with queens", 3],
    ["A diploma plus 4 years of experience in print shops", 4],
  ])("%j asks for %d years", (text, years) => {
    expect(readYears(field(text))?.value.min).toBe(years);
    expect(isWish(text)).toBe(false);
  });

  test.each([
    "Bachelor's degree plus 3 years of experience in theatre",
    "Bachelor's degree, plus a minimum of 2 years at a bakery",
    "University degree plus two years in the field",
  ])("%j asks for the degree", (text) => {
    expect(readDegree(field(text))?.value).toBe(true);
    expect(readEducation(field(text))).toMatchObject({ value: "bachelor", confidence: 0.85 });
  });
});

describe("a plus that wishes", () => {
  test.each(["2 years of experience with looms is a plus", "A plus: 2 years of experience with looms"])(
    "%j",
    (text) => {
      expect(isWish(text)).toBe(true);
    },
  );

  test("a degree that is a plus is not required", () => {
    expect(readDegree(field("A bachelor's degree is a plus"))?.value).toBe(false);
    expect(readEducation(field("A bachelor's degree is a big plus, 3 years of experience"))?.confidence).toBe(0.6);
  });
});
