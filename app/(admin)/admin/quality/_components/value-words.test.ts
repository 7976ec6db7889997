import { expect, test } from "vitest";
import { valueWords } from "./value-words";

test("what had been read is told in one line, and what is not known is left out", () => {
  expect(valueWords("senior")).toBe("senior");
  expect(valueWords(4)).toBe("4");
  expect(valueWords(false)).toBe("false");
  expect(valueWords(null)).toBe("");
  expect(valueWords({ min: 1, max: 2, currency: "MXN", basis: null })).toBe("min: 1, max: 2, currency: MXN");
  expect(valueWords([{ lang: "en", level: null }, { lang: "pt" }])).toBe("lang: en; lang: pt");
});
