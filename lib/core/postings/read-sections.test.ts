import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { readSections } from "./read-sections";

function sections(text: string): [string, string][] {
  return readSections({ field: "text", text, fold: foldText(text) }).map(({ kind, start, end }) => [
    kind,
    text.slice(start, end).trim(),
  ]);
}

describe("sections", () => {
  test("run from one heading line to the next, in both languages", () => {
    expect(
      sections("A bakery.\n\nWhat you'll do\n- Bake bread\n\nRequirements:\n- Patience\n\n**Nice to have**\nFrench"),
    ).toEqual([
      ["other", "A bakery."],
      ["duties", "What you'll do\n- Bake bread"],
      ["required", "Requirements:\n- Patience"],
      ["preferred", "**Nice to have**\nFrench"],
    ]);
    expect(sections("¿Qué ofrecemos?\nPan.\nQUIÉNES SOMOS\nUna panadería.")).toEqual([
      ["benefits", "¿Qué ofrecemos?\nPan."],
      ["about", "QUIÉNES SOMOS\nUna panadería."],
    ]);
  });

  test("are told by labels inside a text that lost its lines", () => {
    expect(
      sections(
        "Panadería busca oficial. Responsabilidades principales: Amasar. Hornear. Requisitos: Paciencia. Se ofrece: Pan.",
      ),
    ).toEqual([
      ["other", "Panadería busca oficial."],
      ["duties", "Responsabilidades principales: Amasar. Hornear."],
      ["required", "Requisitos: Paciencia."],
      ["benefits", "Se ofrece: Pan."],
    ]);
  });

  test("are not opened by the same words in a sentence", () => {
    expect(sections("You need skills and patience, and the benefits show: bread.")).toEqual([
      ["other", "You need skills and patience, and the benefits show: bread."],
    ]);
  });

  test("cover a text from its beginning to its end, and an empty one has none", () => {
    const text = "  Hola\nRequisitos\nPaciencia  ";
    const all = readSections({ field: "text", text, fold: foldText(text) });
    expect(all[0]?.start).toBe(0);
    expect(all.at(-1)?.end).toBe(text.length);
    expect(all.every(({ end }, at) => all[at + 1] === undefined || end === all[at + 1]?.start)).toBe(true);
    expect(sections(" \n ")).toEqual([]);
  });

  test("point into the original where folding changes lengths", () => {
    expect(sections("ﬁn™ … Straße.\nRequisitos: Paciencia")).toEqual([
      ["other", "ﬁn™ … Straße."],
      ["required", "Requisitos: Paciencia"],
    ]);
  });
});
