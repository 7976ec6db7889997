const LIMIT = 2 ** 53;
/** Ranges that are sorted one by one, so that sorting millions does not hold up others. */
const RANGES = 64;

/** The hashes in order, range by range. */
function* sortedCopy(hashes: Float64Array): Generator<undefined, Float64Array> {
  const rangeOf = (hash: number) => Math.floor((hash / LIMIT) * RANGES);
  const ends = new Uint32Array(RANGES + 1);
  for (const hash of hashes) ends[rangeOf(hash) + 1] = (ends[rangeOf(hash) + 1] ?? 0) + 1;
  for (let range = 0; range < RANGES; range += 1) ends[range + 1] = (ends[range + 1] ?? 0) + (ends[range] ?? 0);
  yield;
  const sorted = new Float64Array(hashes.length);
  for (const hash of hashes) {
    const range = rangeOf(hash);
    const place = ends[range] ?? 0;
    sorted[place] = hash;
    ends[range] = place + 1;
  }
  for (let range = 0; range < RANGES; range += 1) {
    yield;
    sorted.subarray(range === 0 ? 0 : ends[range - 1], ends[range]).sort();
  }
  return sorted;
}

/** Moves the numbers that occur more than once to the front, each once; how many there are. */
function keepRepeated(sorted: Float64Array): number {
  let kept = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    const value = sorted[at] ?? 0;
    if (value === sorted[at - 1] && (kept === 0 || sorted[kept - 1] !== value)) sorted[kept++] = value;
  }
  return kept;
}

function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === value ? low : sorted.length;
}

const SLICE = 200_000;

/**
 * Numbers the hashes that occur more than once: `of` has for each hash its block, or `count` where no other is equal. Others can work
 * between two steps.
 */
export function* findBlocks(hashes: Float64Array): Generator<undefined, { of: Uint32Array; count: number }> {
  const sorted = yield* sortedCopy(hashes);
  const shared = sorted.slice(0, keepRepeated(sorted));
  const of = new Uint32Array(hashes.length);
  for (let at = 0; at < hashes.length; at += 1) {
    of[at] = placeOf(shared, hashes[at] ?? 0);
    if (at % SLICE === 0) yield;
  }
  return { of, count: shared.length };
}
