import type { ChartModel } from "@/components/charts/chart-model";
import type { SkillTrend } from "@/lib/services/overview/my-skill-trends";

type Words = {
  title: string;
  label: string;
  subtitle: (period: { from: string; to: string }) => string;
  /** A month like `2026-11` in words. */
  month: (bucket: string) => string;
};

/** The monthly share of postings that ask for one skill, as one small line. */
export function skillChart(trend: SkillTrend, words: Words): ChartModel {
  const points = trend.points.map(({ bucket, share, n, partial }) => ({
    bucket,
    label: words.month(bucket),
    value: share,
    n,
    partial,
  }));
  const period = { from: points[0]?.label ?? "", to: points.at(-1)?.label ?? "" };
  return {
    title: words.title,
    subtitle: words.subtitle(period),
    unit: { kind: "share" },
    series: [{ id: trend.skillId, label: words.label, points, tone: "accent" }],
    sources: [],
    caveat: null,
  };
}
