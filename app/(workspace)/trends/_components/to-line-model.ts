import type { ChartModel } from "@/components/charts/chart-model";
import { toChartModel } from "@/lib/core/trends/chart-model";
import type { DemandSeries } from "@/lib/core/trends/demand-series";
import type { Measure } from "@/lib/core/trends/trend-query";

export type LineWords = {
  title: string;
  subtitle: string;
  sources: string[];
  caveat: string | null;
  bucketLabel: (bucket: string) => string;
};

/** Series of demand as the model that the line chart draws; gaps stay gaps, and every point keeps its sample. */
export function toLineModel(
  series: readonly DemandSeries[],
  options: { measure: Measure; labels: ReadonlyMap<string, string>; words: LineWords },
): ChartModel {
  const { words, measure, labels } = options;
  const chart = toChartModel(series, { titleKey: "trends", unit: measure === "share" ? "share" : "postings", labels });
  return {
    title: words.title,
    subtitle: words.subtitle,
    unit: { kind: measure },
    sources: words.sources,
    caveat: words.caveat,
    series: chart.series.map(({ key, label, points }) => ({
      id: key,
      label,
      points: points.map((point) => ({ ...point, label: words.bucketLabel(point.bucket) })),
    })),
  };
}
