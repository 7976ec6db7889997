import type { DemandPoint, DemandSeries } from "./demand-series";

/** One point of a chart; a null value is a gap in the line. */
export type ChartPoint = { bucket: string; value: number | null; n: number; partial: boolean };

/** A chart as data: what to draw and say, decided here; how it looks is decided by the component. */
export type ChartModel = {
  /** Key in the message catalogue. */
  titleKey: string;
  unit: "share" | "postings";
  buckets: string[];
  series: { key: string; label: string; points: ChartPoint[] }[];
  /** What the caveat under the chart rests on. */
  sample: {
    postings: number;
    gaps: number;
    partialBuckets: string[];
    firstBucket: string | null;
    lastBucket: string | null;
  };
};

function toPoint(point: DemandPoint, unit: ChartModel["unit"]): ChartPoint {
  const value = unit === "share" ? point.share : point.postings;
  return { bucket: point.bucket, value, n: point.n, partial: point.partial };
}

/** Series as a chart, with the sample that every figure of it rests on. `labels`: key → words for people; a key without stays. */
export function toChartModel(
  series: readonly DemandSeries[],
  options: { titleKey: string; unit: ChartModel["unit"]; labels: ReadonlyMap<string, string> },
): ChartModel {
  const points = series[0]?.points ?? [];
  const buckets = points.map(({ bucket }) => bucket);
  return {
    titleKey: options.titleKey,
    unit: options.unit,
    buckets,
    series: series.map(({ key, points: own }) => ({
      key,
      label: options.labels.get(key) ?? key,
      points: own.map((point) => toPoint(point, options.unit)),
    })),
    sample: {
      postings: points.reduce((sum, { n }) => sum + n, 0),
      gaps: points.filter(({ n }) => n === 0).length,
      partialBuckets: points.filter(({ partial }) => partial).map(({ bucket }) => bucket),
      firstBucket: buckets[0] ?? null,
      lastBucket: buckets.at(-1) ?? null,
    },
  };
}
