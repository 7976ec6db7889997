import { describe, expect, test } from "vitest";
import { findSentences } from "./find-sentences";

function sentences(text: string): string[] {
  return findSentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
}

describe("sentences of a stretch of text", () => {
  test("end where a full stop, a question or a cry is followed by a beginning", () => {
    expect(sentences("We bake bread. Do you? Yes! “Come” in. Use Node.js v. 20 or e.g. bun.")).toEqual([
      "We bake bread.",
      "Do you?",
      "Yes!",
      "“Come” in.",
      "Use Node.js v. 20 or e.g. bun.",
      "",
    ]);
    expect(sentences("Amasar. ¿Hornear? ¡Sí!")).toEqual(["Amasar.", "¿Hornear?", "¡Sí!", ""]);
  });

  test("are found where line breaks were lost, letters outside the first plane included", () => {
    expect(sentences("Atender la caja.Limpiar;Vender(pan)Reponer")).toEqual([
      "Atender la caja.",
      "Limpiar;",
      "Vender(pan)",
      "Reponer",
    ]);
    expect(sentences("amasar panHornear masas, PhD o MBAs, iOS")).toEqual([
      "amasar pan",
      "Hornear masas, PhD o MBAs, iOS",
    ]);
    expect(sentences("amasar𝐇𝐨𝐫𝐧𝐞𝐚𝐫")).toEqual(["amasar", "𝐇𝐨𝐫𝐧𝐞𝐚𝐫"]);
  });

  test.each([
    "Ovens of the U.S. Bakery Guild and tins (e.g. Kaiser) are known to you.",
    "Buscamos Lic. En Panadería o Ing. Industrial para la Avda. Central.",
    "You write .NET and C#, .NET Core for the tills.",
  ])("do not end at an abbreviation, nor at a name that a full stop opens: %s", (text) => {
    expect(sentences(text)).toEqual([text, ""]);
  });

  test("part at bullets, at quotes of a printed list and at tabs", () => {
    expect(sentences("• Bake • Sell * Count\tSweep\t\tMop\t● Rest")).toEqual([
      "Bake",
      "Sell",
      "Count",
      "Sweep",
      "Mop",
      "Rest",
    ]);
    expect(sentences(`'Bake', 'Sell',"Count"`)).toEqual(["'Bake", "Sell", `Count"`]);
    expect(sentences("it's, well, 'fine'")).toEqual(["it's, well, 'fine'"]);
  });

  test("lie inside the given range, whatever stands around it", () => {
    const text = "abcd. Efgh. ijkl";
    expect(findSentences(text, 2, 11)).toEqual([
      { start: 2, end: 5 },
      { start: 6, end: 11 },
      { start: 11, end: 11 },
    ]);
    expect(findSentences("", 0, 0)).toEqual([{ start: 0, end: 0 }]);
  });

  test("of hostile text are found in one walk", () => {
    const signs = ". \t•'\",*)A".repeat(20_000);
    const found = findSentences(signs, 0, signs.length);
    expect(found.length).toBeGreaterThan(1000);
    expect(found.every(({ start, end }, at) => start <= end && start >= (found[at - 1]?.end ?? 0))).toBe(true);
    expect(findSentences(`.${" ".repeat(100_000)}x`, 0, 100_002)).toHaveLength(1);
  });
});
