import fc from "fast-check";
import { expect, test } from "vitest";
import { escapePattern } from "./escape-pattern";

test("a pattern made of any text finds that text, in Unicode mode too", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(new RegExp(`^${escapePattern(text)}$`).test(text)).toBe(true);
      expect(new RegExp(`^${escapePattern(text)}$`, "u").test(text)).toBe(true);
    }),
  );
});

test("signs of patterns mean nothing", () => {
  expect(new RegExp(escapePattern("C++ (or a|b)?")).test("C (or a")).toBe(false);
  expect(escapePattern("C++ [x]")).toBe(String.raw`C\+\+ \[x\]`);
});
