import { expect, test } from "vitest";
import type { ChartPoint } from "./chart-model";
import { dottedValue, highestValue, solidValue, toChartRows } from "./chart-rows";

function point(bucket: string, value: number | null, partial = false): ChartPoint {
  return { bucket, label: bucket, value, n: value === null ? 0 : 10, partial };
}

test("series with different buckets share one row each", () => {
  const rows = toChartRows([
    { id: "a", label: "A", points: [point("1", 5), point("2", 6)] },
    { id: "b", label: "B", points: [point("2", 7), point("3", null)] },
  ]);
  expect(rows.map(({ bucket, points }) => [bucket, Object.keys(points)])).toEqual([
    ["1", ["a"]],
    ["2", ["a", "b"]],
    ["3", ["b"]],
  ]);
});

test("a gap stays a gap in both lines", () => {
  const points = [point("1", 4), point("2", null), point("3", 6)];
  expect(points.map((_, index) => solidValue(points, index))).toEqual([4, null, 6]);
  expect(points.map((_, index) => dottedValue(points, index))).toEqual([null, null, null]);
});

test("the partial bucket is dotted and joined to its complete neighbour", () => {
  const points = [point("1", 4), point("2", 5), point("3", 2, true)];
  expect(points.map((_, index) => solidValue(points, index))).toEqual([4, 5, null]);
  expect(points.map((_, index) => dottedValue(points, index))).toEqual([null, 5, 2]);
});

test("an index outside the points has no value", () => {
  expect([solidValue([], 0), dottedValue([], 0)]).toEqual([null, null]);
});

test("the highest value passes over gaps", () => {
  expect(highestValue([{ id: "a", label: "A", points: [point("1", null), point("2", 6)] }])).toBe(6);
  expect(highestValue([])).toBe(0);
});
