import { expect, test } from "vitest";
import { mistakesOf, otherMistakes } from "./mistakes-of";

const words = ({ message }: { message: string }) => message.toUpperCase();
const mistakes = [
  { path: "startUrls.1", message: "no address" },
  { path: "name", message: "too short" },
  { path: "params.items.0", message: "unknown" },
  { path: "limits.maxBytes", message: "too large" },
  { path: "", message: "no entry" },
];

test("a mistake stands beside its field, in a list with the number of its line", () => {
  expect(mistakesOf(mistakes, "startUrls", words)).toEqual(["2: NO ADDRESS"]);
  expect(mistakesOf(mistakes, "name", words)).toEqual(["TOO SHORT"]);
  expect(mistakesOf(mistakes, "id", words)).toEqual([]);
});

test("what no field shows is said apart, so that nothing is refused in silence", () => {
  expect(otherMistakes(mistakes).map(({ path }) => path)).toEqual(["limits.maxBytes", ""]);
});
