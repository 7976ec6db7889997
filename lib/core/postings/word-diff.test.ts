import fc from "fast-check";
import { expect, test } from "vitest";
import { diffWords } from "./word-diff";

const without = (older: string, newer: string, kind: "added" | "removed") =>
  diffWords(older, newer)
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join("");

test("equal texts are one unchanged part", () => {
  expect(diffWords("We need SQL.", "We need SQL.")).toEqual([{ kind: "same", text: "We need SQL." }]);
});

test("a replaced word is told as what went and what came", () => {
  expect(diffWords("Pay is 10 M a month", "Pay is 12 M a month")).toEqual([
    { kind: "same", text: "Pay is " },
    { kind: "removed", text: "10" },
    { kind: "added", text: "12" },
    { kind: "same", text: " M a month" },
  ]);
});

test("neighbouring changes are one change, not one per word", () => {
  expect(diffWords("a red old car", "a blue new car").map(({ kind }) => kind)).toEqual([
    "same",
    "removed",
    "added",
    "same",
  ]);
});

test("both texts can be read back from the parts, whatever they are", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", " ", "\n", "  "), { maxLength: 40 }).map((all) => all.join(""));
  fc.assert(
    fc.property(words, words, (older, newer) => {
      expect(without(older, newer, "added")).toBe(older);
      expect(without(older, newer, "removed")).toBe(newer);
    }),
  );
});

test("texts too long to compare word by word are told as one replacement", () => {
  const older = Array.from({ length: 3_000 }, (_, n) => `old${n}`).join(" ");
  const newer = Array.from({ length: 3_000 }, (_, n) => `new${n}`).join(" ");
  expect(diffWords(older, newer)).toEqual([
    { kind: "removed", text: older },
    { kind: "added", text: newer },
  ]);
});
