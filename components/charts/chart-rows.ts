import type { ChartPoint, ChartSeries } from "./chart-model";

/** One bucket with the point of each series, by series id. */
export type ChartRow = { bucket: string; label: string; points: Record<string, ChartPoint> };

/** The series turned into rows, one a bucket, in the order in which the buckets first appear. */
export function toChartRows(series: readonly ChartSeries[]): ChartRow[] {
  const rows = new Map<string, ChartRow>();
  for (const { id, points } of series) {
    for (const point of points) {
      const row = rows.get(point.bucket) ?? { bucket: point.bucket, label: point.label, points: {} };
      row.points[id] = point;
      rows.set(point.bucket, row);
    }
  }
  return [...rows.values()];
}

/** The value to draw in the solid line; null in partial buckets, which belong to the dotted one. */
export function solidValue(points: readonly ChartPoint[], index: number): number | null {
  const point = points[index];
  return point && !point.partial ? point.value : null;
}

/** The value to draw in the dotted line: partial buckets, and a complete neighbour of one so that the lines meet. */
export function dottedValue(points: readonly ChartPoint[], index: number): number | null {
  const point = points[index];
  if (!point) return null;
  const touches = point.partial || points[index + 1]?.partial === true || points[index - 1]?.partial === true;
  return touches ? point.value : null;
}

/** The highest value of all series; 0 where there is none. */
export function highestValue(series: readonly ChartSeries[]): number {
  return series.reduce((top, { points }) => points.reduce((most, { value }) => Math.max(most, value ?? 0), top), 0);
}
