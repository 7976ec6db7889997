import { expect, test } from "vitest";
import { companyFilter, companyParams } from "./company-filter";
import { companyHistory } from "./company-history";

const NOW = new Date("2027-01-15T12:00:00Z");

test("every month between the first and now stands in the history, the last one as not over", () => {
  const months = companyHistory(
    [{ month: "2026-11", n: 2 }],
    [
      { month: "2027-01", n: 1 },
      { month: "2031-01", n: 9 },
    ],
    { now: NOW, most: 12 },
  );
  expect(months).toEqual([
    { month: "2026-11", opened: 2, closed: 0, partial: false },
    { month: "2026-12", opened: 0, closed: 0, partial: false },
    { month: "2027-01", opened: 0, closed: 1, partial: true },
  ]);
});

test("a long history keeps its newest months; an empty one has none", () => {
  const months = companyHistory([{ month: "2024-01", n: 1 }], [], { now: NOW, most: 12 });
  expect(months).toHaveLength(12);
  expect(months[0]?.month).toBe("2026-02");
  expect(companyHistory([], [], { now: NOW, most: 12 })).toEqual([]);
});

test("a filter of companies takes what it can use and leaves out the rest", () => {
  expect(companyFilter.parse({ q: [" acme ", "x"], kind: "agency" })).toEqual({
    q: "acme",
    kind: "agency",
    after: null,
  });
  expect(companyFilter.parse({ kind: "bank", after: "" })).toEqual({ q: "", kind: null, after: null });
  expect(companyParams({ q: "a b", kind: "employer" }).toString()).toBe("q=a+b&kind=employer");
  expect(companyParams({ q: "", kind: null }).size).toBe(0);
});
