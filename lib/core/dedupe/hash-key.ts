import { mix } from "./text-shingles";

/** A whole number below 2^53 for a key; two of a million keys agree by chance once in some ten thousand times. */
export function hashKey(key: string): number {
  let [low, high] = [0x811c9dc5, 0x2545f491];
  for (let at = 0; at < key.length; at += 1) {
    const unit = key.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
  }
  return (mix(high) & 0x1fffff) * 0x1_0000_0000 + mix(low ^ (high >>> 7));
}
