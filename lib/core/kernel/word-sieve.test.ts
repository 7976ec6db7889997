import { expect, test } from "vitest";
import { createSieve, sieveText } from "./word-sieve";

const sieve = createSieve(["year", "yr", "remote", "on site", "a level"], (word) => word);

function look(text: string) {
  const words: [number, readonly string[]][] = [];
  const numbers: number[] = [];
  sieveText(text, sieve, { word: (at, things) => words.push([at, things]), number: (at) => numbers.push(at) });
  return { words, numbers };
}

test("words looked for are told with their places, behind numbers and signs too, and where numbers begin", () => {
  expect(look("3years, 12 yr (remotely) on site 4")).toEqual({
    words: [
      [1, ["year"]],
      [11, ["yr"]],
      [15, ["remote"]],
      [25, ["on site"]],
    ],
    numbers: [0, 8, 33],
  });
});

test("a beginning stands for words of four letters and more, a short word for itself alone", () => {
  expect(look("yearly yrs").words).toEqual([[0, ["year"]]]);
  expect(look("midyear a b").words).toEqual([[8, ["a level"]]]);
});

test.each(["", "\ud83d\ude00", "ñandú"])("%j holds none of them", (text) => {
  expect(look(text)).toEqual({ words: [], numbers: [] });
});

test("a text longer than any before it is walked to its end, and leaves nothing behind for a shorter one", () => {
  const long = `${"x ".repeat(50_000)}remote`;
  expect(look(long).words).toEqual([[100_000, ["remote"]]]);
  expect(look("rem").words).toEqual([]);
});

test("every word is told that a search for it finds", () => {
  const text = "year-yr.remote/on site a level".repeat(40);
  const found = look(text).words.map(([at]) => at);
  const asked = [...text.matchAll(/(?<![a-z])(?:year|yr|remote|on site|a level)/g)].map(({ index }) => index);
  expect(asked.filter((at) => !found.includes(at))).toEqual([]);
});
