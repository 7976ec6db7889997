import { expect, test } from "vitest";
import { filterMatches, type Filterable, matchFacets, matchListInput, pageAfter } from "./match-filters";

const row = (id: string, change: Partial<Filterable> = {}): Filterable => ({
  id,
  score: 70,
  lang: "en",
  seniority: "senior",
  workplace: "remote",
  sourceIds: ["a"],
  ...change,
});
const rows = [
  row("1", { score: 90 }),
  row("2", { workplace: "onsite", sourceIds: ["a", "b"] }),
  row("3", { score: 40, lang: "es", seniority: "mid" }),
  row("4", { score: 20, workplace: null, seniority: null }),
];
const ids = (found: readonly Filterable[]) => found.map(({ id }) => id);
const none = matchListInput.parse({});

test("an address with nonsense in it is an address without it", () => {
  const given = {
    band: "splendid",
    workplace: ["remote", "onsite"],
    lang: "'; --",
    after: "",
    source: "x".repeat(999),
  };
  expect(matchListInput.parse(given)).toEqual(none);
});

test("a band is a floor: it lets everything above it through", () => {
  expect(ids(filterMatches(rows, { ...none, band: "good" }))).toEqual(["1", "2"]);
  expect(ids(filterMatches(rows, { ...none, band: "weak" }))).toEqual(["1", "2", "3"]);
});

test("filters narrow together, and a posting at two boards is at both", () => {
  expect(ids(filterMatches(rows, { ...none, source: "b" }))).toEqual(["2"]);
  expect(ids(filterMatches(rows, { ...none, source: "a", lang: "es" }))).toEqual(["3"]);
  expect(ids(filterMatches(rows, { ...none, seniority: "senior", workplace: "remote" }))).toEqual(["1"]);
});

test("the choices of a filter are counted under the others, not under itself", () => {
  const facets = matchFacets(rows, { ...none, workplace: "onsite" });
  expect(facets.workplace).toEqual([
    { value: "onsite", count: 1 },
    { value: "remote", count: 2 },
  ]);
  expect(facets.source).toEqual([
    { value: "a", count: 1 },
    { value: "b", count: 1 },
  ]);
});

test("the bands offered are those that would leave something, from low to high, and each counts all above it", () => {
  expect(matchFacets(rows, none).band).toEqual([
    { value: "weak", count: 3 },
    { value: "fair", count: 2 },
    { value: "good", count: 2 },
    { value: "great", count: 1 },
  ]);
});

test("pages follow each other both ways without losing or repeating a row", () => {
  const first = pageAfter(rows, null, 3);
  expect([ids(first.rows), first.first, first.previous, first.next]).toEqual([["1", "2", "3"], 1, null, "3"]);
  const second = pageAfter(rows, first.next, 3);
  expect([ids(second.rows), second.first, second.previous, second.next]).toEqual([["4"], 4, "", null]);
  const middle = pageAfter(rows, "2", 1);
  expect([ids(middle.rows), middle.previous, middle.next]).toEqual([["3"], "1", "3"]);
  expect(pageAfter(rows, "1", 1).previous).toBe("");
});

test("a row that left the ranking sends back to the beginning", () => {
  expect(ids(pageAfter(rows, "gone", 2).rows)).toEqual(["1", "2"]);
  expect(pageAfter([], "gone", 2)).toEqual({ rows: [], first: 0, previous: null, next: null });
});
