import { expect, test } from "vitest";
import { searchConcepts } from "./search-concepts";
import type { Concept } from "./skill-types";

const concept = (id: string, en: string[], es: string[] = en): Concept => ({
  id,
  kind: "hard",
  family: "f",
  en,
  es,
  esco: null,
});
const CONCEPTS = [
  concept("a11y", ["Web accessibility"], ["Accesibilidad web"]),
  concept("java", ["Java"]),
  concept("javascript", ["JavaScript", "JS"]),
  concept("core-java", ["Core Java"]),
  concept("ninja", ["Ninjava"]),
  concept("postgresql", ["PostgreSQL", "Postgres"]),
  concept("hasura", ["Hasura", "PostgREST"]),
];
const found = (typed: string, take = 9) =>
  searchConcepts(CONCEPTS, typed, take).map(({ concept: { id }, label }) => [id, label]);

test("the very name comes first, then names that begin so, then words, then what stands within one", () => {
  expect(found("java").map(([id]) => id)).toEqual(["java", "javascript", "core-java", "ninja"]);
  expect(found("java", 2)).toHaveLength(2);
});

test("case, accents and language do not matter, and the label that answers is given", () => {
  expect(found("ACCESÍ")).toEqual([["a11y", "Accesibilidad web"]]);
  expect(found("js")).toEqual([["javascript", "JS"]]);
});

test("what it is called goes before its aliases, and a skill is found once", () => {
  expect(found("postgr")).toEqual([
    ["postgresql", "PostgreSQL"],
    ["hasura", "PostgREST"],
  ]);
  expect(found("postgres")[0]).toEqual(["postgresql", "Postgres"]);
});

test("nothing typed finds nothing, nor does what no label has", () => {
  expect([found(" "), found("zorblat")]).toEqual([[], []]);
});
