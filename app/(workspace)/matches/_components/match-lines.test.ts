import { expect, test } from "vitest";
import type { LabelledEvidence } from "@/lib/services/matches/match-detail";
import { matchLines } from "./match-lines";

const texts = { posting: "We ask for SQL and, better, Python.", resume: "Skills\nSQL" };

const item = (change: Partial<LabelledEvidence>): LabelledEvidence => ({
  requirement: "SQL",
  skillId: "sql",
  strength: "required",
  status: "met",
  posting: { start: 11, end: 14, text: "SQL" },
  resume: { start: 7, end: 10, text: "SQL" },
  via: null,
  labels: { en: "SQL", es: "Consultas SQL" },
  ...change,
});
const wish = item({ requirement: "Python", strength: "preferred", status: "missing", posting: null, resume: null });
const nameOf = ({ labels }: LabelledEvidence) => labels?.es ?? "–";

test("required lines come first, and keep their order among themselves", () => {
  const years = item({ requirement: "experience", skillId: null, labels: null });
  const order = matchLines([wish, item({}), years], texts, nameOf).map(({ line }) => line.id);
  expect(order).toEqual(["e1", "e2", "e0"]);
});

test("a line and its highlights on both sides share an id, a look and a name", () => {
  const [first] = matchLines([item({})], texts, nameOf);
  expect(first?.line).toMatchObject({
    id: "e0",
    label: "Consultas SQL",
    postingWords: texts.posting,
    resumeWords: "SQL",
  });
  expect(first?.posting).toEqual({ start: 11, end: 14, id: "e0", look: "met", label: "Consultas SQL" });
  expect(first?.resume).toEqual({ start: 7, end: 10, id: "e0", look: "met", label: "Consultas SQL" });
});

test("what has no words in a text is lit nowhere", () => {
  expect(matchLines([wish], texts, nameOf)[0]).toMatchObject({
    posting: null,
    resume: null,
    line: { postingWords: null, resumeWords: null },
  });
});
