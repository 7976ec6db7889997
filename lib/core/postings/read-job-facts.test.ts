import { describe, expect, test } from "vitest";
import { foldText } from "@/lib/core/kernel/fold";
import type { FoundSkill, SkillKind } from "@/lib/core/skills/skill-types";
import { factField } from "./fact-field";
import type { Field } from "./find-phrases";
import { readEligibility } from "./read-eligibility";
import { readDegree, readEducation } from "./read-degree";
import { readDrivingLicence } from "./read-driving-licence";
import { readEmploymentType } from "./read-employment-type";
import { readSeniority } from "./read-seniority";
import { readShift } from "./read-shift";
import { readSkillYears } from "./read-skill-years";
import { readWorkPermit } from "./read-work-permit";
import { readWorkplace } from "./read-workplace";
import { readYears } from "./read-years";

function field(text: string, name: Field["field"] = "text"): Field {
  return factField({ field: name, text, fold: foldText(text) });
}
const NO_TITLE = field("", "title");
const NO_TEXT = field("");

describe("seniority", () => {
  test.each([
    ["Data Scientist 2 - Payments", "mid"],
    ["Technician 3", "senior"],
    ["Head Chef", "lead"],
    ["Head of Nursing", "director"],
    ["Jefatura de Enfermería", "lead"],
    ["General Manager", "executive"],
    ["Assistant Store Manager", "lead"],
    ["Internship Coordinator", "lead"],
    ["Técnicos graduados sin experiencia", "entry"],
  ])("the title %j is %s", (title, seniority) => {
    expect(readSeniority(field(title, "title"), NO_TEXT)).toMatchObject({ value: seniority, method: "title" });
  });

  test.each([
    "Data Entry Clerk",
    "Middle School Teacher",
    "Mid-Market Account Executive",
    "Executive Assistant to the CEO",
    "Asistente de gerencia general",
    "Secretaria de la directora",
    "Guest Relations Manager",
    "Business Development Manager",
    "Gerente de proyectos",
    "IV Therapy Nurse",
    "Lead Generation Agent",
    "Encuestadora",
  ])("the title %j says nothing of it", (title) => {
    expect(readSeniority(field(title, "title"), NO_TEXT)).toBeNull();
  });

  test.each([
    ["Seniority level\nMid-Senior level\nEmployment type\nFull-time", "senior"],
    ["['We sell boats', 'Seniority level', 'Associate', 'Employment type']", "mid"],
    ["['Seniority level', 'Internship', 'Employment type']", "internship"],
    ["Seniority level: Director", "director"],
    ["Seniority level: Executive", "executive"],
  ])("LinkedIn's own line counts where the title is silent: %j", (text, seniority) => {
    expect(readSeniority(NO_TITLE, field(text))).toMatchObject({ value: seniority, method: "label" });
    expect(readSeniority(field("Baker Jr", "title"), field(text))?.value).toBe("entry");
  });

  test.each([
    ["We are looking for an energetic and curious Senior Data Engineer.", "senior"],
    ["Nos encontramos en la búsqueda de un Analista Ssr. de siniestros", "mid"],
    ["Buscamos un/a contadora junior", "entry"],
    ["Works in a lead role on the night team", "lead"],
    ["Incorporamos un Supervisor", "lead"],
    ["No se requiere experiencia", "entry"],
    ["As a Vice President you own the desk", "executive"],
  ])("%j speaks of the job", (text, seniority) => {
    expect(readSeniority(NO_TITLE, field(text))?.value).toBe(seniority);
  });

  test.each([
    "Seniority level: Not Applicable",
    "We are looking for somebody to support senior management.",
    "Reporta al jefe de planta",
    "Good communication with senior stakeholders",
    "Expertise in SQL",
  ])("%j does not", (text) => {
    expect(readSeniority(NO_TITLE, field(text))).toBeNull();
  });
});

describe("workplace", () => {
  test.each([
    ["Modalidad: 100% presencialSi te interesa, escribinos", "onsite"],
    ["Modalidad de trabajo: Oficinas en Retiro", "onsite"],
    ["Work Location: In person", "onsite"],
    ["This role follows an on-site working model", "onsite"],
    ["You must be able to work out of our Boston, MA office", "onsite"],
    ["Work Remotely:\nNo", "onsite"],
    ["5 days a week in the office", "onsite"],
    ["Remote applicants will not be considered", "onsite"],
    ["The opportunity to telework is not available", "onsite"],
    ["This is an in office position", "onsite"],
    ["The role will be based in our Leeds depot", "onsite"],
    ["Interested in working full time (40 hours/week) onsite in our Salta office", "onsite"],
    ["Esquema de empleo: presencialmodalidad de contratación: eventual", "onsite"],
    ["Place of Work: HybridCompany Description", "hybrid"],
    ["Esquema: 3 días en oficina y 2 de home office", "hybrid"],
    ["Lunes a jueves presencial y viernes home office", "hybrid"],
    ["This may include flexi-time and home working.", "hybrid"],
    ["Work from home flexibility on occasion", "hybrid"],
    ["Jornada alternada, entre oficina y home office", "hybrid"],
    ["Días de home office pasado el período de prueba", "hybrid"],
    ["Based in Leeds (2 days on site, 3 remote)", "hybrid"],
    ["50% in office", "hybrid"],
    ["Presencial/Remoto", "hybrid"],
    ["Hybrid\nData Engineer", "hybrid"],
    ["Modalidad híbrida a convenir", "hybrid"],
    ["Comfortable working in a hybrid environment", "hybrid"],
    ["Leeds (minimum of 3 office days per week)", "hybrid"],
    ["We work from the office four days a week", "hybrid"],
    ["Come into the office at least two days each week", "hybrid"],
    ["Come into our Quito headquarters at least two days each week", "hybrid"],
    ["Ability to work remotely up to 2 days per week", "hybrid"],
    ["2 days per week working from home", "hybrid"],
    ["Posibilidad de trabajo remoto", "hybrid"],
    ["Un día en cada oficina, resto de los días home office", "hybrid"],
    ["Modalidad remota: se solicitará presencia en la empresa cada 15 días", "hybrid"],
    ["En las instalaciones del cliente o home office", "hybrid"],
    ["In the office, at client sites, or virtual/remote", "hybrid"],
    ["Presencial 3 veces a la semana", "hybrid"],
    ["Work from anywhere most Tuesdays", "hybrid"],
    ["Trabajar desde casa, oficina o mixto", "hybrid"],
    ["Work from home, the office or a mix of both", "hybrid"],
    ["The position is mostly remote", "hybrid"],
    ["Trabajo remoto - 2 veces a la semana reunión en la empresa", "hybrid"],
    ["Remote with 1 day per month in Leeds", "hybrid"],
    ["1 home office por semana", "hybrid"],
    ["Options for flexible and remote work", "hybrid"],
    ["Remote\\-first working", "remote"],
    ["Full remoto", "remote"],
    ["Trabaja desde tu casa", "remote"],
    ["This position is considered remote", "remote"],
    ["Comfortable working from home office, willing to travel", "remote"],
    ["The flexibility to telecommute from anywhere within the U.S.", "remote"],
    ["Work entirely from home with no fixed schedule", "remote"],
    ["Ability to thrive in a fast-paced, remote environment", "remote"],
  ])("%j is %s", (text, workplace) => {
    expect(readWorkplace(NO_TITLE, field(text))?.value).toBe(workplace);
  });

  test.each([
    "Atención al cliente presencial y telefónica",
    "Formaciones presenciales y online",
    "Reuniones semanales presenciales",
    "Nube híbrida y servidores",
    "Free on-site parking",
    "On-site, state-of-the-art training",
    "Communicate in person and over the phone",
    "Experience with remote teams",
    "Work from home policy",
    "Work From Home (100%): No",
    "Work remotely: temporarily due to a pandemic",
    "We are open to a hybrid or remote arrangement",
    "The Home Office sponsor licence",
    "hybrid vehicles",
    "Experience of hybrid environments",
    "Soluciones para industrias en lugares remotos",
    "Work from anywhere (up to 3 weeks per year)",
    'Somebody is conducting remote "interviews" in our name',
    "Realizar encuestas presenciales",
    "Guardias pasivas (remotas)",
    "Support from remote and/or onsite support teams",
    "Initially remote",
    "We are working remotely through the coronavirus outbreak",
    "Ability to work with users both remotely and by phone",
    "Meet with remote co-workers",
    "A remote work stipend",
    "You do not have the ability to work remotely",
    "Experiencia previa en trabajo remoto",
  ])("%j says nothing of it", (text) => {
    expect(readWorkplace(NO_TITLE, field(text))).toBeNull();
  });

  test("a title speaks of the job, even where its words could be about a client", () => {
    expect(readWorkplace(field("Servicio al Cliente Remoto", "title"), field(""))?.value).toBe("remote");
  });

  test("title, then stated place, then text", () => {
    const text = field("Modalidad presencial");
    expect(readWorkplace(field("Nurse (Remote)", "title"), text, "Lima (Hybrid)")?.method).toBe("title");
    expect(readWorkplace(NO_TITLE, text, "Lima (Hybrid)")).toMatchObject({
      value: "hybrid",
      method: "location",
      evidence: [],
    });
    expect(readWorkplace(NO_TITLE, text, "Lima")).toMatchObject({ value: "onsite", method: "text" });
  });
});

describe("employment type", () => {
  test.each([
    ["Horario: lunes a viernes de 9 a 18 hs", "full_time"],
    ["Lunes a viernes | 8. 3 0 a 1 7. 3 0 hs", "full_time"],
    ["De 8:30 AM a 6:30 PM de lunes a sábado", "full_time"],
    ["Monday to Friday, 8:00 a.m. - 5:00 p.m.", "full_time"],
    ["Full\\-time, permanent", "full_time"],
    ["Weekly Hours: 40", "full_time"],
    ["Reemplazo temporal, jornada completa", "full_time"],
    ["Contract-to-hire", "contract"],
    ["12 month FTC", "contract"],
    ["Outside IR35", "contract"],
    ["6 months contract. Employment type: Full-time", "contract"],
    ["Adverts\nContract \nApply", "contract"],
    ["Contratación eventual", "temporary"],
    ["Contrato fijo-discontinuo", "temporary"],
    ["Medio turno", "part_time"],
    ["This internship lasts ten weeks", "internship"],
  ])("%j is %s", (text, type) => {
    expect(readEmploymentType(NO_TITLE, field(text))?.value).toBe(type);
  });

  test.each([
    "Lunes a viernes de 9 a 13 hs",
    "Lunes a viernes",
    "Available to full-time employees",
    "Enrolled as a full-time student",
    "Relevant internships count",
    "Contract management",
    "Contrato indefinido",
    "Tiempo de entrega",
  ])("%j says none", (text) => {
    expect(readEmploymentType(NO_TITLE, field(text))).toBeNull();
  });

  test("a title says it in one word", () => {
    expect(readEmploymentType(field("Repositor - Eventual", "title"), field("Full time"))).toMatchObject({
      value: "temporary",
      method: "title",
    });
  });
});

describe("years", () => {
  test.each<[string, number, number | null]>([
    ["3-5 years as a data analyst", 3, 5],
    ["Experiencia de 2/3 años en puestos similares", 2, 3],
    ["Experiencia mayor a 2 años en tareas similares", 2, null],
    ["Experiencia previa en ventas, no menor a 3 años", 3, null],
    ["a couple of years of commercial experience", 2, null],
    ["Experiencia de al menos 3 meses", 0.25, null],
    ["SQL experience1+ years of analytical experience", 1, null],
    ["3+ years of applying statistics", 3, null],
    ["- 2+ years of experience with SQL\n- 4 years of experience with Python", 4, null],
    ["- 2+ years of experience with SQL\n- 3 years in a similar role", 3, null],
    ["SQL: 1 year (Preferred)\nAnalysis: 5 years (Required)", 5, null],
    ["Bachelor's degree in science or 4 years of equivalent experience.\n2+ years of experience with Python", 2, null],
  ])("%j asks for %d to %s", (text, min, max) => {
    expect(readYears(field(text))?.value).toEqual({ min, max });
  });

  test.each([
    "Con 14 años de experiencia, un equipo comprometido te espera",
    "Empresa con 15 años de sólida trayectoria",
    "7 years of relevant experience may be substituted for the degree",
    "£40,000 per year",
    "A 3 year plan",
  ])("%j asks for none", (text) => {
    expect(readYears(field(text))).toBeNull();
  });

  test("one sure demand is surer than the first of several", () => {
    const [one, first] = ["3 years of experience", "3 years of experience\n5 years of experience"].map((text) =>
      readYears(field(text)),
    );
    expect(one?.confidence).toBeGreaterThan(first?.confidence ?? 1);
  });
});

function skillsIn(text: string, names: readonly string[], kind: SkillKind = "hard"): FoundSkill[] {
  return names.map((name): FoundSkill => {
    const mentions = Array.from(text.matchAll(new RegExp(name, "g")), ({ index }) => {
      return { field: "text" as const, start: index, end: index + name.length, text: name };
    });
    return {
      id: name.toLowerCase(),
      label: name,
      kind,
      esco: null,
      confidence: 1,
      requirement: "required",
      method: "label",
      mentions,
    };
  });
}

describe("years with single skills", () => {
  test.each<[string, Record<string, number>]>([
    ["5+ years of Java, 2 with Kubernetes", { java: 5, kubernetes: 2 }],
    ["3 años de experiencia en Excel", { excel: 3 }],
    ["At least 4 years of professional experience with Java and SQL.", { java: 4, sql: 4 }],
    ["Analista SQL con 5 años de experiencia en Excel y Java.", { excel: 5, java: 5 }],
    ["Experiencia en SQL con 3 años mínimo. Excel deseable.", { sql: 3 }],
    ["Java (3+ years), SQL: 2 years of experience", { java: 3, sql: 2 }],
    ["5 years of experience in retail. Knowledge of Excel.", {}],
    ["Excel and SQL required. Minimum 2 years of experience.", {}],
  ])("%j", (text, wanted) => {
    const read = readSkillYears(field(text), skillsIn(text, ["Java", "Kubernetes", "Excel", "SQL"]));
    expect(Object.fromEntries(read.map(({ value }) => [value.skillId, value.yearsMin]))).toEqual(wanted);
  });

  test("the words and the skill are quoted; soft skills have no years", () => {
    const text = "3 years of experience with Java";
    expect(readSkillYears(field(text), skillsIn(text, ["Java"]))[0]?.evidence.map((one) => one.text)).toEqual([
      "3 years",
      "Java",
    ]);
    expect(readSkillYears(field(text), skillsIn(text, ["Java"], "soft"))).toEqual([]);
  });
});

const HOSTILE = [
  "a",
  "aB",
  "1 ",
  "remote ",
  "remote (",
  "5 years ",
  "full-time ",
  "must be based in ",
  "degree in ",
  "licencia de conducir tipo b, ",
  "lunes a viernes de 9 a ",
  "senior ",
  "no sponsor ",
  "utc-5 to ",
  "\\-",
  "</p>",
  "['a', '",
];

test.each(HOSTILE)(
  "a hundred thousand characters of %j are read to the end, with words that lie inside",
  (piece) => {
    const text = field(piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000));
    const readings = [
      readSeniority(NO_TITLE, text),
      readWorkplace(NO_TITLE, text),
      readEmploymentType(NO_TITLE, text),
      readYears(text),
      readDegree(text),
      readEducation(text),
      readDrivingLicence(text),
      readShift(NO_TITLE, text),
      readWorkPermit(text),
      readEligibility(NO_TITLE, text, null, "remote"),
    ];
    const quoted = readings.flatMap((reading) => reading?.evidence ?? []);
    expect(quoted.every(({ start, end, text: words }) => text.text.slice(start, end) === words)).toBe(true);
  },
  60_000,
);
