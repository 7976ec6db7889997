import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { createAutomaton, literalStart } from "./literal-automaton";
import { scanText } from "./scan-text";
import { CUE } from "./scanned-text";

const GLUED = /[A-ZÀ-ÖØ-Þ](?<=[a-zà-öø-ÿ]{2}.)(?=[a-zà-öø-ÿ])/g;
const spaced = (text: string) => text.replace(GLUED, " $&");
const wordsOf = (text: string) =>
  foldText(spaced(text))
    .folded.replace(/[^a-z0-9\u00c0-\uffff]+/g, " ")
    .trim()
    .split(/\s+/)
    .join(" ");

const signs = fc.oneof(
  fc.constantFrom(...Array.from("abcXYZ áÉñß\n\n.,•–´Σς…1²\ufeff\u1680\u2028ﷺ🚀𝐀日\ud83d\ude80")),
  fc.string({ unit: "binary", maxLength: 3 }),
);
const texts = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(""));

test("a text is folded as everywhere, with a space where a board glued two words together", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(scanText(text).folded).toBe(foldText(spaced(text)).folded);
    }),
    { seed: 3, numRuns: 2000 },
  );
  expect(scanText("los resultadosResponsabilidades ÁreaÑandú").folded).toBe(
    "los resultados responsabilidades area nandu",
  );
});

test("two texts have one hash exactly where they have the same words, whatever stands between them and whatever signs they have", () => {
  const hashes = new Map<string, string>();
  fc.assert(
    fc.property(texts, (text) => {
      const words = wordsOf(text);
      const hash = scanText(text).textHash;
      expect(hashes.get(words) ?? hash).toBe(hash);
      hashes.set(words, hash);
    }),
    { seed: 4, numRuns: 2000 },
  );
  expect(new Set(hashes.values()).size).toBe(hashes.size);
  expect(scanText("\n• Bread, AND\nmore!").textHash).toBe(scanText("• bread and more").textHash);
  expect(scanText("Bread - and more").textHash).toBe(scanText("bread, and\nmore.").textHash);
  expect(scanText("bread and more").textHash).not.toBe(scanText("more and bread").textHash);
});

test("a long text after a short one is folded whole, and a short one after it alone", () => {
  const long = "Ångström ﷺ ".repeat(9000);
  expect(scanText(long).folded).toBe(foldText(long).folded);
  expect(scanText("short").folded).toBe("short");
});

describe("each line", () => {
  test("is given with what it holds", () => {
    const { folded, lines, cues } = scanText("Bake bread.\nWe are an equal opportunity employer\n3 days a week");
    expect(lines.map(({ from, to }) => folded.slice(from, to))).toEqual(folded.split("\n"));
    expect(lines.map((line) => line.cues & (CUE.stock | CUE.week | CUE.digit))).toEqual([
      0,
      CUE.stock,
      CUE.week | CUE.digit,
    ]);
    expect(cues & CUE.level).toBe(0);
    expect(scanText("").lines).toEqual([{ from: 0, to: 0, cues: 0 }]);
  });

  test("units of years are noted where a number stands before them", () => {
    const text = "recursos humanos, 5 years, cinco años, 2 yrs";
    const { folded, years } = scanText(text);
    expect(years.map((at) => folded.slice(at, at + 3))).toEqual(["yea", "ano", "yrs"]);
  });
});

describe("the automaton", () => {
  test("finds literals within and behind each other, as a search for each would", () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), maxLength: 20 }), (literals, text) => {
        const automaton = createAutomaton(new Map(literals.map((literal, at) => [1 << at, [literal]])));
        let [state, found] = [0, 0];
        for (const sign of text) {
          const kind = automaton.classes[sign.charCodeAt(0)] ?? 0;
          state = automaton.next[state * automaton.classCount + kind] ?? 0;
          found |= automaton.found[state] ?? 0;
        }
        expect(found).toBe(
          literals.reduce((bits, literal, at) => (text.includes(literal) ? bits | (1 << at) : bits), 0),
        );
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  test("the literal start of a pattern is what all its matches begin with", () => {
    expect(literalStart("reasonable (?:accommodation|adjustment)")).toBe("reasonable ");
    expect(literalStart(String.raw`\beeo\b`)).toBe("eeo");
    expect(literalStart("years?")).toBe("year");
    expect(() => literalStart("[a-z]+")).toThrow(/no literal/u);
  });
});
