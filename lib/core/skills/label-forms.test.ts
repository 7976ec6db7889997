import { expect, test } from "vitest";
import { inflect, isProperName, labelWords, spellingVariants } from "./label-forms";

test("words take the endings of number, and of gender in Spanish", () => {
  expect(inflect("database", "en")).toEqual(["databases"]);
  expect(inflect("policy", "en")).toContain("policies");
  expect(inflect("policies", "en")).toContain("policy");
  expect(inflect("redes", "es")).toContain("rede");
  expect(inflect("motores", "es")).toContain("motor");
  expect(inflect("raiz", "es")).toContain("raices");
  expect(inflect("conductor", "es")).toEqual(expect.arrayContaining(["conductora", "conductoras", "conductores"]));
  expect(inflect("enfermero", "es")).toEqual(expect.arrayContaining(["enfermera", "enfermeras", "enfermeros"]));
});

test("short words, words with digits and words that only look plural stay as they are", () => {
  expect([inflect("sql", "en"), inflect("html5", "en"), inflect("business", "en"), inflect("analysis", "en")]).toEqual([
    [],
    [],
    [],
    [],
  ]);
});

test("labels fall into the words that a text would have", () => {
  expect(labelWords(" ASP.NET / C# y C++ (.NET)")).toEqual(["asp", "net", "c#", "y", "c++", ".net"]);
});

test("a spelling that is an everyday word is no variant", () => {
  expect(spellingVariants("to do")).toEqual([]);
  expect(spellingVariants("InDesign")).toEqual([]);
  expect(spellingVariants("Power BI")).toEqual([["powerbi"]]);
  expect(spellingVariants("WordPress")).toEqual([["word", "press"]]);
});

test("names of products are those that look alike in both languages or have capitals, digits or signs inside", () => {
  expect([
    isProperName("Excel", ["Excel"]),
    isProperName("JavaScript", ["x"]),
    isProperName("C++", ["x"]),
    isProperName("Docker", []),
  ]).toEqual([true, true, true, true]);
  expect([isProperName("Accounting", ["contabilidad"]), isProperName("driver", [])]).toEqual([false, false]);
});
