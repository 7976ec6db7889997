import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import type { Field } from "./find-phrases";
import { readEmploymentType } from "./read-employment-type";
import { readSeniority } from "./read-seniority";

const field = (text: string, name: Field["field"] = "text"): Field =>
  factField({ field: name, text, fold: foldText(text) });
const NO_TITLE = field("", "title");
const typeOf = (text: string) => readEmploymentType(NO_TITLE, field(text))?.value ?? null;

describe("a full and a part day to choose from", () => {
  test.each([
    "Bakers wanted: part time / full time",
    "Hours: full-time or part-time, as you like",
    "We hire tailors (full and/or part time)",
    "Disponibilidad: tiempo completo o medio tiempo",
    "Schedule: Full/Part Time:",
    "Se ofrece jornada completa o tiempo parcial",
  ])("%j says neither", (text) => {
    expect(typeOf(text)).toBeNull();
  });

  test.each([
    ["Full or Part Time: Full Time", "full_time"],
    ["Full or Part-time: Part-time", "part_time"],
    ["Part time/full time staff share one canteen.\nThis is a part time role.", "part_time"],
    ["Disponibilidad full time. Turno mañana", "full_time"],
    ["Full time work, and part time studies are paid", "full_time"],
  ])("%j is %s by what is said besides", (text, type) => {
    expect(typeOf(text)).toBe(type);
  });
});

describe("internships", () => {
  test.each([
    "Internship experience in a laboratory is welcome",
    "An internship program is preferred",
    "Valoramos experiencia en prácticas profesionales",
    "Cumplir las buenas prácticas profesionales",
    "Our internship is highly preferred",
  ])("%j asks for one that was done before", (text) => {
    expect(typeOf(text)).toBeNull();
    expect(readSeniority(NO_TITLE, field(text))).toBeNull();
  });

  test.each([
    "Ofrecemos un programa de prácticas profesionales en el museo",
    "Vacante para prácticas profesionales",
    "The internship program runs from June",
  ])("%j offers one", (text) => {
    expect(typeOf(text)).toBe("internship");
  });

  test("an internship that is asked for is no level", () => {
    expect(readSeniority(NO_TITLE, field("Looking for an internship experience in your past"))).toBeNull();
    expect(readSeniority(NO_TITLE, field("Looking for an internship at sea"))?.value).toBe("internship");
  });
});

describe("seasons", () => {
  test.each([
    "Seasonal work on the ski slopes",
    "A seasonal full-time position",
    "Job type: Seasonal",
    "Contrato por temporada",
    "Puesto para la temporada de esquí",
  ])("%j is temporary", (text) => {
    expect(typeOf(text)).toBe("temporary");
  });

  test.each(["Plan seasonal campaigns", "Seasonal vegetables on the menu", "Aplicar descuentos por temporada"])(
    "%j is not",
    (text) => {
      expect(typeOf(text)).toBeNull();
    },
  );

  test("in a title the word is enough", () => {
    expect(readEmploymentType(field("Seasonal Gardener", "title"), field(""))?.value).toBe("temporary");
    expect(readEmploymentType(field("Guardavidas - temporada", "title"), field(""))?.value).toBe("temporary");
  });
});
