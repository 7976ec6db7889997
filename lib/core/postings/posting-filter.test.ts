import fc from "fast-check";
import { expect, test } from "vitest";
import { postingFilter, searchWords, sinceInstant, toFilterParams } from "./posting-filter";

const read = (query: string) => {
  const given: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(query)) given[name] = [...(given[name] ?? []), value];
  return postingFilter.parse(given);
};

test("an empty address is the list of open postings, unlimited", () => {
  const filter = read("");
  expect(filter).toMatchObject({ q: "", state: "open", skill: [], posted: null, pay: false, sort: null, after: null });
  expect(toFilterParams(filter).toString()).toBe("");
});

test("every limit survives the way into an address and back", () => {
  const query =
    "q=data+engineer&state=any&place=Bogot%C3%A1&country=AR&country=CO&workplace=remote&workplace=hybrid&seniority=senior&skill=sql&skill=python&source=demo&lang=es&posted=7&seen=2026-11-01T00%3A00%3A00.000Z&until=2026-11-02T00%3A00%3A00.000Z&pay=1&sort=newest";
  const filter = read(query);
  expect(read(toFilterParams(filter).toString())).toEqual(filter);
  expect(filter.workplace).toEqual(["hybrid", "remote"]);
});

test.each([
  "state=deleted",
  "workplace=moon",
  "country=Argentina",
  "seniority=__proto__",
  "lang=xx",
  "posted=soon",
  "posted=0",
  "seen=2026-99-99",
  "pay=yes",
  "sort=price",
])("%s cannot be used and is left out", (query) => {
  expect(toFilterParams(read(query)).toString()).toBe("");
});

test("no address makes it throw, and repeated or endless values are cut", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), (given) => {
      expect(postingFilter.safeParse(given).success).toBe(true);
    }),
  );
  const many = Array.from({ length: 100 }, (_, n) => `s${n}`);
  expect(postingFilter.parse({ skill: [...many, ...many] }).skill).toHaveLength(20);
  expect(postingFilter.parse({ q: "x".repeat(5_000) }).q).toHaveLength(200);
});

test("words are folded, keep the signs of names, and lose what no search word has", () => {
  expect(searchWords("  Programación C++ node.js  'drop\\table' | & !  ")).toEqual([
    "programacion",
    "c++",
    "node.js",
    "droptable",
  ]);
  expect(searchWords("--- ... ''")).toEqual([]);
  expect(searchWords(Array.from({ length: 50 }, () => "a").join(" "))).toHaveLength(12);
});

test("a period is counted back from now; an instant is itself", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  expect(sinceInstant("7", now)).toEqual(new Date("2026-11-14T12:00:00Z"));
  expect(sinceInstant("2026-11-01T00:00:00.000Z", now)).toEqual(new Date("2026-11-01T00:00:00Z"));
  expect(sinceInstant(null, now)).toBeNull();
});
