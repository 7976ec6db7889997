import { expect, test } from "vitest";
import { SAMPLE_CONCEPTS } from "./fixtures/sample-concepts";
import { packTaxonomy, unpackTaxonomy } from "./pack-taxonomy";
import { readSkills } from "./read-skills";
import { assembleMatcher, compileTaxonomy, createSkillMatcher } from "./skill-matcher";

const concepts = SAMPLE_CONCEPTS.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const compiled = { version: "abc", concepts, tables: compileTaxonomy(concepts) };
const TEXT =
  "Requisitos: Python 3.x, C++, Node JS y React/Redux; R&D. No es necesario SQL. We use Go, R and front-ends.";

test("what was packed comes back whole, and reads as what was compiled", () => {
  const bytes = packTaxonomy(compiled);
  const back = unpackTaxonomy(bytes);
  expect(back).toEqual(compiled);
  const matcher = back === null ? createSkillMatcher([]) : assembleMatcher(back.concepts, back.tables);
  expect(readSkills(matcher, { text: TEXT })).toEqual(readSkills(createSkillMatcher(SAMPLE_CONCEPTS), { text: TEXT }));
  expect(readSkills(matcher, { text: TEXT }).skills.length).toBeGreaterThan(3);
});

test("packing the same taxonomy gives the same bytes", () => {
  expect(packTaxonomy({ ...compiled, tables: compileTaxonomy(concepts) })).toEqual(packTaxonomy(compiled));
});

test("bytes that lie where no number may begin are read as well", () => {
  const bytes = packTaxonomy(compiled);
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  expect(unpackTaxonomy(shifted.subarray(1))).toEqual(compiled);
});

test("other bytes, too few, or those of a machine that turns them round are no taxonomy", () => {
  const turned = packTaxonomy(compiled);
  turned.subarray(0, 4).reverse();
  expect([new Uint8Array(), new Uint8Array(2000), turned].map(unpackTaxonomy)).toEqual([null, null, null]);
});

test("a taxonomy without concepts packs too", () => {
  const empty = { version: "", concepts: [], tables: compileTaxonomy([]) };
  expect(unpackTaxonomy(packTaxonomy(empty))).toEqual(empty);
});
