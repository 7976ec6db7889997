import { describe, expect, test } from "vitest";
import { stemTitleWord } from "./fold-title";
import { hasSynonym, standardTitle } from "./title-synonyms";

function standard(title: string): string[] {
  return standardTitle(title.split(" ").map(stemTitleWord)).sort();
}

describe("titles in other words for one thing are one", () => {
  test.each([
    ["ejecutivo ventas", "asesor comercial"],
    ["vendedora", "representante comercial"],
    ["clarkista deposito", "montacarguista almacen"],
    ["desarrollador java", "java developer"],
    ["bi analyst", "business intelligence analista"],
    ["impulsador ventas", "mercaimpulsador"],
    ["auxiliar limpieza", "cleaning assistant"],
  ])("%s and %s", (a, b) => {
    expect(standard(a)).toEqual(standard(b));
  });
});

describe("what tells two jobs apart stays", () => {
  test.each([
    ["java developer", "python developer"],
    ["asesor ventas", "asesor legal"],
    ["enfermero pediatrico", "enfermero geriatrico"],
    ["business analyst", "data analyst"],
    ["administrativo", "administrador"],
    ["cocinero", "camarero"],
  ])("%s and %s", (a, b) => {
    expect(standard(a)).not.toEqual(standard(b));
  });
});

test("it is known which words have others", () => {
  expect(hasSynonym(stemTitleWord("clarkista"))).toBe(true);
  expect(hasSynonym("intelligence")).toBe(false);
  expect(hasSynonym(stemTitleWord("intelligence"))).toBe(true);
  expect(hasSynonym("python")).toBe(false);
});
