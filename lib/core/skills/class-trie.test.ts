import fc from "fast-check";
import { expect, test } from "vitest";
import { ClassTrie } from "./class-trie";

function walk(trie: ClassTrie<string>, path: readonly number[]): readonly string[] {
  let state = 0;
  for (const step of path) {
    state = trie.next(state, step);
    if (state === 0) return [];
  }
  return trie.hasEntries(state) ? trie.entriesAt(state) : [];
}

test("what was put at the end of a path stands there and nowhere else", () => {
  const trie = new ClassTrie<string>();
  trie.add([5, 7], "a");
  trie.add([5], "b");
  trie.add([5, 7], "c");
  expect([walk(trie, [5]), walk(trie, [5, 7]), walk(trie, [7]), walk(trie, [5, 7, 5])]).toEqual([
    ["b"],
    ["a", "c"],
    [],
    [],
  ]);
});

test("an unknown class leads nowhere, and a path with one is left out", () => {
  const trie = new ClassTrie<string>();
  trie.add([3, -1], "a");
  trie.add([3, 4], "b");
  expect([trie.next(0, -1), trie.next(0, 90_000), trie.next(trie.next(0, 3), -1)]).toEqual([0, 0, 0]);
  expect(walk(trie, [3, 4])).toEqual(["b"]);
});

test("entries are sorted by rank, those of equal rank in the order of their coming", () => {
  const trie = new ClassTrie<string>();
  for (const entry of ["b2", "a1", "b1", "a2"]) trie.add([1], entry);
  trie.sortEntries((a, b) => a.charCodeAt(0) - b.charCodeAt(0));
  expect(walk(trie, [1])).toEqual(["a1", "a2", "b2", "b1"]);
});

test("it answers as a map of paths would, however many there are", () => {
  const path = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 400 }), (paths) => {
      const trie = new ClassTrie<string>();
      const expected = new Map<string, string[]>();
      paths.forEach((one, index) => {
        trie.add(one, String(index));
        const known = expected.get(one.join());
        if (known === undefined) expected.set(one.join(), [String(index)]);
        else known.push(String(index));
      });
      for (const one of paths) expect(walk(trie, one)).toEqual(expected.get(one.join()));
    }),
    { numRuns: 40 },
  );
});

test("thousands of paths from one class are told apart", () => {
  const trie = new ClassTrie<string>();
  for (let step = 0; step < 6000; step += 1) trie.add([1, step], String(step));
  expect(Array.from({ length: 6000 }, (_, step) => walk(trie, [1, step])[0])).toEqual(
    Array.from({ length: 6000 }, (_, step) => String(step)),
  );
});
