import { expect, test } from "vitest";
import type { FoundSkill } from "@/lib/core/skills/skill-types";
import { skillHighlights } from "./skill-highlights";

const skill: FoundSkill = {
  id: "sql",
  label: "SQL",
  kind: "hard",
  esco: null,
  confidence: 1,
  requirement: "mentioned",
  method: "label",
  mentions: [
    { start: 0, end: 3, text: "SQL", field: "text" },
    { start: 9, end: 12, text: "SQL", field: "text" },
    { start: 1, end: 4, text: "SQL", field: "title" },
  ],
};

test("each mention in the text is a highlight of the skill's kind; those of a title are not in the text", () => {
  const look = { id: "sql", look: "hard", label: "Structured queries" };
  expect(skillHighlights([skill], () => "Structured queries")).toEqual([
    { start: 0, end: 3, ...look },
    { start: 9, end: 12, ...look },
  ]);
});
