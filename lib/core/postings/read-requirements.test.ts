import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import { factField } from "./fact-field";
import type { Field } from "./find-phrases";
import { readDegree, readEducation } from "./read-degree";
import { readDrivingLicence } from "./read-driving-licence";
import { toCefr } from "./read-languages";
import { readShift } from "./read-shift";
import { readWorkPermit } from "./read-work-permit";

function field(text: string, name: Field["field"] = "text"): Field {
  return factField({ field: name, text, fold: foldText(text) });
}

describe("education: the least level that would do", () => {
  test.each([
    ["Secundario completo (excluyente)", "secondary"],
    ["High school diploma or GED required", "secondary"],
    ["Bachillerato terminado", "secondary"],
    ["Técnico superior en electricidad", "technical"],
    ["Ciclo formativo de grado medio", "technical"],
    ["Tecnólogo en sistemas", "technical"],
    ["Bachelor's degree or master's degree in economics", "bachelor"],
    ["Título universitario en Contabilidad", "bachelor"],
    ["Título de tercer nivel", "bachelor"],
    ["Master's degree in statistics required", "master"],
    ["Maestría en finanzas, indispensable", "master"],
    ["PhD in chemistry", "doctorate"],
    ["No degree required", "none"],
    ["Bachelor's degree. A master's degree is preferred.", "bachelor"],
    ["Secundario completo. Estudios universitarios deseables.", "secondary"],
    ["Estudiantes avanzados de la carrera universitaria de derecho", "secondary"],
    ["MBA preferred", "master"],
    ["Currently enrolled in a master's degree in statistics", "bachelor"],
  ])("%j asks for %s", (text, level) => {
    expect(readEducation(field(text))?.value).toBe(level);
  });

  test.each([
    "Master data management",
    "Docentes de secundaria con vocación",
    "Su función secundaria es atender",
    "Buena presencia",
    "Scrum master",
  ])("%j asks for none", (text) => {
    expect(readEducation(field(text))).toBeNull();
  });

  test("a glued doctorate is a degree too", () => {
    expect(readDegree(field("Qualifications:PhD in physics"))?.value).toBe(true);
  });
});

describe("driving licence", () => {
  test.each<[string, string[], boolean]>([
    ["Licencia de conducir tipo B vigente (excluyente)", ["B"], true],
    ["Registro de conducir al día", [], true],
    ["Carnet de conducir B y vehículo propio", ["B"], true],
    ["Permiso de conducción clase C+E", ["C+E"], true],
    ["Licencia tipo C o E", ["C", "E"], true],
    ["Poseer licencia D3", ["D3"], true],
    ["Brevete A-IIb", ["A-IIB"], true],
    ["A full UK driving licence is essential", [], true],
    ["Class A CDL required", ["A"], true],
    ["Valid driver’s license (preferred)", [], false],
    ["Licencia de conducir (no excluyente)", [], false],
    ["Se valora carnet de conducir", [], false],
    ["Licencia de conducir e inglés", [], true],
  ])("%j", (text, classes, isRequired) => {
    expect(readDrivingLicence(field(text))?.value).toEqual({ classes, isRequired });
  });

  test.each([
    "Licencia por maternidad extendida",
    "Licenciatura en Administración",
    "No se requiere licencia de conducir",
    "A driving licence is not required",
    "Drivers License Required: No",
    "Gestión de licencias de software",
    "Carnet de manipulador de alimentos",
    "Professional licence in nursing",
  ])("%j asks for none", (text) => {
    expect(readDrivingLicence(field(text))).toBeNull();
  });

  test("its words are quoted", () => {
    const text = "Requisitos:\n- Licencia de conducir";
    expect(readDrivingLicence(field(text))?.evidence).toEqual([
      { field: "text", start: 14, end: 34, text: "Licencia de conducir" },
    ]);
  });
});

describe("shift", () => {
  test.each([
    ["Disponibilidad para turnos rotativos, incluida la noche", "rotating"],
    ["Horarios rotativos y fines de semana", "rotating"],
    ["Rotating shifts, days and nights", "rotating"],
    ["Turno noche de 22 a 6", "night"],
    ["Jornada nocturna", "night"],
    ["Night shift, 10 PM to 6 AM", "night"],
    ["Turno mañana de 6 a 14", "day"],
    ["Day shift, Monday to Friday", "day"],
    ["Horario partido", "split"],
    ["Split shifts in a hotel", "split"],
    ["Disponibilidad para trabajar fines de semana", "weekend"],
    ["Weekend shifts", "weekend"],
  ])("%j is %s", (text, shift) => {
    expect(readShift(field("", "title"), field(text))?.value).toBe(shift);
  });

  test.each([
    "No se trabaja: fines de semana libres",
    "Turnos médicos para pacientes",
    "Amazon Redshift",
    "No night shifts",
  ])("%j says none", (text) => {
    expect(readShift(field("", "title"), field(text))).toBeNull();
  });

  test.each<[string, string | null]>([
    ["Warehouse Operative - Nights", "night"],
    ["Enfermero/a (noche)", "night"],
    ["Barista, Weekends", "weekend"],
    ["Night Auditor", null],
    ["Product Manager - Days Inn", null],
  ])("a part of the title that is nothing but the time tells it: %s", (title, shift) => {
    expect(readShift(field(title, "title"), field(""))?.value ?? null).toBe(shift);
  });

  test("the title is asked first", () => {
    const read = readShift(field("Enfermera turno noche", "title"), field("Turno mañana o tarde"));
    expect([read?.value, read?.method]).toEqual(["night", "title"]);
  });
});

describe("work permit", () => {
  test.each([
    ["You must be authorized to work in the United States.", "required"],
    ["Right to work in the UK", "required"],
    ["We are unable to sponsor visas for this role.", "required"],
    ["No visa sponsorship", "required"],
    ["Sponsorship is not available for this position.", "required"],
    ["Must be able to work without sponsorship now or in the future", "required"],
    ["Permiso de trabajo vigente en España", "required"],
    ["Work authorization: United States (Required)", "required"],
    ["Visa sponsorship available", "sponsored"],
    ["We offer visa sponsorship and relocation.", "sponsored"],
    ["Te ayudamos con el permiso de trabajo", "sponsored"],
  ])("%j: %s", (text, permit) => {
    expect(readWorkPermit(field(text))?.value).toBe(permit);
  });

  test.each([
    "Work with executive sponsors of the project",
    "Company sponsored parties",
    "Work authorization: United States (Preferred)",
    "We hire regardless of race, religion, sex, citizenship or work permit",
  ])("%j says nothing of it", (text) => {
    expect(readWorkPermit(field(text))).toBeNull();
  });
});

test("levels of a language have a place on the European scale", () => {
  expect(
    ["basic", "intermediate", "upper-intermediate", "advanced", "fluent", "native", "B2", "so-so"].map(toCefr),
  ).toEqual(["A2", "B1", "B2", "C1", "C1", "C2", "B2", null]);
});
