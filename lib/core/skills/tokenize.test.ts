import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLostBreaks, GAP, sentenceEnd, sentenceStart, splitAtLostBreak, tokenize } from "./tokenize";

const words = (text: string): string[] => tokenize(text).words;
const gapBefore = (text: string, word: string): number => {
  const tokens = tokenize(text);
  return tokens.gaps[tokens.words.indexOf(word)] ?? -1;
};

describe("words", () => {
  test("are folded, and the signs of C++, C# and .NET belong to them", () => {
    expect(words("Programación en C++, C# y .NET; ASP.NET, C/C++")).toEqual(
      "programacion en c++ c# y .net asp net c c++".split(" "),
    );
  });

  test("a hash or a plus that goes on belongs to nothing", () => {
    expect(words("#React C#sharp 5+ años")).toEqual(["react", "c", "sharp", "5", "anos"]);
  });

  test("offsets point at the original letters, also where folding changes their number", () => {
    const text = "Straße, ﬁne Ñandú: Python";
    const tokens = tokenize(text);
    expect(tokens.words).toEqual(["strasse", "fine", "nandu", "python"]);
    expect(tokens.starts.map((start, index) => text.slice(start, tokens.ends[index]))).toEqual([
      "Straße",
      "ﬁne",
      "Ñandú",
      "Python",
    ]);
  });
});

describe("addresses", () => {
  test.each([
    ["https://jobs.example.com/senior-java-developer?stack=python", []],
    ["www.example.org/kotlin", []],
    ["github.com/camila/go-sql", []],
    ["linkedin.com/in/ruby-on-rails", []],
    ["python.developer@example.com", []],
    ["equipo@datos.example.com.mx, SQL", ["sql"]],
    ["SQL (https://example.com/python) y Java", ["sql", "y", "java"]],
    ["Camila|github.com/x|Python", ["camila", "python"]],
  ])("no word of one is read: %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    ["Node.js/Express", ["node", "js", "express"]],
    ["ASP.NET/C#", ["asp", "net", "c#"]],
    ["Socket.io and Monday.com", ["socket", "io", "and", "monday", "com"]],
    ["React/Redux, HTML/CSS", ["react", "redux", "html", "css"]],
    ["fin de línea.Python", ["fin", "de", "linea", "python"]],
  ])("names with dots and slashes are none: %s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("a name never runs on over an address", () => {
    const tokens = tokenize("machine https://example.com learning");
    expect((tokens.gaps[1] ?? 0) & GAP.wide).toBe(GAP.wide);
  });
});

describe("gaps", () => {
  test.each([
    ["machine learning", "learning", 0],
    ["front-end", "end", 0],
    ["uno, dos", "dos", GAP.list],
    ["uno. Dos", "dos", GAP.sentence],
    ["Node.js", "js", 0],
    ["uno\ndos", "dos", GAP.line],
    ["uno • dos", "dos", GAP.line],
    ["skills: dos", "dos", GAP.colon],
    ["CI/CD", "cd", GAP.slash],
    ["uno    dos", "dos", GAP.wide],
  ])("what stands between is told: %s", (text, word, gap) => {
    expect(gapBefore(text, word)).toBe(gap);
  });

  test("the first word opens a line", () => {
    expect(tokenize("… Java").gaps).toEqual([GAP.line]);
  });

  test("a sentence ends at a stop or a line, and is read no further than asked", () => {
    const tokens = tokenize("uno dos. tres cuatro cinco\nseis");
    expect([sentenceStart(tokens, 3, 10), sentenceEnd(tokens, 3, 10)]).toEqual([2, 5]);
    expect([sentenceStart(tokens, 3, 1), sentenceEnd(tokens, 3, 1)]).toEqual([2, 5]);
    expect([sentenceStart(tokens, 0, 1), sentenceEnd(tokens, 0, 1)]).toEqual([0, 2]);
  });
});

describe("lost line breaks", () => {
  test("are seen where a capital follows a small letter, accents included", () => {
    expect(findLostBreaks("DatosTransformación")).toEqual([5]);
    expect(findLostBreaks("CafÉxito y HornoÑandú")).toEqual([3, 16]);
    expect(findLostBreaks("HTML Datos")).toEqual([]);
  });

  test("part the word there, as spans of the text", () => {
    const text = "de DatosTransformaciónÁgil";
    const parts = splitAtLostBreak(text, 3, text.length);
    expect(parts.map(({ start, end }) => text.slice(start, end))).toEqual(["Datos", "Transformación", "Ágil"]);
  });
});

test("for any text the tokens are in order, apart, and not empty", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      const { starts, ends, gaps, words: found } = tokenize(text);
      expect(new Set([starts.length, ends.length, gaps.length, found.length]).size).toBe(1);
      for (const [index, start] of starts.entries()) {
        expect(ends[index] ?? 0).toBeGreaterThan(start);
        expect(start).toBeGreaterThanOrEqual(ends[index - 1] ?? 0);
      }
    }),
  );
});

test.each([
  ["Java.- Go", 1, true],
  ["Java. - Go", 1, true],
  ["Java.-Go", 1, false],
  ["Node.js", 1, false],
])("the dot of %s ends a sentence: %s, %s", (text, index, ends) => {
  expect(((tokenize(text).gaps[index] ?? 0) & GAP.sentence) !== 0).toBe(ends);
});
