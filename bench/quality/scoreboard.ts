import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

export const SUITES = [
  "skills",
  "noise",
  "esco",
  "fields",
  "model",
  "resumes",
  "matching",
  "embeddings",
  "dedupe",
  "pages",
  "trends",
  "determinism",
] as const;
export type SuiteName = (typeof SUITES)[number];

export type Baseline = { name: string; value: number };

/** What a suite found: `value` is a fraction, or null where the data is not there. */
export type Measured = {
  suite: SuiteName;
  dataset: string;
  n: number;
  metric: string;
  value: number | null;
  baseline: Baseline | null;
};

/** Told of what `--verbose` is to show; it may quote adverts and goes to the terminal only. */
export type Tell = (line: string) => void;

/** One line of the scoreboard. */
export type Row = Measured & { floor: number | null; ok: boolean; skipped?: true };

const floorsSchema = z.record(z.string(), z.number());

/** The floors of the repository: `suite/dataset/metric` → the value under which the check fails. */
export function readFloors(file: string = path.join(import.meta.dirname, "floors.json")): ReadonlyMap<string, number> {
  return new Map(Object.entries(floorsSchema.parse(JSON.parse(readFileSync(file, "utf8")))));
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** Puts a measurement beside its floor. A skipped one is never ok. */
export function toRow(measured: Measured, floors: ReadonlyMap<string, number>): Row {
  const { suite, dataset, metric, baseline } = measured;
  const floor = floors.get(`${suite}/${dataset}/${metric}`) ?? null;
  if (measured.value === null) return { ...measured, floor, ok: false, skipped: true };
  const value = rounded(measured.value);
  return {
    ...measured,
    value,
    baseline: baseline === null ? null : { ...baseline, value: rounded(baseline.value) },
    floor,
    ok: floor === null || value >= floor,
  };
}

/** The rows that fail a check: measured and under their floor. */
export function failing(rows: readonly Row[]): Row[] {
  return rows.filter((row) => !row.ok && row.skipped !== true);
}

function cell(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}

/** The scoreboard as lines for a person. */
export function describeRows(rows: readonly Row[]): string[] {
  const lines = rows.map((row) => {
    const verdict = row.skipped === true ? "skipped: data absent" : row.ok ? "ok" : "BELOW FLOOR";
    const against = row.baseline === null ? "" : `${row.baseline.name} ${cell(row.baseline.value)}`;
    const what = `${row.suite.padEnd(12)} ${row.dataset.padEnd(22)} ${String(row.n).padStart(6)}`;
    return `${what}  ${row.metric.padEnd(18)} ${cell(row.value)}  floor ${cell(row.floor)}  ${verdict.padEnd(12)}  ${against}`;
  });
  return ["suite        dataset                     n  metric             value", ...lines];
}
