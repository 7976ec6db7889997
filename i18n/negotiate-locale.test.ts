import { expect, test } from "vitest";
import { negotiateLocale } from "./negotiate-locale";

test("a chosen language wins over what the browser asks for", () => {
  expect(negotiateLocale("es", "en-GB,en;q=0.9")).toBe("es");
});

test("an unknown cookie is ignored", () => {
  expect(negotiateLocale("fr", "es-CO")).toBe("es");
});

test.each([
  ["es-MX,es;q=0.9,en;q=0.8", "es"],
  ["en;q=0.4, es;q=0.6", "es"],
  ["fr-FR,fr;q=0.9,es;q=0.5,en;q=0.4", "es"],
  ["es;q=0,en", "en"],
  ["de,fr", "en"],
  ["", "en"],
  [";;;q=,,=-;q=NaN", "en"],
])("Accept-Language %j gives %s", (header, expected) => {
  expect(negotiateLocale(undefined, header)).toBe(expected);
});

test("no header at all gives English", () => {
  expect(negotiateLocale(undefined, null)).toBe("en");
});
