import { expect, test } from "vitest";
import { sparklinePaths } from "./sparkline-paths";

function points(values: (number | null)[], partialLast = false) {
  return values.map((value, index) => ({
    bucket: `${index}`,
    label: `${index}`,
    value,
    n: 1,
    partial: partialLast && index === values.length - 1,
  }));
}

test("the highest value touches the top and zero the base", () => {
  expect(sparklinePaths(points([0, 10, 5]), 100, 20).solid).toBe("M0 20L50 0L100 10");
});

test("a gap lifts the pen", () => {
  expect(sparklinePaths(points([4, null, 4, 2]), 90, 10).solid).toBe("M0 0M60 0L90 5");
});

test("the partial end is in the dotted path only", () => {
  expect(sparklinePaths(points([2, 4, 1], true), 100, 8)).toEqual({ solid: "M0 4L50 0", dotted: "M50 0L100 6" });
});

test("no points, one point and only zeros draw without infinities", () => {
  expect(sparklinePaths([], 100, 8).solid).toBe("");
  expect(sparklinePaths(points([3]), 100, 8).solid).toBe("M0 0");
  expect(sparklinePaths(points([0, 0]), 100, 8).solid).toBe("M0 8L100 8");
});
