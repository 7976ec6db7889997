"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import { toChartCsv } from "./chart-csv";
import type { ChartModel } from "./chart-model";
import { ChartTable } from "./chart-table";
import { savePng, saveText, toStandaloneSvg } from "./download-chart";
import { useChartSummary } from "./use-chart-summary";

type ChartFrameProps = {
  model: ChartModel;
  kind: "line" | "bar";
  height: number;
  legend?: ReactNode;
  children: ReactNode;
};

/** What every chart has around it: title, n and period, caveat, the drawing with its summary, sources, table and downloads. */
export function ChartFrame({ model, kind, height, legend, children }: ChartFrameProps) {
  const t = useTranslations("charts");
  const titleId = useId();
  const plot = useRef<HTMLDivElement>(null);
  const summary = useChartSummary(model, kind);
  const hasData = model.series.some(({ points }) => points.some(({ value }) => value !== null));
  const hasPartial = model.series.some(({ points }) => points.some(({ partial }) => partial));
  const name = fileName(model.title);
  const withSvg = (save: (svg: SVGSVGElement) => void) => {
    const svg = plot.current?.querySelector("svg");
    if (svg) save(svg);
  };
  return (
    <figure aria-labelledby={titleId} className="flex flex-col gap-2">
      <figcaption className="flex items-start justify-between gap-4">
        <div>
          <h3 id={titleId} className="text-base font-semibold">
            {model.title}
          </h3>
          <p className="tabular text-sm text-muted">{model.subtitle}</p>
          {model.caveat ? <p className="mt-1 max-w-measure text-sm text-muted">{model.caveat}</p> : null}
        </div>
        {hasData ? (
          <DropdownMenu
            trigger={
              <Button size="sm" variant="ghost">
                <Download aria-hidden className="size-4" />
                {t("download")}
              </Button>
            }
          >
            <MenuItem onSelect={() => saveText(`${name}.csv`, "text/csv;charset=utf-8", toChartCsv(model))}>
              {t("csv")}
            </MenuItem>
            <MenuItem onSelect={() => withSvg((svg) => saveText(`${name}.svg`, "image/svg+xml", toStandaloneSvg(svg)))}>
              {t("svg")}
            </MenuItem>
            <MenuItem onSelect={() => withSvg((svg) => void savePng(`${name}.png`, svg))}>{t("png")}</MenuItem>
          </DropdownMenu>
        ) : null}
      </figcaption>
      {legend}
      {hasData ? (
        <div ref={plot} role="img" aria-label={summary} style={{ height }} className="w-full">
          {children}
        </div>
      ) : (
        <p className="grid place-items-center rounded-card border border-dashed text-muted" style={{ height }}>
          {t("empty")}
        </p>
      )}
      <div className="flex flex-wrap justify-between gap-x-6 text-sm text-muted">
        {model.sources.length > 0 ? <p>{t("sources", { sources: model.sources.join(", ") })}</p> : null}
        {hasPartial ? <p>{t("partialNote")}</p> : null}
      </div>
      {hasData ? (
        <Disclosure summary={t("table")}>
          <ChartTable model={model} />
        </Disclosure>
      ) : null}
    </figure>
  );
}

function fileName(title: string): string {
  return (
    title
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 80) || "chart"
  );
}
