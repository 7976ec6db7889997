import fc from "fast-check";
import { expect, test } from "vitest";
import { niceTicks } from "./nice-ticks";

test.each([
  [0.26, [0, 0.1, 0.2, 0.3]],
  [400, [0, 100, 200, 300, 400]],
  [7, [0, 2, 4, 6, 8]],
  [0, [0, 1]],
  [Number.NaN, [0, 1]],
])("up to %d the marks are %j", (highest, ticks) => {
  expect(niceTicks(highest)).toEqual(ticks);
});

test.each([
  [10, [0, 3, 6, 9, 12]],
  [2, [0, 1, 2]],
  [400, [0, 100, 200, 300, 400]],
])("of things that are counted, up to %d, the marks are whole: %j", (highest, ticks) => {
  expect(niceTicks(highest, true)).toEqual(ticks);
});

test("the marks start at zero, reach the highest value, and are few", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (highest) => {
      const ticks = niceTicks(highest);
      expect(ticks[0]).toBe(0);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-6));
      expect(ticks.length).toBeLessThanOrEqual(6);
    }),
  );
});
