import { describe, expect, test } from "vitest";
import { toChartModel } from "./chart-model";
import { bucketCount, growthBetween } from "./demand-growth";
import { demandSeries, rankDemand } from "./demand-series";
import { ALL, computeTrendCells, type TrendRow } from "./trend-cells";

const now = new Date("2026-04-10T00:00:00Z");

function aRow(change: Partial<TrendRow> = {}): TrendRow {
  return {
    postingId: "p1",
    postedAt: new Date("2026-01-15T00:00:00Z"),
    firstSeenAt: new Date("2026-01-16T00:00:00Z"),
    source: "demo",
    lang: "en",
    country: "CO",
    seniority: "mid",
    skills: ["python"],
    ...change,
  };
}

function rowsIn(month: string, count: number, change: Partial<TrendRow> = {}): TrendRow[] {
  const day = new Date(`${month}-05T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    aRow({
      postingId: `${month}/${index}/${change.source ?? ""}/${change.skills?.join() ?? ""}`,
      postedAt: day,
      firstSeenAt: day,
      ...change,
    }),
  );
}

describe("trend cells", () => {
  test("a posting with two listings is counted once overall and once at each source", () => {
    const cells = computeTrendCells([aRow(), aRow({ source: "other", skills: ["python", "sql"] })], "month");
    const total = cells.filter(({ dimension }) => dimension === "total");
    expect(total.map(({ source, postings }) => [source, postings])).toEqual([
      [ALL, 1],
      ["demo", 1],
      ["other", 1],
    ]);
    expect(cells.find(({ key, source }) => key === "python" && source === ALL)?.postings).toBe(1);
  });

  test("the earliest listing dates the posting", () => {
    const late = aRow({
      source: "late",
      postedAt: new Date("2026-02-03T00:00:00Z"),
      firstSeenAt: new Date("2026-02-03T00:00:00Z"),
    });
    expect(new Set(computeTrendCells([late, aRow()], "month").map(({ bucket }) => bucket))).toEqual(
      new Set(["2026-01"]),
    );
  });

  test("the order of rows and a repeated row change nothing", () => {
    const rows = [...rowsIn("2026-01", 3), ...rowsIn("2026-02", 2, { skills: ["sql"] })];
    expect(computeTrendCells([...rows, ...rows].reverse(), "week")).toEqual(computeTrendCells(rows, "week"));
  });

  test("what a posting does not say makes no cell", () => {
    const cells = computeTrendCells([aRow({ country: null, seniority: null, skills: [] })], "month");
    expect(new Set(cells.map(({ dimension }) => dimension))).toEqual(new Set(["total", "source", "lang"]));
  });

  test("names with the separators of JSON or of paths stay apart", () => {
    const cells = computeTrendCells([aRow({ skills: ['a","b', "a", "__proto__"] })], "month");
    expect(cells.filter(({ dimension, source }) => dimension === "skill" && source === ALL)).toHaveLength(3);
  });
});

describe("demand", () => {
  const cells = computeTrendCells(
    [
      ...rowsIn("2026-01", 3),
      ...rowsIn("2026-01", 1, { skills: ["sql"] }),
      ...rowsIn("2026-03", 2, { source: "other" }),
      ...rowsIn("2026-04", 1, { skills: ["sql"] }),
    ],
    "month",
  );
  const query = { dimension: "skill", keys: ["python", "cobol"], from: "2026-01", to: "2026-04", now } as const;

  test("shares rest on all postings of the bucket; a bucket without any is a gap, one without this skill is a zero", () => {
    const [python, cobol] = demandSeries(cells, query);
    expect(python?.points).toEqual([
      { bucket: "2026-01", share: 0.75, postings: 3, n: 4, partial: false },
      { bucket: "2026-02", share: null, postings: null, n: 0, partial: false },
      { bucket: "2026-03", share: 1, postings: 2, n: 2, partial: false },
      { bucket: "2026-04", share: 0, postings: 0, n: 1, partial: true },
    ]);
    expect(cobol?.points.map(({ share }) => share)).toEqual([0, null, 0, 0]);
  });

  test("one source alone has its own gaps", () => {
    const [python] = demandSeries(cells, { ...query, source: "other" });
    expect(python?.points.map(({ share }) => share)).toEqual([null, null, 1, null]);
  });

  test("the ranking counts over the range and names its sample", () => {
    expect(rankDemand(cells, { dimension: "skill", from: "2026-01", to: "2026-03", limit: 5 })).toEqual([
      { key: "python", postings: 5, share: 5 / 6, n: 6 },
      { key: "sql", postings: 1, share: 1 / 6, n: 6 },
    ]);
    expect(rankDemand([], { dimension: "skill", from: "2026-01", to: "2026-03", limit: 5 })).toEqual([]);
  });

  test("a chart says what it rests on, and keeps gaps as gaps", () => {
    const chart = toChartModel(demandSeries(cells, query), {
      titleKey: "trends.demand",
      unit: "share",
      labels: new Map([["python", "Python"]]),
    });
    expect(chart.series.map(({ label }) => label)).toEqual(["Python", "cobol"]);
    expect(chart.series[0]?.points[1]).toEqual({ bucket: "2026-02", value: null, n: 0, partial: false });
    expect(chart.sample).toEqual({
      postings: 7,
      gaps: 1,
      partialBuckets: ["2026-04"],
      firstBucket: "2026-01",
      lastBucket: "2026-04",
    });
    const counts = toChartModel(demandSeries(cells, query), { titleKey: "t", unit: "postings", labels: new Map() });
    expect(counts.series[0]?.points.map(({ value }) => value)).toEqual([3, null, 2, 0]);
    expect(toChartModel([], { titleKey: "t", unit: "share", labels: new Map() }).sample.firstBucket).toBeNull();
  });
});

describe("growth", () => {
  const cells = computeTrendCells(
    [
      ...rowsIn("2026-01", 20),
      ...rowsIn("2026-01", 20, { skills: ["sql"] }),
      ...rowsIn("2026-02", 30),
      ...rowsIn("2026-02", 10, { skills: ["sql"] }),
      ...rowsIn("2026-03", 30, { source: "other" }),
      ...rowsIn("2026-04", 9),
    ],
    "month",
  );
  const count = (bucket: string, key = "python") => bucketCount(cells, { dimension: "skill", key, bucket, now });

  test("is the change of the share, with its sample", () => {
    const growth = growthBetween(count("2026-01"), count("2026-02"));
    expect(growth).toEqual({ kind: "growth", ratio: 0.5, sample: 50 });
  });

  test.each([
    ["another set of sources", "2026-02", "2026-03", "python", "source_gap"],
    ["a bucket that is not over", "2026-02", "2026-04", "python", "partial_bucket"],
    ["nothing collected", "2025-12", "2026-01", "python", "no_data"],
    ["too few postings", "2026-01", "2026-02", "cobol", "too_few_postings"],
  ])("is unknown with %s", (_, previous, current, key, why) => {
    expect(growthBetween(count(previous, key), count(current, key))).toEqual({ kind: "unknown", why });
  });
});
