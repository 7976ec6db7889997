"use client";

import { useTranslations } from "next-intl";
import type { ChartModel } from "./chart-model";
import type { ChartRow } from "./chart-rows";
import { seriesColour } from "./series-colour";
import { useChartFormat } from "./use-chart-format";

/** The figures of one bucket beside the pointer. The table under the chart says the same to the keyboard. */
export function ChartTooltip({ model, row }: { model: ChartModel; row: ChartRow | undefined }) {
  const t = useTranslations("charts");
  const format = useChartFormat(model.unit);
  if (!row) return null;
  return (
    <div className="floating px-3 py-2 text-sm">
      <p className="font-medium">{row.label}</p>
      <ul className="tabular">
        {model.series.map(({ id, label }) => {
          const point = row.points[id];
          return (
            <li key={id} className="flex items-center gap-2">
              <span
                aria-hidden
                className="size-2 rounded-full"
                style={{ background: seriesColour(model.series, id) }}
              />
              <span className="grow">{label}</span>
              <span>{point && point.value !== null ? format(point.value) : t("missing")}</span>
              {point && point.value !== null ? (
                <span className="text-muted">{t("sampleOf", { n: point.n })}</span>
              ) : null}
              {point?.partial ? <span className="text-muted">{t("partial")}</span> : null}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
