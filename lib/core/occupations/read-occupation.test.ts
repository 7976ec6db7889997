import { beforeAll, describe, expect, test } from "vitest";
import { loadOccupations } from "@/lib/adapters/occupations/load-occupations";
import { foldText } from "@/lib/core/kernel/fold";
import type { Field } from "@/lib/core/postings/find-phrases";
import { createOccupationFinder, type OccupationFinder } from "./occupation-finder";
import { readOccupation } from "./read-occupation";
import { titleStem, titleWords } from "./title-words";

let finder: OccupationFinder;
beforeAll(() => {
  finder = createOccupationFinder(loadOccupations());
});

const field = (name: Field["field"], text: string): Field => ({ field: name, text, fold: foldText(text) });
const read = (title: string, text: string | null = null) =>
  readOccupation(finder, field("title", title), text === null ? null : field("text", text));
const idOf = (title: string, text: string | null = null) => read(title, text)?.value.id ?? null;

describe("a title's words", () => {
  test.each([
    ["promotora", "promotor"],
    ["promotores", "promotor"],
    ["enfermeras", "enfermer"],
    ["jefa", "jefe"],
    ["nurses", "nurs"],
    ["c++", "c++"],
    ["qa", "qa"],
  ])("%s is told as %s", (word, stem) => {
    expect(titleStem(word)).toBe(stem);
  });

  test("marks of gender, articles and levels are left out, and places stay true", () => {
    const folded = foldText("Sr. Desarrollador/a de Software (m/f)").folded;
    expect(titleWords(folded).map(({ stem, start, end }) => [stem, folded.slice(start, end)])).toEqual([
      ["desarrollador", "desarrollador"],
      ["softwar", "software"],
    ]);
  });

  test("a long title without end is cut", () => {
    expect(titleWords("chofer ".repeat(50_000)).length).toBeLessThanOrEqual(24);
  });
});

describe("titles in both languages", () => {
  test.each([
    ["Senior Software Engineer (Remote) - Acme", "software-engineer"],
    ["Desarrollador/a Full Stack Ssr.", "fullstack-developer"],
    ["Desarrolladora Java", "software-engineer"],
    ["Enfermera profesional - Clínica en Rosario", "nurse"],
    ["ENFERMERO/A", "nurse"],
    ["Cajero/a", "cashier"],
    ["Vendedora de local, zona sur", "sales-assistant"],
    ["Registered Nurse - ICU (Nights)", "nurse"],
    ["Auxiliar contable (a)", "accounting-assistant"],
    ["Jefe/a de Cocina", "chef"],
    ["Gerenta de Ventas", "sales-manager"],
    ["Manager, Engineering", "engineering-manager"],
    ["Chofer de camión semirremolque", "truck-driver"],
    ["Data Scientist, Growth", "data-scientist"],
    ["Profesora de Contabilidad", "secondary-teacher"],
    ["Docente de Biología, turno tarde", "secondary-teacher"],
    ["Profesor de Japonés", "language-teacher"],
    ["Docentes de cursos de carpintería", "vocational-teacher"],
    ["Docente de Derecho", "university-lecturer"],
    ["Docente de grado", "primary-teacher"],
    ["Mozos/as y camareras", "waiter"],
    ["Soldador MIG", "welder"],
    ["Peón rural", "farm-labourer"],
    ["HGV Class 1 Driver - Nights", "truck-driver"],
    ["Primary School Teacher", "primary-teacher"],
    ["Abogado Jr", "lawyer"],
    ["Infantry soldier", "soldier"],
  ])("%s is %s", (title, id) => {
    expect(idOf(title)).toBe(id);
  });

  test("more words win over fewer, and rank is not lost", () => {
    expect(idOf("Nurse Manager")).toBe("health-services-manager");
    expect(idOf("Ayudante de cocina")).toBe("kitchen-helper");
    expect(idOf("Asistente de gerente de planta")).toBe("assistant-general");
  });

  test("what stands before a dash outranks what stands behind it", () => {
    expect(idOf("Recepcionista - Hotel del Panadero")).toBe("receptionist");
  });

  test("a title that says nothing is told by the beginning of the text, with a lower confidence", () => {
    const found = read("Importante empresa", "Hola. Buscamos un/a electricista con experiencia en obras.");
    expect(found).toMatchObject({ method: "text", value: { id: "electrician", isco: "7411" } });
    expect(found?.confidence).toBeLessThan(read("Electricista")?.confidence ?? 0);
    expect(found?.evidence[0]).toMatchObject({ field: "text", text: "electricista" });
  });

  test("a weak title yields to the text, and stands where the text says no more", () => {
    expect(idOf("Asistente", "Incorporamos recepcionista para consultorio.")).not.toBe("assistant-general");
    expect(read("Analyst", "A growing firm.")).toMatchObject({ confidence: 0.5, value: { id: "analyst-general" } });
  });

  test.each(["", "   ", "Join our growing practice", "2026", "???"])("%j names none", (title) => {
    expect(read(title, "")).toBeNull();
  });

  test("the evidence is the title's own words, accents and all", () => {
    const found = read("¡Urgente! Técnico electrónico — turno noche");
    expect(found?.evidence).toEqual([{ field: "title", start: 10, end: 29, text: "Técnico electrónico" }]);
    expect(found?.value.label).toBe("técnico electrónico");
  });

  test("the label is in the language of the title", () => {
    expect(read("Carpenter")?.value.label).toBe("carpenter");
    expect(read("Carpintera")?.value.label).toBe("carpintero");
  });

  test("hostile titles and texts end", () => {
    expect(idOf("/a".repeat(100_000))).toBeNull();
    expect(() => read("(".repeat(100_000), "buscamos a ".repeat(50_000))).not.toThrow();
  });
});
