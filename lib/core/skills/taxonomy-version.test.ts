import { expect, test } from "vitest";
import type { Concept } from "./skill-types";
import { taxonomyVersion } from "./taxonomy-version";

const concept: Concept = { id: "lace", kind: "hard", family: "crafts", en: ["lace"], es: ["encaje"], esco: null };

test("the version is the same for equal concepts, whatever the order of their keys", () => {
  const reordered: Concept = { esco: null, es: ["encaje"], en: ["lace"], family: "crafts", kind: "hard", id: "lace" };
  expect(taxonomyVersion([concept])).toMatch(/^[0-9a-f]{12}$/);
  expect(taxonomyVersion([reordered])).toBe(taxonomyVersion([concept]));
});

test("the version changes with any label, relation or concept", () => {
  const versions = [
    taxonomyVersion([]),
    taxonomyVersion([concept]),
    taxonomyVersion([{ ...concept, en: ["lace", "lacework"] }]),
    taxonomyVersion([{ ...concept, related: { knitting: 0.4 } }]),
    taxonomyVersion([concept, { ...concept, id: "wool" }]),
  ];
  expect(new Set(versions).size).toBe(versions.length);
});
