import { expect, test } from "vitest";
import { confidenceWord } from "./confidence-word";
import { factHighlights } from "./fact-highlights";
import { zoneName } from "../../../../_components/zone-name";

test("a confidence is said in three words", () => {
  expect([1, 0.9, 0.89, 0.7, 0.69, 0].map(confidenceWord)).toEqual(["high", "high", "fair", "fair", "low", "low"]);
});

test("an offset from UTC is written with its sign, and with minutes where it has some", () => {
  expect([0, -3, 2, 5.5, -3.5].map(zoneName)).toEqual(["UTC", "UTC−3", "UTC+2", "UTC+5:30", "UTC−3:30"]);
});

test("words of the text that support a fact light up with it; those of the title do not stand in the text", () => {
  const evidence = {
    salary: [{ field: "text" as const, start: 4, end: 9, text: "1.500" }],
    seniority: [{ field: "title" as const, start: 0, end: 6, text: "Senior" }],
  };
  expect(factHighlights(evidence)).toEqual([{ start: 4, end: 9, id: "fact:salary", look: "quiet", label: "" }]);
});
