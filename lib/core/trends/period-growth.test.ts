import { expect, test } from "vitest";
import { comparePeriods, periodGrowth } from "./period-growth";
import { ALL, type Dimension, type TrendCell } from "./trend-cells";

const now = new Date("2026-07-15T00:00:00Z");

function cellsOf(bucket: string, n: number, sql: number, source = "demo"): TrendCell[] {
  const cell = (dimension: Dimension, key: string, postings: number): TrendCell => ({
    grain: "month",
    bucket,
    dimension,
    key,
    source: ALL,
    postings,
  });
  return [cell("total", ALL, n), cell("skill", "sql", sql), cell("source", source, n)];
}

test("the halves of the whole buckets are compared; the one that is not over is left out", () => {
  expect(comparePeriods({ from: "2026-01", to: "2026-07" }, now)).toEqual({
    earlier: ["2026-01", "2026-02", "2026-03"],
    later: ["2026-04", "2026-05", "2026-06"],
  });
});

test("an odd bucket at the beginning is left out, and half a year is the most", () => {
  expect(comparePeriods({ from: "2026-02", to: "2026-06" }, now)?.earlier).toEqual(["2026-03", "2026-04"]);
  expect(comparePeriods({ from: "2020-01", to: "2026-06" }, now)?.later).toHaveLength(6);
});

test("fewer than two whole buckets compare with nothing", () => {
  expect(comparePeriods({ from: "2026-06", to: "2026-07" }, now)).toBeNull();
  expect(periodGrowth([], { dimension: "skill", key: "sql", periods: null, now })).toEqual({
    kind: "unknown",
    why: "no_data",
  });
});

test("a period is the sum of its buckets, and the share is what grows", () => {
  const cells = [
    ...cellsOf("2026-03", 50, 10),
    ...cellsOf("2026-04", 50, 15),
    ...cellsOf("2026-05", 50, 20),
    ...cellsOf("2026-06", 50, 30),
  ];
  const periods = comparePeriods({ from: "2026-03", to: "2026-06" }, now);
  const growth = periodGrowth(cells, { dimension: "skill", key: "sql", periods, now });
  expect(growth).toEqual({ kind: "growth", ratio: expect.closeTo(1, 10) as number, sample: 75 });
});

test("another set of sources is not compared", () => {
  const cells = [...cellsOf("2026-05", 50, 30), ...cellsOf("2026-06", 50, 30, "other")];
  const periods = { earlier: ["2026-05"], later: ["2026-06"] };
  expect(periodGrowth(cells, { dimension: "skill", key: "sql", periods, now })).toEqual({
    kind: "unknown",
    why: "source_gap",
  });
});
