import fc from "fast-check";
import { expect, test } from "vitest";
import { ClassTrie } from "./class-trie";
import { TrieBuilder } from "./trie-builder";

/** A trie with an entry at the end of every path, and what each of its entries was called. */
function trieOf(paths: readonly (readonly [path: readonly number[], name: string, rank?: number])[]) {
  const builder = new TrieBuilder();
  for (const [path, , rank] of paths)
    builder.end(
      path.reduce((state, step) => builder.step(state, step), 0),
      rank,
    );
  const { trie, order } = builder.finished();
  return { trie, names: Array.from(order, (at) => paths[at]?.[1] ?? "") };
}

function walk({ trie, names }: ReturnType<typeof trieOf>, path: readonly number[]): string[] {
  let state = 0;
  for (const step of path) {
    state = trie.next(state, step);
    if (state === 0) return [];
  }
  return names.slice(trie.entriesFrom(state), trie.entriesTo(state));
}

test("what was put at the end of a path stands there and nowhere else", () => {
  const made = trieOf([
    [[5, 7], "a"],
    [[5], "b"],
    [[5, 7], "c"],
  ]);
  expect([walk(made, [5]), walk(made, [5, 7]), walk(made, [7]), walk(made, [5, 7, 5])]).toEqual([
    ["b"],
    ["a", "c"],
    [],
    [],
  ]);
});

test("an unknown class leads nowhere", () => {
  const { trie } = trieOf([[[3, 4], "a"]]);
  expect([trie.next(0, -1), trie.next(0, 90_000), trie.next(trie.next(0, 3), -1)]).toEqual([0, 0, 0]);
});

test("entries are sorted by rank, those of equal rank in the order of their coming", () => {
  const made = trieOf([
    [[1], "b2", 7],
    [[1], "a1", 0],
    [[1], "b1", 7],
    [[1], "a2", 0],
  ]);
  expect(walk(made, [1])).toEqual(["a1", "a2", "b2", "b1"]);
});

test("a trie without paths leads nowhere", () => {
  const made = trieOf([]);
  expect([made.trie.next(0, 0), walk(made, [0])]).toEqual([0, []]);
});

test("it answers as a map of paths would, however many there are, and so does one made of its tables", () => {
  const path = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 400 }), (paths) => {
      const made = trieOf(paths.map((one, index) => [one, String(index)]));
      const again = { ...made, trie: new ClassTrie(made.trie.tables) };
      const expected = new Map<string, string[]>();
      paths.forEach((one, index) => {
        const known = expected.get(one.join());
        if (known === undefined) expected.set(one.join(), [String(index)]);
        else known.push(String(index));
      });
      for (const one of paths) expect(walk(again, one)).toEqual(expected.get(one.join()));
    }),
    { numRuns: 40 },
  );
});

test("thousands of paths from one class are told apart", () => {
  const made = trieOf(Array.from({ length: 6000 }, (_, step) => [[1, step], String(step)] as const));
  expect(Array.from({ length: 6000 }, (_, step) => walk(made, [1, step])[0])).toEqual(
    Array.from({ length: 6000 }, (_, step) => String(step)),
  );
});
