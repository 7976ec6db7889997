/** One line of the benchmark: `ratio` above 1 means ours is better. */
export type SpeedRow = {
  name: string;
  n: number;
  value: number;
  unit: string;
  baseline: { name: string; value: number } | null;
  ratio: number | null;
};

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** A row for a rate (more is better), against the rate of a baseline where there is one. */
export function rateRow(
  row: { name: string; n: number; value: number; unit: string },
  baseline: { name: string; value: number } | null = null,
): SpeedRow {
  return {
    ...row,
    value: rounded(row.value),
    baseline: baseline === null ? null : { ...baseline, value: rounded(baseline.value) },
    ratio: baseline === null || baseline.value === 0 ? null : rounded(row.value / baseline.value),
  };
}

/** A row for something that is only told: a time, a size. */
export function plainRow(name: string, n: number, value: number, unit: string): SpeedRow {
  return { name, n, value: rounded(value), unit, baseline: null, ratio: null };
}

/** The best of some runs in seconds: the one that the rest of the machine disturbed least. */
export async function bestSeconds(runs: number, work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const from = performance.now();
    await work();
    best = Math.min(best, (performance.now() - from) / 1000);
  }
  return best;
}

/** The best of some runs in seconds of processor time, all threads together: other work on the machine counts little. */
export function bestCpuSeconds(runs: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const from = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1_000_000);
  }
  return best;
}
