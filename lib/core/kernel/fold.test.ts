import fc from "fast-check";
import { expect, test } from "vitest";
import { foldLabel, foldText, originalSpan } from "./fold";

test("a label is compared without case, diacritics or odd white space", () => {
  expect(foldLabel("  Diseño \t Gráfico ")).toBe("diseno grafico");
  expect(foldLabel("Año")).toBe("ano");
});

test("the signs of technology names are kept", () => {
  expect(["C++", "C#", ".NET", "Node.js", "CI/CD"].map(foldLabel)).toEqual(["c++", "c#", ".net", "node.js", "ci/cd"]);
});

test("typographic quotes and dashes fold to the ones on a keyboard", () => {
  expect(foldLabel("bachelor’s – “front‑end”")).toBe('bachelor\'s - "front-end"');
});

test("a precomposed and a decomposed spelling fold to the same label", () => {
  expect(foldLabel("programacio\u0301n")).toBe(foldLabel("programación"));
});

test("offsets lead back to the original where folding changes lengths", () => {
  const text = "𝐀 oﬃce straße programacio\u0301n fin";
  const folded = foldText(text);
  const at = folded.folded.indexOf("programacion");
  const span = originalSpan(folded, at, at + "programacion".length);
  expect(text.slice(span.start, span.end)).toBe("programacio\u0301n");
});

test("offsets are the same in both texts where folding changes no length", () => {
  expect(foldText("Diseño y Programación")).toEqual({ folded: "diseno y programacion", starts: null, length: 21 });
});

test("any text folds without throwing, with offsets that rise within it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const { folded, starts } = foldText(text);
      for (let i = 0; starts !== null && i < folded.length; i += 1) {
        expect(starts[i] ?? -1).toBeLessThanOrEqual(starts[i + 1] ?? -1);
        expect(starts[i] ?? -1).toBeLessThan(text.length);
      }
    }),
  );
});

test("a folded character folds to itself, whichever it is", () => {
  const unstable: string[] = [];
  for (let code = 0; code < 0x20000; code += 1) {
    const once = foldLabel(String.fromCodePoint(code));
    if (foldLabel(once) !== once) unstable.push(code.toString(16));
  }
  expect(unstable).toEqual([]);
});
