import { expect, test } from "vitest";
import { toChartCsv } from "./chart-csv";

const point = { bucket: "2026-01", label: "Jan", value: 0.5, n: 8, partial: false };

test("one line per point; a gap is an empty field and not a zero", () => {
  const csv = toChartCsv({
    series: [
      { id: "py", label: "Python", points: [point, { ...point, bucket: "2026-02", value: null, n: 0, partial: true }] },
    ],
  });
  expect(csv).toBe("series,bucket,value,n,partial\r\nPython,2026-01,0.5,8,false\r\nPython,2026-02,,0,true\r\n");
});

test("commas, quotes and line breaks stay inside their field", () => {
  expect(toChartCsv({ series: [{ id: "x", label: 'a,"b"\n', points: [point] }] })).toContain('"a,""b""\n",2026-01');
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])("%j is not run as a formula", (label) => {
  expect(toChartCsv({ series: [{ id: "x", label, points: [point] }] })).toContain(`'${label},`);
});
