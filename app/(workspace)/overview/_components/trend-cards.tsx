import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Sparkline } from "@/components/charts/sparkline";
import type { SkillTrend } from "@/lib/services/overview/my-skill-trends";
import { skillChart } from "./skill-chart";

/** One small line for each of my skills that is asked for most. */
export function TrendCards({ trends }: { trends: readonly SkillTrend[] }) {
  const t = useTranslations("overview");
  const format = useFormatter();
  const locale = useLocale();
  const month = (bucket: string) =>
    format.dateTime(new Date(`${bucket}-01T00:00:00Z`), { year: "numeric", month: "short" });
  if (trends.length === 0) return <p className="p-4 text-muted">{t("trendsNone")}</p>;
  return (
    <ul className="flex flex-col">
      {trends.map((trend) => {
        const label = trend.labels[locale];
        const model = skillChart(trend, {
          title: t("trendChart", { skill: label }),
          label,
          subtitle: ({ from, to }) => t("trendSubtitle", { n: trend.n, from, to }),
          month,
        });
        return (
          <li
            key={trend.skillId}
            className="grid grid-cols-[minmax(0,1fr)_11rem] items-center gap-4 border-b px-4 py-3 last:border-0"
          >
            <div className="min-w-0">
              <p className="truncate font-medium">{label}</p>
              <p className="tabular text-sm text-muted">
                {t("trendFigure", { ratio: trend.n === 0 ? 0 : trend.postings / trend.n, n: trend.n })}
              </p>
            </div>
            <Sparkline model={model} />
          </li>
        );
      })}
    </ul>
  );
}
