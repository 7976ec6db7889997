import { expect, test } from "vitest";
import { loadOccupations } from "@/lib/adapters/occupations/load-occupations";
import { lintOccupations } from "./lint-occupations";
import type { Occupation } from "./occupation-types";

const OCCUPATION: Occupation = { id: "lamp-lighter", isco: "9629", esco: null, en: ["lamp lighter"], es: ["farolero"] };

test("the data files are clean, and name all ten major groups by at least 400 occupations", () => {
  const occupations = loadOccupations();
  expect(lintOccupations(occupations)).toEqual([]);
  expect(occupations.length).toBeGreaterThanOrEqual(400);
  expect(new Set(occupations.map((one) => one.isco[0])).size).toBe(10);
});

test.each([
  [{ id: "Lamp Lighter" }, 'The id "Lamp Lighter" is not kebab-case.'],
  [{ isco: "96" }, 'lamp-lighter: "96" is no group of ISCO-08.'],
  [{ esco: "http://example.org" }, 'lamp-lighter: "http://example.org" is not the URI of an ESCO occupation.'],
  [{ weak: ["lamp"] }, 'lamp-lighter: the weak title "lamp" is not among its titles.'],
  [{ en: ["lamp lighter", "senior of the"] }, 'lamp-lighter: the title "senior of the" says nothing.'],
])("%j is told", (change, problem) => {
  expect(lintOccupations([{ ...OCCUPATION, ...change }])).toEqual([problem]);
});

test("a title of two occupations and an id twice are told", () => {
  const other = { ...OCCUPATION, id: "beacon-keeper", es: ["farolera"], en: ["beacon keeper"] };
  expect(lintOccupations([OCCUPATION, other])).toEqual([
    '"farolera" is a title of both lamp-lighter and beacon-keeper.',
  ]);
  expect(lintOccupations([OCCUPATION, OCCUPATION])).toEqual(['The id "lamp-lighter" is there twice.']);
});
