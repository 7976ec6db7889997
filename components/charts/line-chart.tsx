"use client";

import { CartesianGrid, Line, LineChart as Recharts, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { ChartFrame } from "./chart-frame";
import type { ChartModel, ChartSeries } from "./chart-model";
import { type ChartRow, dottedValue, highestValue, solidValue, toChartRows } from "./chart-rows";
import { ChartTooltip } from "./chart-tooltip";
import { DirectLabels } from "./direct-labels";
import { Legend } from "./legend";
import { niceTicks } from "./nice-ticks";
import { seriesColour } from "./series-colour";
import { useChartFormat } from "./use-chart-format";
import { useIsNarrow } from "./use-is-narrow";

const LABEL_WIDTH_PX = 128;
/** More lines than this end too close together to be named at their ends. */
const DIRECT_LABELS_MAX = 6;
const TICK = { fill: "var(--muted)", fontSize: 12 };

type LineChartProps = { model: ChartModel; height?: number };

/** A line per series over time. Gaps stay open, partial buckets are dotted, names stand at the ends of the lines. */
export function LineChart({ model, height = 300 }: LineChartProps) {
  const format = useChartFormat(model.unit);
  const rows = toChartRows(model.series);
  const ticks = niceTicks(highestValue(model.series), model.unit.kind === "count");
  const isNarrow = useIsNarrow();
  const isDirect = !isNarrow && model.series.length <= DIRECT_LABELS_MAX;
  return (
    <ChartFrame model={model} kind="line" height={height} legend={isDirect ? null : <Legend series={model.series} />}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height }}>
        <Recharts
          data={rows}
          accessibilityLayer={false}
          margin={{ top: 8, right: isDirect ? LABEL_WIDTH_PX : 12, bottom: 0, left: 0 }}
        >
          <CartesianGrid vertical={false} stroke="var(--grid)" />
          <XAxis dataKey="label" tick={TICK} tickLine={false} axisLine={{ stroke: "var(--line)" }} minTickGap={24} />
          <YAxis
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={52}
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? 1]}
            tickFormatter={(value: number) => format(value, "axis")}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-strong)" }}
            content={({ label }) => <ChartTooltip model={model} row={rows.find((row) => row.label === label)} />}
          />
          {model.series.flatMap((series) => seriesLines(model.series, series))}
          {isDirect ? <DirectLabels series={model.series} /> : null}
        </Recharts>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

function seriesLines(all: ChartSeries[], series: ChartSeries) {
  const places = new Map(series.points.map(({ bucket }, index) => [bucket, index]));
  const pick = (read: typeof solidValue) => (row: ChartRow) => read(series.points, places.get(row.bucket) ?? -1);
  const look = {
    stroke: seriesColour(all, series.id),
    strokeWidth: 2,
    type: "linear",
    isAnimationActive: false,
    connectNulls: false,
    activeDot: { r: 4 },
  } as const;
  const isSparse = series.points.filter(({ value }) => value !== null).length <= 24;
  return [
    <Line
      key={series.id}
      {...look}
      name={series.label}
      dataKey={pick(solidValue)}
      dot={isSparse ? { r: 2.5, fill: look.stroke, strokeWidth: 0 } : false}
    />,
    <Line
      key={`${series.id}:partial`}
      {...look}
      name={series.label}
      dataKey={pick(dottedValue)}
      dot={false}
      strokeDasharray="2 4"
    />,
  ];
}
