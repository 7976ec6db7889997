import { mix } from "./text-shingles";

const BINS = 48;
/** Four rows a band: texts that share 80 % of their shingles meet in a band nearly always (99.8 %), those that share 30 % in one case of ten. */
const ROWS = 4;

/** MinHash by one permutation: the least hash of each of 48 bins; an empty bin borrows from the next full one. */
function signatureOf(shingles: Uint32Array): Uint32Array {
  const least = new Uint32Array(BINS).fill(0xffffffff);
  const isFull = new Uint8Array(BINS);
  for (const shingle of shingles) {
    const hash = mix(shingle ^ 0x5bd1e995);
    const bin = hash % BINS;
    if (isFull[bin] === 0 || hash < (least[bin] ?? 0)) least[bin] = hash;
    isFull[bin] = 1;
  }
  const signature = new Uint32Array(BINS);
  for (let bin = 0; bin < BINS; bin += 1) {
    let step = 0;
    while (step < BINS && isFull[(bin + step) % BINS] === 0) step += 1;
    signature[bin] = mix((least[(bin + step) % BINS] ?? 0) + step);
  }
  return signature;
}

/** Keys of a text for locality-sensitive hashing: texts that are alike share at least one. None for an empty text. */
export function bandKeys(shingles: Uint32Array): string[] {
  if (shingles.length === 0) return [];
  const signature = signatureOf(shingles);
  const keys: string[] = [];
  for (let start = 0; start < BINS; start += ROWS) {
    let [low, high] = [start + 1, 0x2545f491];
    for (let row = start; row < start + ROWS; row += 1) {
      low = mix(low ^ (signature[row] ?? 0)) + 0x3c6ef372;
      high = mix(high + (signature[row] ?? 0));
    }
    keys.push(`b${(start / ROWS).toString(36)}${(mix(low) >>> 0).toString(36)}${(high >>> 8).toString(36)}`);
  }
  return keys;
}
