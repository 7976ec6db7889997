"use client";

import {
  Bar,
  type BarShapeProps,
  BarChart as Recharts,
  CartesianGrid,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { ChartFrame } from "./chart-frame";
import type { ChartModel } from "./chart-model";
import { type ChartRow, highestValue, toChartRows } from "./chart-rows";
import { ChartTooltip } from "./chart-tooltip";
import { Legend } from "./legend";
import { niceTicks } from "./nice-ticks";
import { seriesColour } from "./series-colour";
import { useChartFormat } from "./use-chart-format";

const ROW_PX = 28;
const TICK = { fill: "var(--muted)", fontSize: 12 };

/** Ranked horizontal bars: a bucket per row, one hue for one series, categories for several. A gap has no bar. */
export function BarChart({ model, labelWidth = 148 }: { model: ChartModel; labelWidth?: number }) {
  const format = useChartFormat(model.unit);
  const rows = toChartRows(model.series);
  const ticks = niceTicks(highestValue(model.series), model.unit.kind === "count");
  const [only] = model.series;
  const isSingle = model.series.length === 1;
  const colour = (id: string) =>
    isSingle && only?.tone === undefined ? "var(--score-4)" : seriesColour(model.series, id);
  const height = Math.max(1, rows.length) * ROW_PX * Math.max(1, model.series.length * 0.7) + 32;
  return (
    <ChartFrame model={model} kind="bar" height={height} legend={isSingle ? null : <Legend series={model.series} />}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height }}>
        <Recharts
          layout="vertical"
          data={rows}
          accessibilityLayer={false}
          margin={{ top: 0, right: 56, bottom: 0, left: 0 }}
          barCategoryGap="22%"
        >
          <CartesianGrid horizontal={false} stroke="var(--grid)" />
          <XAxis
            type="number"
            tick={TICK}
            tickLine={false}
            axisLine={false}
            ticks={ticks}
            domain={[0, ticks.at(-1) ?? 1]}
            tickFormatter={(value: number) => format(value, "axis")}
          />
          <YAxis
            type="category"
            dataKey="label"
            tick={{ ...TICK, fill: "var(--ink)" }}
            tickLine={false}
            axisLine={{ stroke: "var(--line)" }}
            width={labelWidth}
            interval={0}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--sunken)" }}
            content={({ label }) => <ChartTooltip model={model} row={rows.find((row) => row.label === label)} />}
          />
          {model.series.map(({ id, label }) => (
            <Bar
              key={id}
              name={label}
              dataKey={(row: ChartRow) => row.points[id]?.value ?? null}
              fill={colour(id)}
              isAnimationActive={false}
              radius={[0, 2, 2, 0]}
              label={{
                position: "right",
                fill: "var(--ink)",
                fontSize: 12,
                formatter: (value: unknown) => (typeof value === "number" ? format(value) : ""),
              }}
              shape={({ index, ...rectangle }: BarShapeProps) => (
                <Rectangle {...rectangle} {...(rows[index]?.points[id]?.partial ? partialLook(colour(id)) : {})} />
              )}
            />
          ))}
        </Recharts>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

function partialLook(colour: string) {
  return { fillOpacity: 0.35, stroke: colour, strokeDasharray: "2 3" };
}
