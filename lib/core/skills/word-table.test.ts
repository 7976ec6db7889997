import fc from "fast-check";
import { expect, test } from "vitest";
import { hashRange, WordTable } from "./word-table";

test("words keep the number they were given, however many come after them", () => {
  const table = new WordTable();
  const words = Array.from({ length: 5000 }, (_, index) => `word${index.toString(36)}`);
  expect(words.map((word) => table.add(word))).toEqual(words.map((_, index) => index));
  expect(words.map((word) => table.add(word))).toEqual(words.map((_, index) => index));
  expect(words.map((word) => table.find(word))).toEqual(words.map((_, index) => index));
  expect(table.size).toBe(5000);
});

test("a word is found in a text by its range and hash", () => {
  const table = new WordTable();
  const sql = table.add("sql");
  const text = "con sql y sqlite";
  expect(table.findIn(hashRange(text, 4, 7), text, 4, 7)).toBe(sql);
  expect(table.findIn(hashRange(text, 10, 16), text, 10, 16)).toBe(-1);
  expect(table.find("")).toBe(-1);
});

test("two words with the same hash are two words", () => {
  const table = new WordTable();
  const hash = hashRange("sql", 0, 3);
  table.add("sql");
  expect(table.findIn(hash, "sqk", 0, 3)).toBe(-1);
});

test("it tells words apart as a map would", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 6 }), { maxLength: 60 }),
      fc.string({ maxLength: 6 }),
      (words, other) => {
        const table = new WordTable();
        const expected = new Map<string, number>();
        for (const word of words) {
          if (!expected.has(word)) expected.set(word, expected.size);
          expect(table.add(word)).toBe(expected.get(word));
        }
        expect(table.find(other)).toBe(expected.get(other) ?? -1);
      },
    ),
  );
});
