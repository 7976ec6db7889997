"use client";

import { useTranslations } from "next-intl";
import type { ChartModel, ChartPoint, ChartSeries } from "./chart-model";
import { useChartFormat } from "./use-chart-format";

type Known = ChartPoint & { value: number };

/** The chart in sentences, for who cannot see it: where each series starts and ends, or its extremes, and how many gaps it has. */
export function useChartSummary(model: ChartModel, kind: "line" | "bar"): string {
  const t = useTranslations("charts");
  const format = useChartFormat(model.unit);
  const sentence = ({ label, points }: ChartSeries): string => {
    const known = points.filter((point): point is Known => point.value !== null);
    const [first] = known;
    const last = known.at(-1);
    if (!first || !last) return t("summaryEmpty", { label });
    const low = known.reduce((least, point) => (point.value < least.value ? point : least));
    const high = known.reduce((most, point) => (point.value > most.value ? point : most));
    const ends = { label, low: format(low.value), high: format(high.value) };
    if (kind === "bar")
      return t("summaryBars", { ...ends, lowBucket: low.label, highBucket: high.label, count: known.length });
    const line = t("summarySeries", {
      ...ends,
      first: format(first.value),
      firstBucket: first.label,
      last: format(last.value),
      lastBucket: last.label,
    });
    const gaps = points.length - known.length;
    return gaps > 0 ? `${line} ${t("summaryGaps", { count: gaps })}` : line;
  };
  return [`${model.title}. ${model.subtitle}`, ...model.series.map(sentence)].join(" ");
}
