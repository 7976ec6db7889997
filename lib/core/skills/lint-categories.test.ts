import { describe, expect, test } from "vitest";
import { lintCategories } from "./lint-categories";
import { placeFamilies, type SkillCategory } from "./skill-categories";
import type { Concept } from "./skill-types";

const concept = (id: string, family: string): Concept => ({ id, family, kind: "hard", en: [id], es: [id], esco: null });
const CRAFTS: SkillCategory = {
  id: "crafts",
  en: "Crafts",
  es: "Oficios",
  families: [
    { id: "lace", en: "Lace", es: "Encaje" },
    { id: "wool", en: "Wool", es: "Lana" },
  ],
};
const CONCEPTS = [concept("bobbin", "lace"), concept("felt", "wool")];

describe("lintCategories", () => {
  test("has nothing to say where every family has one place", () => {
    expect(lintCategories([CRAFTS], CONCEPTS)).toEqual([]);
  });

  test.each<[string, SkillCategory[], Concept[], RegExp]>([
    ["a family without a place", [CRAFTS], [...CONCEPTS, concept("zari", "gold")], /gold has no place/],
    ["a family without concepts", [CRAFTS], CONCEPTS.slice(0, 1), /wool in crafts has no concepts/],
    [
      "a family out of order",
      [{ ...CRAFTS, families: CRAFTS.families.toReversed() }],
      CONCEPTS,
      /lace stands after wool/,
    ],
    ["a category out of order", [{ ...CRAFTS, id: "x", en: "X", es: "X" }, CRAFTS], CONCEPTS, /crafts stands after x/],
    [
      "a family in two places",
      [CRAFTS, { ...CRAFTS, id: "d", en: "D", es: "D" }],
      CONCEPTS,
      /lace is in crafts and in d/,
    ],
    ["a shared name", [CRAFTS, { ...CRAFTS, id: "d" }], CONCEPTS, /d and crafts are both called "oficios"/],
    ["an empty category", [CRAFTS, { id: "d", en: "D", es: "D", families: [] }], CONCEPTS, /category d has no family/],
  ])("%s is a problem", (_what, categories, concepts, problem) => {
    expect(lintCategories(categories, concepts).join("\n")).toMatch(problem);
  });
});

test("placeFamilies says where a family stands", () => {
  expect(placeFamilies([CRAFTS]).get("wool")).toEqual({ category: CRAFTS, family: CRAFTS.families[1] });
  expect(placeFamilies([CRAFTS]).get("gold")).toBeUndefined();
});
