import type { ChartSeries } from "./chart-model";

const CATEGORIES = 7;

/** The colour of a series: Okabe–Ito by its place among the categories, the accent for "you", grey for context. */
export function seriesColour(series: readonly ChartSeries[], id: string): string {
  const own = series.find((one) => one.id === id);
  if (own?.tone === "accent") return "var(--accent)";
  if (own?.tone === "context") return "var(--context)";
  const place = series
    .filter(({ tone }) => tone === undefined || tone === "category")
    .findIndex((one) => one.id === id);
  return `var(--cat-${(Math.max(0, place) % CATEGORIES) + 1})`;
}
