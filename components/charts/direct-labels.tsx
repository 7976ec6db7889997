"use client";

import { usePlotArea, useYAxisDomain } from "recharts";
import type { ChartSeries } from "./chart-model";
import { seriesColour } from "./series-colour";
import { spreadLabels } from "./spread-labels";

const LINE_PX = 15;

/** The name of each line at its end, moved apart where lines end close together. Lives inside a recharts chart. */
export function DirectLabels({ series }: { series: ChartSeries[] }) {
  const area = usePlotArea();
  const domain = useYAxisDomain();
  const [low, high] = domain ?? [];
  if (!area || typeof low !== "number" || typeof high !== "number" || high <= low) return null;
  const ends = series.flatMap((one) => {
    const last = one.points.findLast(({ value }) => value !== null);
    return last && last.value !== null
      ? [{ series: one, y: area.y + area.height * (1 - (last.value - low) / (high - low)) }]
      : [];
  });
  const placed = spreadLabels(
    ends.map(({ y }) => y),
    LINE_PX,
    area.y,
    area.y + area.height,
  );
  return (
    <g>
      {ends.map(({ series: one }, index) => (
        <text
          key={one.id}
          x={area.x + area.width + 8}
          y={placed[index]}
          dy="0.32em"
          fontSize={12}
          fontWeight={500}
          fill={seriesColour(series, one.id)}
        >
          {shorten(one.label)}
        </text>
      ))}
    </g>
  );
}

const LABEL_CHARACTERS = 18;

function shorten(label: string): string {
  return label.length > LABEL_CHARACTERS ? `${label.slice(0, LABEL_CHARACTERS - 1)}…` : label;
}
