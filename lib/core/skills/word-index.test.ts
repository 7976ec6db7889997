import fc from "fast-check";
import { expect, test } from "vitest";
import { indexWords, WordIndex } from "./word-index";
import { checkRange, hashRange, WordTable } from "./word-table";

/** All given words, each in a class of its own. */
function indexOf(words: readonly string[]): WordIndex {
  const table = new WordTable();
  const numbers = words.map((word) => table.add(word));
  return indexWords(
    table,
    Int32Array.from(numbers, (_, at) => at),
    new Uint8Array(table.size),
  );
}

test("words with a class and words that are kept are found, others are not", () => {
  const table = new WordTable();
  for (const word of ["sql", "near", "sqls"]) table.add(word);
  const index = indexWords(table, Int32Array.of(7, -1, -1), Uint8Array.of(0, 1, 0));
  const seen = (word: string): (number | null)[] => {
    const slot = index.find(word);
    return slot < 0 ? [null] : [index.numberAt(slot), index.classAt(slot)];
  };
  expect(["sql", "near", "sqls", ""].map(seen)).toEqual([[0, 7], [1, -1], [null], [null]]);
  expect([index.numberOf("near"), index.numberOf("sqls")]).toEqual([1, -1]);
});

test("a word is found by the hashes of a range of a text", () => {
  const index = indexOf(["sql", "c++"]);
  const text = "con sql y sqlite";
  const slotAt = (from: number, to: number) => index.slotOf(hashRange(text, from, to), checkRange(text, from, to));
  expect([slotAt(4, 7), slotAt(10, 16)]).toEqual([index.find("sql"), -1]);
  expect(index.slotOf(hashRange("sql", 0, 3), checkRange("sqk", 0, 3))).toBe(-1);
});

test("an index without words knows none", () => {
  expect(indexOf([]).find("sql")).toBe(-1);
});

test("it tells words apart as a map would, and so does one made of its slots", () => {
  const word = fc.string({ minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 200 }), word, (words, other) => {
      const index = new WordIndex(indexOf(words).slots);
      words.forEach((one, at) => {
        expect(index.numberOf(one)).toBe(at);
      });
      expect(index.numberOf(other)).toBe(words.indexOf(other));
    }),
  );
});
