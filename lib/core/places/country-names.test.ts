import { describe, expect, test } from "vitest";
import {
  COUNTRIES,
  COUNTRY_WORDS,
  countryNamed,
  countryPattern,
  LATIN_AMERICA,
  SPANISH_SPEAKING,
} from "./country-names";

describe("a country is known by its names in both languages, nationalities and codes", () => {
  test.each([
    ["Argentina", "AR", "name"],
    ["México", "MX", "name"],
    ["Reino Unido", "GB", "name"],
    ["UK", "GB", "name"],
    ["U.S.", "US", "name"],
    ["EE. UU.", "US", "name"],
    ["Países Bajos", "NL", "name"],
    ["Türkiye", "TR", "name"],
    ["España", "ES", "name"],
    ["Côte d’Ivoire", "CI", "name"],
    ["alemanas", "DE", "nationality"],
    ["españoles", "ES", "nationality"],
    ["francesa", "FR", "nationality"],
    ["Argentinians", "AR", "nationality"],
    ["costarricense", "CR", "nationality"],
    ["iraquíes", "IQ", "nationality"],
    ["polish", "PL", "nationality"],
    ["DE", "DE", "code"],
    ["gbr", "GB", "code"],
  ])("%s is %s by %s", (word, code, kind) => {
    expect(countryNamed(word)).toEqual({ code, kind });
  });

  test.each(["", "Atlantis", "remote", "constructor", "__proto__"])("%j is no country", (word) => {
    expect(countryNamed(word)).toBeNull();
  });
});

test("codes are unique, every country has both names, and no word of a name is empty", () => {
  expect(new Set(COUNTRIES.map(({ code }) => code)).size).toBe(COUNTRIES.length);
  for (const country of COUNTRIES) {
    expect(country.code).toMatch(/^[A-Z]{2}$/);
    expect(country.en[0], country.code).toBeTruthy();
    expect(country.es[0], country.code).toBeTruthy();
  }
  expect(COUNTRY_WORDS.has("")).toBe(false);
  for (const code of [...LATIN_AMERICA, ...SPANISH_SPEAKING]) {
    expect(COUNTRIES.some((country) => country.code === code)).toBe(true);
  }
});

test("the pattern finds the longest name, whole words only", () => {
  const found = (text: string) => Array.from(text.matchAll(countryPattern(["name", "nationality"])), ([word]) => word);
  expect(found("estados unidos de america, guinea-bissau y chile")).toEqual([
    "estados unidos de america",
    "guinea-bissau",
    "chile",
  ]);
  expect(found("contact us in the us, chilenazo")).toEqual([]);
  expect(found("la legislacion argentina y uruguaya")).toEqual(["argentina", "uruguaya"]);
  expect("a".repeat(200_000).match(countryPattern(["name"]))).toBeNull();
});
