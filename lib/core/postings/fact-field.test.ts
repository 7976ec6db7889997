import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import { type Field, quote } from "./find-phrases";

function field(text: string): Field {
  return factField({ field: "text", text, fold: foldText(text) });
}

describe("words that lost their border", () => {
  test.each([
    ["Modalidad: presencialSi te interesa", "modalidad: presencial si te interesa"],
    ["de 9 a 18hsZona: Luján", "de 9 a 18hs zona: lujan"],
    ["(full time)Se ofrece", "(full time) se ofrece"],
    ["a PhD in physics", "a phd in physics"],
    ["Full\\-time, 37\\.5 hours \\| hybrid", "full-time, 37.5 hours | hybrid"],
    ["C:\\new", "c:\\new"],
  ])("%j is seen as %j", (text, seen) => {
    expect(field(text).fold.folded).toBe(seen);
  });

  test("a text that needs nothing stays the same", () => {
    const text = "Buscamos una enfermera.";
    const given: Field = { field: "text", text, fold: foldText(text) };
    expect(factField(given)).toBe(given);
  });
});

describe("foreign markup is white space of the same length", () => {
  test("a printed list of strings", () => {
    const { folded } = field("['Seniority level', 'Entry level', \"It's\\xa0here\"]").fold;
    expect(folded).toContain("seniority level\n\n\n\nentry level");
    expect(folded).toContain("it's    here");
  });

  test("tags: those of blocks break the line, others do not", () => {
    expect(field("<li><b>Type:</b> Contract</li>").fold.folded.replaceAll(/ +/g, " ").replaceAll(/\n+/g, "\n")).toBe(
      "\n type: contract\n",
    );
  });
});

test("what is found points to the original words, for any text", () => {
  const piece = fc.constantFrom(
    "remoto",
    "Sí",
    "ﬁn",
    "JavaScript",
    "\\-",
    "\\|",
    "🚀",
    "ñandúEs",
    " ",
    ".",
    "<p>",
    "</p>",
    "PhD",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const text = pieces.join("");
      const seen = field(text);
      for (const { index } of seen.fold.folded.matchAll(/remoto/g)) {
        expect(quote(seen, index, index + 6).text.replaceAll("\\", "")).toBe("remoto");
      }
      expect(quote(seen, 0, seen.fold.folded.length)).toMatchObject({ start: expect.any(Number), end: text.length });
    }),
  );
});
