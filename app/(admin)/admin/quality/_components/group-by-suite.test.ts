import { expect, test } from "vitest";
import { groupBySuite } from "./group-by-suite";

const row = { dataset: "d", n: 1, metric: "m", value: 0.5, baseline: null, floor: null, ok: true };

test("rows stand with their suite, which knows how many of its floors do not hold", () => {
  const rows = [
    { ...row, suite: "skills", floor: 0.4 },
    { ...row, suite: "fields" },
    { ...row, suite: "skills", floor: 0.6, ok: false },
    { ...row, suite: "fields", value: null, floor: 0.9, ok: false, skipped: true },
  ];
  expect(groupBySuite(rows)).toEqual([
    { suite: "skills", rows: [rows[0], rows[2]], floors: 2, below: 1 },
    { suite: "fields", rows: [rows[1], rows[3]], floors: 0, below: 0 },
  ]);
});
