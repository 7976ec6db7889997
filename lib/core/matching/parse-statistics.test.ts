import { expect, test } from "vitest";
import packaged from "@/data/statistics/packaged.json";
import { parseStatistics } from "./parse-statistics";

test("the packaged table is whole, and holds no term that fewer than 20 postings share", () => {
  const statistics = parseStatistics(packaged);
  expect(Math.min(...Object.values(statistics.termDocuments))).toBeGreaterThanOrEqual(20);
  expect(Math.max(...Object.values(statistics.termDocuments))).toBeLessThan(statistics.documents);
  expect(statistics.skillDocuments["python"]).toBeGreaterThan(0);
  expect(statistics.similarity.low).toBeLessThan(statistics.similarity.high);
  expect(Object.keys(statistics.termDocuments).filter((term) => /\s/u.test(term))).toEqual([]);
});

test("a table that was changed by hand, or is broken, is refused", () => {
  expect(() => parseStatistics({ ...packaged, documents: packaged.documents + 1 })).toThrow("changed by hand");
  for (const bad of [null, {}, { ...packaged, documents: -1 }, { ...packaged, termDocuments: { a: "many" } }]) {
    expect(() => parseStatistics(bad)).toThrow("cannot be read");
  }
});
