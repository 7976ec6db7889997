/** A seeded stream of numbers: the same seed gives the same stream on every machine. */
export type Prng = {
  /** A number in [0, 1). */
  next: () => number;
  /** A whole number in [from, to], both included. */
  int: (from: number, to: number) => number;
  /** True with the given probability (0 to 1). */
  chance: (probability: number) => boolean;
  /** One item; throws RangeError when there is none. */
  pick: <T extends object | string>(items: readonly T[]) => T;
  /** One item, drawn in proportion to its weight; throws RangeError when no weight is above zero. */
  weighted: <T extends object | string>(items: readonly T[], weight: (item: T) => number) => T;
};

// Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, ample for a few thousand draws.
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A generator for a seed (taken as an unsigned 32-bit whole number). */
export function createPrng(seed: number): Prng {
  const next = mulberry32(seed);
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T extends object | string>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError("Nothing to pick from.");
    return item;
  };
  const weighted = <T extends object | string>(items: readonly T[], weight: (item: T) => number): T => {
    const candidates = items.filter((item) => weight(item) > 0);
    let rest = next() * candidates.reduce((sum, item) => sum + weight(item), 0);
    for (const item of candidates) {
      rest -= weight(item);
      if (rest < 0) return item;
    }
    return pick(candidates);
  };
  return { next, int, chance: (probability) => next() < probability, pick, weighted };
}
