import { expect, test } from "vitest";
import { concept } from "./fixtures/concept";
import { createSkillMatcher } from "./skill-matcher";
import type { LabelEntry } from "./label-list";

const CONCEPTS = [
  concept("driver", { en: ["driver"], es: ["conductor"] }),
  concept("go", { en: ["Go"], es: ["Go"], caseSensitive: ["Go"], ambiguous: ["Go"] }),
  concept("research", { en: ["R&D"], es: ["I+D"] }),
];
const { labels } = createSkillMatcher(CONCEPTS);

function named(id: string): LabelEntry[] {
  const all = Array.from({ length: labels.tables.concepts.length }, (_, number) => labels.entry(number));
  return all.filter((entry) => entry.concept.id === id);
}

test("a name knows its concept, and what must stand in the text beside its words", () => {
  expect(named("go")).toMatchObject([
    {
      method: "label",
      isFixed: true,
      isPlain: false,
      spelling: "Go",
      signed: null,
      isCapital: true,
      isAmbiguous: true,
    },
  ]);
  expect(named("research").map(({ signed, isPlain }) => [signed, isPlain])).toContainEqual(["r&d", false]);
});

test("a name that the path of its classes tells whole has no forms to look at", () => {
  const entries = named("driver");
  expect(entries.length).toBeGreaterThan(1);
  for (const { isPlain, forms } of entries) expect([isPlain, forms]).toEqual([true, []]);
});

test("forms are kept where a class has words that do not count", () => {
  // "Conductor" as a name does not bend, while the driver's class has its feminine and plural.
  const { labels: more } = createSkillMatcher([
    ...CONCEPTS,
    concept("conductor", { en: ["Conductor"], es: ["Conductor"], kind: "language" }),
  ]);
  const entries = Array.from({ length: more.tables.concepts.length }, (_, number) => more.entry(number));
  const fixed = entries.find((entry) => entry.concept.id === "conductor");
  expect(fixed?.isPlain).toBe(false);
  expect(fixed?.forms).toEqual([expect.any(Number)]);
});

test("a name is made once", () => {
  expect(labels.entry(0)).toBe(labels.entry(0));
});

test("a number that is no name's is a mistake of whoever asks", () => {
  expect(() => labels.entry(10_000)).toThrow(/no name/);
});
