import { expect, test } from "vitest";
import { textInput } from "./contract";

test.each([
  ["2026-11-20", "2026-11-20"],
  ["2026-11-20T23:30:00-05:00", "2026-11-21"],
  ["2026/11/20", "2026-11-20"],
  ["20261120", "2026-11-20"],
  ["20 de noviembre de 2026", "2026-11-20"],
  [1_795_132_800, "2026-11-20"],
  ["yesterday", null],
  ["2026-02-31", null],
  [["odd"], null],
  [null, null],
  [undefined, null],
])("of the date %j of a line of postings the day %j is what last days without a year are counted from", (date, day) => {
  expect(textInput.parse({ id: 1, text: "", date }).date).toBe(day);
});

test("a line without a date has no day", () => {
  expect(textInput.parse({ id: 1, text: "" }).date).toBeNull();
});
