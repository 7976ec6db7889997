import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import { readEducation } from "./read-degree";

const levelOf = (text: string) =>
  readEducation(factField({ field: "text", text, fold: foldText(text) }))?.value ?? null;

describe("two degrees of which one would do", () => {
  test.each([
    "BS or MS in geology",
    "BSc, MSc or PhD in acoustics",
    "B.A. or an M.A. in history",
    "Bachelor's or Master's in fine arts",
    "Bachelors and/or Masters degree in botany",
  ])("%j asks for the lower", (text) => {
    expect(levelOf(text)).toBe("bachelor");
  });
});

describe("degrees by their short names", () => {
  test.each([
    "Título en Psicología o afines",
    "Lic. en Turismo con inglés",
    "Buscamos Lic. en Nutrición",
    "Ing. en Alimentos (excluyente)",
    "Licenciado/a en Enfermería",
    "Licenciados/as en Letras",
    "Ingeniera en Minas",
    "Lcda. en Contabilidad",
  ])("%j is a first degree", (text) => {
    expect(levelOf(text)).toBe("bachelor");
  });

  test.each([
    ["Título en técnico electricista", null],
    ["Título en refrigeración", null],
    ["Técnico superior en laboratorio", "technical"],
    ["Licencia en regla", null],
    ["Lic. en Psicología - Consultora", null],
  ])("%j: %s", (text, level) => {
    expect(levelOf(text)).toBe(level);
  });
});
