/** `value` null is a gap: nothing was observed. `partial` marks a bucket that is not complete yet. `n` is the sample. */
export type ChartPoint = { bucket: string; label: string; value: number | null; n: number; partial: boolean };

export type ChartSeries = {
  id: string;
  label: string;
  points: ChartPoint[];
  /** `accent` is for "you" or the chosen thing, `context` for what is only there to compare with. */
  tone?: "category" | "accent" | "context";
};

/** Shares are ratios 0 … 1; money is in units of the ISO 4217 currency. */
export type ChartUnit = { kind: "count" } | { kind: "share" } | { kind: "money"; currency: string };

/** Everything that a chart shows. Whoever makes it has decided all; the chart only draws. All series share their buckets. */
export type ChartModel = {
  title: string;
  /** n and period, in a sentence. */
  subtitle: string;
  unit: ChartUnit;
  series: ChartSeries[];
  sources: string[];
  caveat: string | null;
};
