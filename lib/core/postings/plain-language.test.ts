import { expect, test } from "vitest";
import { plainLanguage } from "./plain-language";

const ENGLISH =
  "You will work with the team that keeps our shops open and stocked. We are looking for people who have driven a van, and your shifts are known a month ahead.";
const SPANISH =
  "Buscamos una persona para el depósito de la empresa, con experiencia en la carga y descarga de los camiones y en el control de las entregas, que se sume a un equipo.";
const PORTUGUESE =
  "Procuramos uma pessoa para o armazém da empresa, com experiência na carga e descarga dos caminhões e no controle das entregas, que se junte a uma equipe de um turno.";
const FRENCH =
  "Il y a la un poste en boutique que la direction propose, et il y a un second en atelier, la ou se fait la reparation que le client demande en un jour.";

test("texts full of the words that only one language has are told at once", () => {
  expect([plainLanguage(ENGLISH), plainLanguage(SPANISH)]).toEqual(["en", "es"]);
  expect(plainLanguage(SPANISH.toUpperCase())).toBe("es");
});

test("everything else wants a closer look: mixed texts, neighbours, short ones", () => {
  expect([`${ENGLISH} ${SPANISH}`, PORTUGUESE, FRENCH, "Go, Rust, SQL", ""].map(plainLanguage)).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test("a few words are enough where they are of one language only, or its own letters stand beside them", () => {
  const lines = "Preparación de la masa y limpieza del horno. Apertura en horario de mañana, entrega en el local.";
  expect(plainLanguage(lines)).toBe("es");
  expect(plainLanguage(lines.replace("Preparación", "Amasado").replace("mañana", "tarde"))).toBeNull();
  expect(plainLanguage("Bake the bread, sweep the floor, and lock up with care.")).toBe("en");
  expect(plainLanguage("Bake the bread at El Horno, sweep the floor, and lock up with care.")).toBeNull();
});
