import type { ChartModel } from "./chart-model";

/**
 * A chart's figures as CSV (RFC 4180), one line per point; a gap is an empty field. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function toChartCsv(model: Pick<ChartModel, "series">): string {
  const lines = model.series.flatMap(({ label, points }) =>
    points.map((point) => [text(label), text(point.bucket), point.value ?? "", point.n, point.partial].join(",")),
  );
  return `${["series,bucket,value,n,partial", ...lines].join("\r\n")}\r\n`;
}

function text(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
