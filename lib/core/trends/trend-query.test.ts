import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_SKILLS, rangeOf, trendQuery } from "./trend-query";

const now = new Date("2026-11-21T12:00:00Z");

test("without words the question is the share by month at all sources", () => {
  expect(trendQuery.parse({})).toEqual({
    measure: "share",
    by: "month",
    skill: [],
    from: null,
    to: null,
    source: null,
    lang: null,
  });
});

test("no address makes it throw; skills are told apart and limited", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (given) => {
      const query = trendQuery.parse(given);
      expect(() => rangeOf(query, now)).not.toThrow();
    }),
  );
  expect(trendQuery.parse({ skill: ["sql", "sql", "r"] }).skill).toEqual(["sql", "r"]);
  expect(trendQuery.parse({ skill: Array.from({ length: 30 }, (_, n) => `s${n}`) }).skill).toHaveLength(MAX_SKILLS);
});

test.each([
  ["month", null, null, "2025-12", "2026-11"],
  ["week", null, null, "2026-W22", "2026-W47"],
  ["month", "2026-01", "2026-03", "2026-01", "2026-03"],
  ["month", "2026-03", "2026-01", "2026-01", "2026-03"],
  ["week", "2026-10", null, "2026-W40", "2026-W47"],
  ["month", "nonsense", "2026-13", "2025-12", "2026-11"],
  ["month", "1900-01", "2026-11", "2016-10", "2026-11"],
] as const)("by %s from %s to %s is %s to %s", (by, from, to, first, last) => {
  expect(rangeOf({ by, from, to }, now)).toEqual({ from: first, to: last });
});
