import type { ChartSeries } from "./chart-model";
import { seriesColour } from "./series-colour";

/** Names of the series with their colours, for where direct labels have no room. */
export function Legend({ series }: { series: ChartSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {series.map(({ id, label }) => (
        <li key={id} className="flex items-center gap-1.5">
          <span aria-hidden className="h-0.5 w-4" style={{ background: seriesColour(series, id) }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
