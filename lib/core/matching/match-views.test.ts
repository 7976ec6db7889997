import { expect, test } from "vitest";
import { confidenceReasons } from "./confidence-reasons";
import { countEvidence } from "./count-evidence";
import type { Evidence, MatchParts } from "./match-types";
import { storedEvidence, storedParts } from "./stored-match";

const line = (change: Partial<Evidence> = {}): Evidence => ({
  requirement: "SQL",
  skillId: "sql",
  strength: "required",
  status: "met",
  posting: { start: 0, end: 3, text: "SQL" },
  resume: null,
  via: null,
  ...change,
});
const years = line({ requirement: "experience", skillId: null });
const parts: MatchParts = { skills: 40, experience: 20, keywords: 10, semantic: 1 };
const five = [1, 2, 3, 4, 5].map((n) => line({ skillId: `s${n}` }));

test("a relative is counted apart from skills that are shown, and years are no skill", () => {
  const evidence = [line(), line({ status: "prose" }), line({ status: "partly" }), line({ status: "missing" }), years];
  expect(countEvidence(evidence)).toEqual({ asked: 4, shown: 2, partly: 1 });
});

test("a score that rests on everything has no reason to be doubted", () => {
  expect(confidenceReasons(parts, [...five, years])).toEqual([]);
});

test("every unknown factor is a reason, in the order of the factors", () => {
  expect(confidenceReasons({ skills: null, experience: null, keywords: null, semantic: null }, [])).toEqual([
    "no_skills",
    "no_experience",
    "no_keywords",
    "no_meaning",
  ]);
});

test("experience that is asked but cannot be compared is told from experience that nobody asks for", () => {
  expect(confidenceReasons({ ...parts, experience: null }, [...five, years])).toEqual(["experience_unknown"]);
  expect(confidenceReasons({ ...parts, experience: null }, five)).toEqual(["no_experience"]);
});

test("few asked skills are named as such", () => {
  expect(confidenceReasons(parts, [line(), years])).toEqual(["few_skills"]);
});

test("what a column keeps is read back as it was, and a broken row is refused", () => {
  expect(storedEvidence.parse(JSON.parse(JSON.stringify([line()])))).toEqual([line()]);
  expect(storedParts.parse(JSON.parse(JSON.stringify(parts)))).toEqual(parts);
  expect(storedEvidence.safeParse([{ ...line(), status: "maybe" }]).success).toBe(false);
  expect(storedParts.safeParse({ skills: "40" }).success).toBe(false);
});
