import fc from "fast-check";
import { expect, test } from "vitest";
import { scanText } from "./scan-text";
import type { Passage } from "./scanned-text";
import { stripBoilerplate } from "./strip-boilerplate";
import { bandKeys } from "./text-bands";
import { MAX_SHINGLES, overlapOf, shinglesOf, wordHash, wordHashes } from "./text-shingles";

const whole = (text: string): Passage[] => [{ text, from: 0, to: text.length }];
const wordsIn = (text: string, left?: ReadonlySet<number>) => Array.from(wordHashes(whole(text), left));
const shinglesIn = (text: string) => shinglesOf(wordsIn(text));
const stripped = (text: string) =>
  stripBoilerplate(scanText(text))
    .map((passage) => passage.text.slice(passage.from, passage.to))
    .join("\n");

test("words are told by letters and digits; bullets, codes and left-out words are none", () => {
  expect(wordsIn("+ c++ and c#, 3 – java")).toEqual(["c++", "and", "c#", "3", "java"].map(wordHash));
  expect(wordsIn("ref gvn6w9lib2 in rosario", new Set([wordHash("rosario")]))).toEqual(["ref", "in"].map(wordHash));
});

test("no word goes on from one passage to the next, and no more words are read than a limit", () => {
  expect(Array.from(wordHashes([...whole("bread"), ...whole("board")]))).toEqual(["bread", "board"].map(wordHash));
  expect(wordsIn("a ".repeat(25_000))).toHaveLength(20_000);
});

test("overlap is Jaccard similarity and containment of the shingles", () => {
  expect(overlapOf(shinglesIn("a b c d"), shinglesIn("a b c e"))).toEqual({
    similarity: 1 / 3,
    containment: 0.5,
    differing: 2,
  });
  expect(overlapOf(shinglesIn("a b c d"), shinglesIn("a b c d"))).toEqual({
    similarity: 1,
    containment: 1,
    differing: 0,
  });
  expect(overlapOf(shinglesIn(""), shinglesIn("a b c"))).toEqual({ similarity: 0, containment: 0, differing: 1 });
});

test("overlap is symmetric and never outside 0 to 1", () => {
  const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 }).map((list) => list.join(" "));
  fc.assert(
    fc.property(words, words, (a, b) => {
      const [one, other] = [overlapOf(shinglesIn(a), shinglesIn(b)), overlapOf(shinglesIn(b), shinglesIn(a))];
      expect(one).toEqual(other);
      expect(one.similarity).toBeLessThanOrEqual(one.containment);
      expect(one.containment).toBeLessThanOrEqual(1);
    }),
    { seed: 5, numRuns: 200 },
  );
});

test("a long text is sampled, and its overlap estimated within a few hundredths", () => {
  const long = Array.from({ length: 6000 }, (_, at) => `w${at}`);
  const other = [...long.slice(0, 4000), ...Array.from({ length: 2000 }, (_, at) => `x${at}`)];
  const [a, b] = [shinglesIn(long.join(" ")), shinglesIn(other.join(" "))];
  expect(a.shingles.length).toBe(MAX_SHINGLES);
  expect(overlapOf(a, b).similarity).toBeCloseTo(0.5, 1);
});

test("texts that share most of their shingles meet in a band; texts that share none do not", () => {
  const words = Array.from({ length: 300 }, (_, at) => `word${at}`);
  const keys = bandKeys(shinglesIn(words.join(" ")).shingles);
  const near = bandKeys(shinglesIn(words.slice(10).join(" ")).shingles);
  const far = bandKeys(shinglesIn(words.map((word) => `x${word}`).join(" ")).shingles);
  expect(keys.some((key) => near.includes(key))).toBe(true);
  expect(keys.some((key) => far.includes(key))).toBe(false);
  expect(bandKeys(new Uint32Array())).toEqual([]);
});

test("sections on the company and stock sentences are left out, the job stays", () => {
  const text =
    "about us\nwe bake since ever\nresponsibilities\nbake bread every day. we are an equal opportunity employer.\nknead dough";
  expect(stripped(text)).toBe("responsibilities\nbake bread every day.\nknead dough");
});

test("a text that would nearly vanish is kept", () => {
  const text = `benefits\n${"bread for free and a long list of other things. ".repeat(5)}`;
  expect(stripped(text)).toContain("bread for free");
});
