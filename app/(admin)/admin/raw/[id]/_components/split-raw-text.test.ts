import { expect, test } from "vitest";
import { splitRawText } from "./split-raw-text";

test("lines end as any system ends them, and empty ones stay", () => {
  expect(splitRawText("a\r\nb\rc\n\nd")).toEqual({ lines: ["a", "b", "c", "", "d"], cut: false });
  expect(splitRawText("")).toEqual({ lines: [""], cut: false });
});

test("a document of very many lines is cut, and says so", () => {
  const { lines, cut } = splitRawText("x\n".repeat(6_000));
  expect([lines.length, cut]).toEqual([5_000, true]);
});

test("a line cannot be shown backwards", () => {
  expect(splitRawText("safe\u202egnp.exe").lines).toEqual(["safe\uFFFDgnp.exe"]);
});
