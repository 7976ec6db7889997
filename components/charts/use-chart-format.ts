"use client";

import { useFormatter } from "next-intl";
import { useCallback } from "react";
import type { ChartUnit } from "./chart-model";

/** A function that writes a value in its unit and the reader's language; axes are written short. */
export function useChartFormat(unit: ChartUnit): (value: number, place?: "axis" | "text") => string {
  const format = useFormatter();
  return useCallback(
    (value, place = "text") => {
      const short = place === "axis" ? ({ notation: "compact" } as const) : {};
      if (unit.kind === "share")
        return format.number(value, {
          style: "percent",
          maximumFractionDigits: value >= 0.1 ? 0 : 1,
        });
      if (unit.kind === "money")
        return format.number(value, { style: "currency", currency: unit.currency, maximumFractionDigits: 0, ...short });
      return format.number(value, { maximumFractionDigits: 1, ...short });
    },
    [format, unit],
  );
}
