import { expect, test } from "vitest";
import { quoteAround } from "./quote-around";

const text = "About us\nWe want three years of Python in production, and some SQL.\nBenefits";
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length });

test("a short line is quoted whole, and nothing of its neighbours", () => {
  expect(quoteAround(text, at("Python"))).toBe("We want three years of Python in production, and some SQL.");
  expect(quoteAround(text, at("Benefits"))).toBe("Benefits");
  expect(quoteAround(text, at("About"))).toBe("About us");
});

test("a long line is cut at whole words on both sides, and says so", () => {
  expect(quoteAround(text, at("Python"), 30)).toBe("…years of Python in…");
});

test("the words themselves are always there, however little room there is", () => {
  expect(quoteAround(text, at("Python"), 0)).toContain("Python");
  const long = "x".repeat(500);
  expect(quoteAround(long, { start: 0, end: 500 }, 10)).toBe(long);
});

test("a span over several lines is quoted as one line", () => {
  expect(quoteAround("a b\nc d", { start: 2, end: 5 })).toBe("a b c d");
});

test("the bullet of a list item is not part of what is quoted", () => {
  expect(quoteAround("• Comfort with SQL", { start: 15, end: 18 })).toBe("Comfort with SQL");
  expect(quoteAround("- SQL", { start: 2, end: 5 })).toBe("SQL");
});
