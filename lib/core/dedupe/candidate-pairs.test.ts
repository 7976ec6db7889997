import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CandidateIndex, MAX_BLOCK, visitCandidates } from "./candidate-pairs";
import { findBlocks } from "./find-blocks";
import { hashKey } from "./hash-key";

type Keyed = { id: string; keys: string[] };

function pairsOf(prints: readonly Keyed[]): string[] {
  const pairs: string[] = [];
  visitCandidates(prints, (a, b) => pairs.push([prints[a]?.id, prints[b]?.id].sort().join("-")));
  return pairs.sort();
}

function lastOf<T>(work: Generator<unknown, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

describe("candidates", () => {
  test("are all pairs that share a key, each once, whatever the order", () => {
    const listing = fc.uniqueArray(fc.constantFrom(..."abcdefgh".split("")), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(listing, { maxLength: MAX_BLOCK }), (rows) => {
        const prints = rows.map((keys, at) => ({ id: String(at).padStart(2, "0"), keys }));
        const expected = prints.flatMap((one, at) =>
          prints
            .slice(at + 1)
            .filter((other) => other.keys.some((key) => one.keys.includes(key)))
            .map((other) => `${one.id}-${other.id}`),
        );
        expect(pairsOf(prints)).toEqual(expected.sort());
        expect(pairsOf(prints.toReversed())).toEqual(expected);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  test("of a crowded key are those that stand close by their bands and ids, whatever the order", () => {
    const many = Array.from({ length: 400 }, (_, at) => ({
      id: String(at).padStart(3, "0"),
      keys: ["t:same", `b${at % 7}`],
    }));
    const pairs = pairsOf(many);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(pairs.length).toBeLessThan(400 * MAX_BLOCK);
    expect(pairs).toContain("000-007");
    expect(pairsOf(many.toReversed())).toEqual(pairs);
  });

  test("of listings that belong together come one after the other", () => {
    const index = new CandidateIndex();
    for (let at = 0; at < 60; at += 1) index.add({ id: String(at), keys: [`k${at % 20}`] });
    lastOf(index.build());
    const order = [...index.candidates()].map(({ index: one }) => one % 20);
    expect(new Set(order).size).toBe(20);
    expect(order.filter((group, at) => group !== order[at - 1])).toHaveLength(20);
  });
});

test("equal hashes get one number, single ones none", () => {
  const hashes = Float64Array.from([7, 2 ** 52 + 1, 9, 7, 2 ** 52 + 1, 7, 0]);
  const { of, count } = lastOf(findBlocks(hashes));
  expect(count).toBe(2);
  expect([...of]).toEqual([0, 1, 2, 0, 1, 0, 2]);
});

test("a key's hash is a whole number below 2^53, and other keys have others", () => {
  const keys = Array.from({ length: 20_000 }, (_, at) => `b${at.toString(36)}`);
  const hashes = keys.map(hashKey);
  expect(hashes.every((hash) => Number.isSafeInteger(hash) && hash >= 0)).toBe(true);
  expect(new Set(hashes).size).toBe(keys.length);
});
