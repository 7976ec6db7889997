"use client";

import { useTranslations } from "next-intl";
import type { ChartModel } from "./chart-model";
import { toChartRows } from "./chart-rows";
import { useChartFormat } from "./use-chart-format";

/** The figures behind a chart: a row per bucket, a column per series, each with its sample. */
export function ChartTable({ model }: { model: ChartModel }) {
  const t = useTranslations("charts");
  const format = useChartFormat(model.unit);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={model.title} tabIndex={0} className="max-h-80 overflow-auto rounded-card border">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{model.title}</caption>
        <thead>
          <tr className="border-b text-muted">
            <th scope="col" className="px-3 py-1.5 text-left font-medium">
              {t("bucket")}
            </th>
            {model.series.map(({ id, label }) => (
              <th key={id} scope="col" className="px-3 py-1.5 text-right font-medium">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {toChartRows(model.series).map((row) => (
            <tr key={row.bucket} className="border-b last:border-0">
              <th scope="row" className="px-3 py-1 text-left font-normal whitespace-nowrap">
                {row.label}
              </th>
              {model.series.map(({ id }) => {
                const point = row.points[id];
                return (
                  <td key={id} className="px-3 py-1 text-right whitespace-nowrap">
                    {point && point.value !== null ? (
                      format(point.value)
                    ) : (
                      <span className="text-muted">{t("missing")}</span>
                    )}
                    {point && point.value !== null ? (
                      <span className="ml-2 text-xs text-muted">{t("sampleOf", { n: point.n })}</span>
                    ) : null}
                    {point?.partial ? <span className="ml-2 text-xs text-muted">({t("partial")})</span> : null}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
