import { expect, test } from "vitest";
import { compilePhrases, holdsPhrase } from "./context-phrases";
import { WordTable } from "./word-table";

const table = new WordTable();
const numbers = (text: string): number[] => text.split(" ").map((word) => table.add(word));

test("a phrase stands only whole and inside the range", () => {
  const phrases = compilePhrases(table, [["go", "to", "market"], ["gun"]]);
  const words = numbers("we go to market with a gun");
  expect(holdsPhrase(phrases, words, 0, 7)).toBe(true);
  expect(holdsPhrase(phrases, words, 0, 4)).toBe(true);
  expect(holdsPhrase(phrases, words, 0, 3)).toBe(false);
  expect(holdsPhrase(phrases, words, 2, 6)).toBe(false);
  expect(holdsPhrase(phrases, words, -3, 2)).toBe(false);
});

test("two phrases may begin with the same word", () => {
  const phrases = compilePhrases(table, [
    ["written", "in"],
    ["written", "by"],
  ]);
  expect(holdsPhrase(phrases, numbers("written by us"), 0, 3)).toBe(true);
});

test("unknown words are in no phrase; a phrase without words stands everywhere", () => {
  const phrases = compilePhrases(table, [["ant"], []]);
  expect([holdsPhrase(phrases, [-1, -1], 0, 2), phrases.isEverywhere]).toEqual([false, true]);
  expect(holdsPhrase(compilePhrases(table, []), [1, 2], 0, 2)).toBe(false);
});
