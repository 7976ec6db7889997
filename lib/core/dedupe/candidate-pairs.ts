import type { Fingerprint } from "./dedupe-types";

/**
 * Listings under one key that are all compared with each other. Of a larger block, sorted by its listings' keys and then their ids (so that
 * alike texts stand together), each is compared with the next ones only, and the cost stays linear.
 */
export const MAX_BLOCK = 24;
const WINDOW = 12;

type Order = (a: number, b: number) => number;

function orderOf(prints: readonly Fingerprint[]): Order {
  const marks = prints.map(({ keys, id }) => `${keys.filter((key) => key.startsWith("b")).join(" ")}\u0000${id}`);
  return (a, b) => {
    const [left, right] = [marks[a] ?? "", marks[b] ?? ""];
    return left < right ? -1 : left > right ? 1 : a - b;
  };
}

function blocksOf(prints: readonly Fingerprint[]): number[][] {
  const first = new Map<string, number>();
  const blocks = new Map<string, number[]>();
  prints.forEach(({ keys }, index) => {
    for (const key of keys) {
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, index);
      else {
        const block = blocks.get(key);
        if (block === undefined) blocks.set(key, [earlier, index]);
        else block.push(index);
      }
    }
  });
  return [...blocks.values()];
}

/**
 * Calls `visit` once for each pair of listings that share a key, as indices with the lesser first. Blocks over MAX_BLOCK are walked with
 * a window. Which pairs are visited does not depend on the order of the listings.
 */
export function visitCandidates(prints: readonly Fingerprint[], visit: (a: number, b: number) => void): void {
  const order = orderOf(prints);
  const seen = new Set<number>();
  for (const block of blocksOf(prints)) {
    const members = block.length > MAX_BLOCK ? block.sort(order) : block;
    const reach = block.length > MAX_BLOCK ? WINDOW : block.length;
    members.forEach((left, at) => {
      for (const right of members.slice(at + 1, at + 1 + reach)) {
        const [low, high] = left < right ? [left, right] : [right, left];
        const pair = low * prints.length + high;
        if (seen.has(pair)) continue;
        seen.add(pair);
        visit(low, high);
      }
    });
  }
}
