function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Seconds of processor time since an earlier `process.cpuUsage()`, all threads together. */
export function cpuSecondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000_000;
}

/**
 * The median seconds of processor time of each work over some rounds. In every round all are done in turn, so that a
 * machine that is busy for a while is so for all of them; a first round warms up and is not counted.
 */
export function medianCpuSeconds(rounds: number, works: readonly (() => unknown)[]): number[] {
  const taken = works.map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1)
    works.forEach((work, which) => {
      const from = process.cpuUsage();
      work();
      if (round > 0) taken[which]?.push(cpuSecondsSince(from));
    });
  return taken.map(median);
}
