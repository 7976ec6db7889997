import { expect, test } from "vitest";
import { compilePhrases, ContextList, holdsPhrase } from "./context-phrases";
import { concept } from "./fixtures/concept";
import { indexWords } from "./word-index";
import { WordTable } from "./word-table";

const table = new WordTable();
for (const word of "we go to market with a gun written in by us ant".split(" ")) table.add(word);
const index = indexWords(table, new Int32Array(table.size), new Uint8Array(table.size));
const numbers = (text: string): number[] => text.split(" ").map((word) => index.numberOf(word));

test("a phrase stands only whole and inside the range", () => {
  const phrases = compilePhrases(index, [["go", "to", "market"], ["gun"]]);
  const words = numbers("we go to market with a gun");
  expect(holdsPhrase(phrases, words, 0, 7)).toBe(true);
  expect(holdsPhrase(phrases, words, 0, 4)).toBe(true);
  expect(holdsPhrase(phrases, words, 0, 3)).toBe(false);
  expect(holdsPhrase(phrases, words, 2, 6)).toBe(false);
  expect(holdsPhrase(phrases, words, -3, 2)).toBe(false);
});

test("two phrases may begin with the same word", () => {
  const phrases = compilePhrases(index, [
    ["written", "in"],
    ["written", "by"],
  ]);
  expect(holdsPhrase(phrases, numbers("written by us"), 0, 3)).toBe(true);
});

test("a phrase with a word that the index does not know stands nowhere", () => {
  expect(holdsPhrase(compilePhrases(index, [["ox"], ["go", "ox"]]), numbers("go ox"), 0, 2)).toBe(false);
});

test("unknown words are in no phrase; a phrase without words stands everywhere", () => {
  const phrases = compilePhrases(index, [["ant"], []]);
  expect([holdsPhrase(phrases, [-1, -1], 0, 2), phrases.isEverywhere]).toEqual([false, true]);
  expect(holdsPhrase(compilePhrases(index, []), [1, 2], 0, 2)).toBe(false);
});

test("a concept's context is made once; one without has none", () => {
  const context = { near: ["market"], not: ["go to"] };
  const contexts = new ContextList([concept("gun", { context }), concept("ant")], index);
  const made = contexts.get("gun");
  expect([...(made?.ids ?? [])]).toEqual(["market"]);
  expect(made !== undefined && holdsPhrase(made.not, numbers("we go to market"), 0, 4)).toBe(true);
  expect([contexts.get("gun") === made, contexts.get("ant"), contexts.get("ox")]).toEqual([true, undefined, undefined]);
});
