import { eld } from "eld/small";
import { expect, test, vi } from "vitest";
import { detectLanguage } from "./detect-language";

test("English and Spanish adverts are told apart", () => {
  expect(detectLanguage("We are looking for a nurse with experience in intensive care and a valid licence.")).toBe(
    "en",
  );
  expect(detectLanguage("Buscamos una enfermera con experiencia en cuidados intensivos y matrícula vigente.")).toBe(
    "es",
  );
});

test("another language is neither", () => {
  expect(
    detectLanguage("Wir suchen eine Krankenschwester mit Erfahrung auf der Intensivstation und Führerschein."),
  ).toBe("und");
});

test("a short text is read with its title", () => {
  expect(detectLanguage("SQL", "Se busca desarrollador con experiencia en bases de datos")).toBe("es");
});

test("nothing to read is undetermined", () => {
  expect(["", "  ", "1234 5678", "a"].map((text) => detectLanguage(text))).toEqual(["und", "und", "und", "und"]);
});

test("a long text is judged by its middle, addresses left out", () => {
  const body = "Serás responsable de la atención de los clientes y del seguimiento de los pedidos. ".repeat(60);
  expect(detectLanguage(`Our company website is great ${body} jobs@example.com https://example.com/apply`)).toBe("es");
});

const ENGLISH =
  "We are a group of hotels with a history of eighty years, and our guests are the heart of all that we do. ";
const SPANISH =
  "Las personas que buscamos se encargan de la atención de los clientes y del orden en las salas del hotel. ";

test.each([
  ["an English opening of a Spanish advert", ENGLISH.repeat(5) + SPANISH.repeat(9), "es"],
  ["Spanish requirements of an English advert", ENGLISH.repeat(9) + SPANISH.repeat(4), "en"],
  ["a Spanish opening and end", SPANISH.repeat(3) + ENGLISH.repeat(15) + SPANISH.repeat(3), "en"],
  ["a Spanish body between English", ENGLISH.repeat(3) + SPANISH.repeat(15) + ENGLISH.repeat(3), "es"],
] as const)("the language of a mixed advert is that of most of it: %s", (_, text, lang) => {
  expect(detectLanguage(text)).toBe(lang);
});

test("the detector is never given a long text or a long word, however hostile the input", () => {
  const given: string[] = [];
  const spy = vi.spyOn(eld, "detect").mockImplementation((text: string) => {
    given.push(text);
    return { language: "en", isReliable: () => true, getScores: () => ({}) };
  });
  for (const text of ["a".repeat(100_000), "a@".repeat(50_000), "http://".repeat(14_000), "(".repeat(100_000)]) {
    detectLanguage(text, text);
    detectLanguage("x", text);
  }
  spy.mockRestore();
  expect(Math.max(...given.map((text) => text.length))).toBeLessThanOrEqual(700);
  expect(Math.max(...given.flatMap((text) => text.split(/\s+/u)).map((word) => word.length))).toBeLessThanOrEqual(60);
});
