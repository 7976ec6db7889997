import { expect, test } from "vitest";
import { mistakesOf, otherMistakes } from "./mistakes-of";

const mistakes = [
  { path: "startUrls.1", message: "no address" },
  { path: "name", message: "too short" },
  { path: "params.items.0", message: "unknown" },
  { path: "limits.maxBytes", message: "too large" },
  { path: "", message: "no entry" },
];

test("a mistake stands beside its field, in a list with the number of its line", () => {
  expect(mistakesOf(mistakes, "startUrls")).toEqual(["2: no address"]);
  expect(mistakesOf(mistakes, "name")).toEqual(["too short"]);
  expect(mistakesOf(mistakes, "id")).toEqual([]);
});

test("what no field shows is said apart, so that nothing is refused in silence", () => {
  expect(otherMistakes(mistakes).map(({ path }) => path)).toEqual(["limits.maxBytes", ""]);
});
