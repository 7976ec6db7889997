import { describe, expect, test } from "vitest";
import { foldPlaces } from "./fold-places";
import { foldTitle } from "./fold-title";
import { readFigures } from "./read-figures";
import { scanText } from "./scan-text";
import { readRequisitions } from "./read-requisitions";

const figuresIn = (text: string) => readFigures(scanText(text));

function wordsOf(title: string, location = "", company = ""): string[] {
  return foldTitle(title, { company, placeWords: new Set(foldPlaces(location).words) }).words;
}

describe("a title is its job alone", () => {
  test.each([
    ["Vendedor/a", "Vendedora"],
    ["Vendedor (m/f/d)", "VENDEDOR"],
    ["URGENTE!! Vendedor - incorporación inmediata", "Vendedor"],
    ["🔥 Vendedor 🔥", "Vendedor"],
    ["Senior Baker", "Baker Sr."],
    ["Baker (Ref. 20341)", "Baker"],
    ["BU599 Baker", "Baker"],
    ["Baker $1,500 sign on bonus", "Baker"],
    ["Asesores Comerciales", "Asesor comercial"],
    ["Panadero campaña noviembre a enero", "Panadero campaña"],
    ["Panadero prov. de Salta", "Panadero Salta"],
    ["Sales Assistant - CC Los Molinos", "Sales Assistant"],
  ])("%s and %s", (a, b) => {
    expect(wordsOf(a)).toEqual(wordsOf(b));
  });

  test("its own place and employer do not count", () => {
    expect(wordsOf("Baker - Mar del Plata - Horno Azul", "Mar del Plata, Buenos Aires", "horno azul")).toEqual([
      "baker",
    ]);
  });

  test("a title that is only a place keeps its words", () => {
    expect(wordsOf("Rosario", "Rosario")).toEqual(["rosari"]);
  });

  test("grades and terms are told apart from words", () => {
    const context = { company: "", placeWords: new Set<string>() };
    expect(foldTitle("Analyst II", context)).toEqual({ words: ["analyst"], grades: ["ii"], terms: [] });
    expect(foldTitle("Analyst level 3", context).grades).toEqual(["3"]);
    expect(foldTitle("Waiter, hotel 5 stars", context).grades).toEqual([]);
    expect(foldTitle("Cajera turno noche part time", context).terms).toEqual(["hours:part", "shift:night"]);
  });
});

describe("a place", () => {
  test("is its own name and what it lies in, without codes and countries", () => {
    expect(foldPlaces("Chicago, IL 60604 (The Loop area)")).toMatchObject({ names: ["chicago"], areas: ["il"] });
    expect(foldPlaces("Greater Boston, United States").names).toEqual(["boston"]);
    expect(foldPlaces("CABA").names).toEqual(foldPlaces("Capital Federal, Buenos Aires").names);
  });

  test("may be several, or none", () => {
    expect(foldPlaces("Madrid / Barcelona").names).toEqual(["barcelona", "madrid"]);
    expect(foldPlaces("Remote - Argentina")).toMatchObject({ names: [], isRemote: true });
    expect(foldPlaces(null)).toEqual({ names: [], areas: [], isRemote: false, words: [] });
  });
});

test("requisition numbers are read with their label only", () => {
  expect(readRequisitions("requisition id: 310481 … ref 20-341 … job 3, call 555 1234, ref: ventas")).toEqual([
    "20341",
    "310481",
  ]);
  expect(readRequisitions("reference 12/10/2025")).toEqual([]);
});

test("figures are years asked, weekly hours, times of work, pay by the hour and the kind of contract", () => {
  expect(figuresIn("2-4 years of experience, 30 horas semanales, de 9:00 a 18:00, £18/hr, status: casual")).toEqual([
    "contract:casu",
    "hours:30",
    "pay:18",
    "times:0900-1800",
    "years:2",
    "years:4",
  ]);
  expect(figuresIn("our company has 40 years in the market")).toEqual([]);
});
