import { expect, test } from "vitest";
import { unitsOf } from "./text-units";

const seen = (text: string): number[] => [...unitsOf(text).subarray(0, text.length + 4)];

test.each(["", "a", "ñandú", "\ud83d\ude00!"])(
  "the units of %j are those of the string, with four of 0 behind",
  (text) => {
    expect(seen(text)).toEqual([...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)), 0, 0, 0, 0]);
  },
);

test("a text longer than any before it has all its units, and a shorter one after it nothing of them", () => {
  const long = "xy".repeat(50_000);
  expect(seen(long).slice(-6)).toEqual([0x78, 0x79, 0, 0, 0, 0]);
  expect(seen("z")).toEqual([0x7a, 0, 0, 0, 0]);
});
