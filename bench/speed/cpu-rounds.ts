/** Seconds of processor time since an earlier `process.cpuUsage()`, all threads together. */
export function cpuSecondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000_000;
}

/**
 * The best seconds of processor time of each work over some rounds: what other work on the machine disturbed least. In
 * every round all are done in turn, so that a machine that is busy for a while is so for all; the first rounds warm up only.
 */
export function bestCpuRounds(rounds: number, works: readonly (() => unknown)[], warmUp = 1): number[] {
  const taken = works.map((): number[] => []);
  for (let round = 0; round < warmUp + rounds; round += 1)
    works.forEach((work, which) => {
      const from = process.cpuUsage();
      work();
      if (round >= warmUp) taken[which]?.push(cpuSecondsSince(from));
    });
  return taken.map((seconds) => Math.min(...seconds));
}
