import { expect, test } from "vitest";
import type { ModelReading } from "@/lib/core/model-reading/model-reading";
import type { Concept } from "@/lib/core/skills/skill-types";
import { toModelView } from "./model-view";

const evidence = { field: "text" as const, start: 3, end: 9, text: "Python" };
const READING: ModelReading = {
  models: ["small"],
  skills: [{ id: "python", label: "Python", requirement: "required", confidence: 0.7, evidence }],
  phrases: [{ phrase: "zorblat", requirement: "mentioned", confidence: 0.5, evidence, esco: null }],
  concepts: [{ skillId: "gone", uri: "http://data.europa.eu/esco/skill/1", label: "spin" }],
  facts: [
    { field: "title", value: "Night Baker", confidence: 0.7, evidence },
    { field: "seniority", value: "senior", confidence: 0.7, evidence },
  ],
  summary: [
    { text: "You bake.", evidence },
    { text: "At night.", evidence },
  ],
  duplicates: [],
  dropped: 0,
  unanswered: [],
};
const python: Concept = { id: "python", kind: "hard", family: "tools", en: ["Python"], es: ["Pitón"], esco: null };
const concepts = new Map([["python", python]]);

test("what a model added is shown with the advert's words, in both languages where the taxonomy has them", () => {
  expect(toModelView(READING, concepts)).toMatchObject({
    models: ["small"],
    title: "Night Baker",
    facts: { seniority: "senior", workplace: null, salary: null },
    told: [
      { field: "title", quote: "Python" },
      { field: "seniority", quote: "Python" },
    ],
    skills: [{ id: "python", labels: { en: "Python", es: "Pitón" }, requirement: "required", quote: "Python" }],
    phrases: [{ phrase: "zorblat", esco: null }],
    concepts: [{ labels: { en: "gone", es: "gone" }, label: "spin" }],
    summary: "You bake. At night.",
  });
});

test.each([
  ["nothing is stored", null],
  ["what is stored has another form", { skills: "many" }],
  ["the model added nothing", { ...READING, skills: [], phrases: [], concepts: [], facts: [], summary: [] }],
  [
    "a confidence is higher than a model's may be",
    { ...READING, skills: [{ ...READING.skills[0], confidence: 0.99 }] },
  ],
])("nothing is shown where %s", (_name, stored) => {
  expect(toModelView(stored, concepts)).toBeNull();
});
