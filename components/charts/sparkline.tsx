"use client";

import type { ChartModel } from "./chart-model";
import { sparklinePaths } from "./sparkline-paths";
import { useChartSummary } from "./use-chart-summary";

const WIDTH = 160;
const HEIGHT = 32;

/** The first series as one small line without axes, with its summary for who cannot see it. */
export function Sparkline({ model }: { model: ChartModel }) {
  const summary = useChartSummary(model, "line");
  const points = model.series[0]?.points ?? [];
  const { solid, dotted } = sparklinePaths(points, WIDTH, HEIGHT);
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
      className="h-9 w-full max-w-44"
      fill="none"
      stroke="var(--accent)"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={`M0 ${HEIGHT}H${WIDTH}`} stroke="var(--grid)" />
      <path d={solid} strokeWidth="1.75" vectorEffect="non-scaling-stroke" />
      <path d={dotted} strokeWidth="1.75" strokeDasharray="1 4" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
