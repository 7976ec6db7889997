import { expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { countrySigns, findCountryWords } from "./country-signs";

const field = (text: string) => ({ field: "text" as const, text, fold: foldText(text) });

test("names and nationalities are found at each word, the longest first", () => {
  const text = foldText("Estados Unidos de América, EE. UU., Guinea-Bissau y la legislación uruguaya; New Mexico.");
  const found = findCountryWords(text);
  expect(found.map(({ country, kind }) => [country, kind])).toEqual([
    ["US", "name"],
    ["US", "name"],
    ["GW", "name"],
    ["UY", "nationality"],
  ]);
  expect(found.map(({ start, end }) => text.folded.slice(start, end))).toEqual([
    "estados unidos de america",
    "ee. uu.",
    "guinea-bissau",
    "uruguaya",
  ]);
});

test.each(["contact us", "chilenazo", "the usage", "2uk", ""])("%j names no country", (text) => {
  expect(findCountryWords(foldText(text))).toEqual([]);
});

test("shares of all that is said of countries add up to one, with the words that say it", () => {
  const signs = countrySigns([field("Sueldo en MXN, IMSS e Infonavit. Viajes a Colombia.")]);
  expect([...signs.keys()]).toEqual(["MX", "CO"]);
  expect([...signs.values()].reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(signs.get("MX")?.share).toBeGreaterThan(0.8);
  expect(signs.get("MX")?.evidence.text).toBe("MXN");
  expect(countrySigns([field("Nada de eso.")]).size).toBe(0);
  expect(countrySigns([field("£25,000 and 401(k)")]).has("GB")).toBe(true);
});
