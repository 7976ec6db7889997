import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toCanonicalText } from "@/lib/core/postings/to-canonical-text";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import type { Concept } from "@/lib/core/skills/skill-types";
import type { Profile } from "./profile";
import { readProfile } from "./read-profile";
import { skillMonths } from "./skill-months";

const NOW = new Date("2026-06-15T00:00:00Z");

function concept(id: string, en: string[], es: string[] = en): Concept {
  return { id, kind: "hard", family: "test", en, es, esco: null };
}

const MATCHER = createSkillMatcher([
  concept("python", ["Python"]),
  concept("postgresql", ["PostgreSQL"]),
  concept("intensive-care", ["intensive care"], ["cuidados intensivos"]),
]);

function read(text: string): Profile {
  return readProfile(MATCHER, toCanonicalText(text, "text"), { now: NOW });
}

const ENGLISH = `Maria Teresa O'Neill
Software Engineer
maria.oneill@example.com | +1 (415) 555-0134 | linkedin.com/in/maria-example

PROFESSIONAL SUMMARY
Engineer with a liking for small programs and large tables, and patience for both of them.

EXPERIENCE

Senior Software Engineer, Northwind Traders Inc. — Denver, CO
March 2021 – Present
• Rewrote the billing service in Python.
• Moved reports to PostgreSQL in 2022 - 2023 without downtime.

Software Engineer at Blue Heron Labs
Jun 2018 - Feb 2021
• Built tools in Python for analysts.

EDUCATION
Bachelor of Science in Mathematics, University of the Plains (2014 - 2018)

CERTIFICATIONS
• Certified Scrum Master, 2020

LANGUAGES
English (native), Spanish – B2, fluent in French
`;

const SPANISH = `HOJA DE VIDA
Nombre: José Luis Ñáñez Gómez
Teléfono: 300 555 0199
Correo: jose.nanez@example.com.co

Perfil profesional
Enfermero con ocho años de servicio en hospitales públicos y privados de la región andina.

Experiencia laboral
Enfermero jefe
Hospital San Rafael - Cali, Colombia
enero 2020 a la actualidad
- Cuidados intensivos de adultos.
- Coordinación de turnos.

Auxiliar de enfermería | Clínica La Loma | Popayán
03/2017 - 12/2019
- Atención de pacientes.

Formación académica
Licenciatura en Enfermería
Universidad del Cauca Alto
2012 – 2016

Idiomas: español nativo, inglés intermedio
`;

function value(profile: Profile, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined), profile);
}

/** Words must stand at their span; dates, codes and whole passages only have to point at something. */
function expectEvidence(profile: Profile): void {
  for (const [path, span] of Object.entries(profile.evidence)) {
    const words = profile.text.slice(span.start, span.end);
    const stated = value(profile, path);
    expect(span.start).toBeGreaterThanOrEqual(0);
    expect(span.end).toBeLessThanOrEqual(profile.text.length);
    expect(words.trim()).not.toBe("");
    expect(span.confidence).toBeGreaterThan(0);
    expect(span.confidence).toBeLessThanOrEqual(1);
    if (typeof stated === "string" && !/\.(?:from|to)$/.test(path)) expect(words).toContain(stated);
  }
}

describe("an English résumé", () => {
  const profile = read(ENGLISH);

  test("contact", () => {
    expect(profile).toMatchObject({
      lang: "en",
      name: "Maria Teresa O'Neill",
      email: "maria.oneill@example.com",
      phone: "+1 (415) 555-0134",
      links: ["linkedin.com/in/maria-example"],
      summary: "Engineer with a liking for small programs and large tables, and patience for both of them.",
    });
  });

  test("positions", () => {
    expect(profile.positions).toEqual([
      {
        title: "Senior Software Engineer",
        employer: "Northwind Traders Inc.",
        place: "Denver, CO",
        from: "2021-03",
        to: null,
        current: true,
      },
      {
        title: "Software Engineer",
        employer: "Blue Heron Labs",
        place: null,
        from: "2018-06",
        to: "2021-02",
        current: false,
      },
    ]);
    expect(profile).toMatchObject({ totalYears: 8.1, seniority: "senior" });
  });

  test("education, certifications and languages", () => {
    expect(profile.education).toEqual([
      {
        degree: "Bachelor of Science in Mathematics",
        institution: "University of the Plains",
        from: "2014-01",
        to: "2018-01",
      },
    ]);
    expect(profile.certifications).toEqual([expect.stringContaining("Certified Scrum Master, 2020")]);
    expect(profile.languages).toEqual([
      { lang: "en", level: "native" },
      { lang: "es", level: "B2" },
      { lang: "fr", level: "fluent" },
    ]);
  });

  test("skills are found, and dated by the positions that mention them", () => {
    expect(profile.skills.map((skill) => skill.id).sort()).toEqual(["postgresql", "python"]);
    expect(skillMonths(profile, "python", NOW)).toBe(97);
    expect(skillMonths(profile, "postgresql", NOW)).toBe(64);
    expect(skillMonths(profile, "cobol", NOW)).toBeNull();
  });

  test("the passage of each position is its own", () => {
    const bodies = [0, 1].map((index) => profile.evidence[`positions.${index}`]);
    const words = bodies.map((span) => (span ? profile.text.slice(span.start, span.end) : ""));
    expect(words[0]).toMatch(/^Senior Software Engineer[\s\S]*downtime\.$/);
    expect(words[1]).toMatch(/^Software Engineer at[\s\S]*analysts\.$/);
  });

  test("every value stands where its evidence points", () => expectEvidence(profile));
  test("nothing needs a warning", () => expect(profile.warnings).toEqual([]));
});

describe("a Spanish résumé", () => {
  const profile = read(SPANISH);

  test("contact and summary", () => {
    expect(profile).toMatchObject({
      lang: "es",
      name: "José Luis Ñáñez Gómez",
      phone: "300 555 0199",
      email: "jose.nanez@example.com.co",
    });
    expect(profile.summary).toMatch(/^Enfermero con ocho/);
  });

  test("positions with their dates", () => {
    expect(profile.positions).toEqual([
      {
        title: "Enfermero jefe",
        employer: "Hospital San Rafael",
        place: "Cali, Colombia",
        from: "2020-01",
        to: null,
        current: true,
      },
      {
        title: "Auxiliar de enfermería",
        employer: "Clínica La Loma",
        place: null,
        from: "2017-03",
        to: "2019-12",
        current: false,
      },
    ]);
    expect(profile.totalYears).toBe(9.3);
    expect(profile.seniority).toBe("lead");
  });

  test("education and languages", () => {
    expect(profile.education).toEqual([
      {
        degree: "Licenciatura en Enfermería",
        institution: "Universidad del Cauca Alto",
        from: "2012-01",
        to: "2016-01",
      },
    ]);
    expect(profile.languages).toEqual([
      { lang: "es", level: "native" },
      { lang: "en", level: "intermediate" },
    ]);
    expect(skillMonths(profile, "intensive-care", NOW)).toBe(78);
  });

  test("every value stands where its evidence points", () => expectEvidence(profile));
});

describe("résumés of other shapes", () => {
  test("a heading that lost its line break is still a heading", () => {
    expect(
      read("Ana Ruiz\nWORK EXPERIENCESoftware Engineer\nContoso - Lima, Peru\nMay 2019 to June 2020\n").positions,
    ).toEqual([
      {
        title: "Software Engineer",
        employer: "Contoso",
        place: "Lima, Peru",
        from: "2019-05",
        to: "2020-06",
        current: false,
      },
    ]);
  });

  test("dates first, then the job", () => {
    expect(
      read(
        "EXPERIENCE\n2019-03 – 2021-05 | Data Analyst | Fabrikam Ltd\n• Reports\n2017-01 – 2019-02 | Junior Analyst | Adatum Corp\n• Tables\n",
      ).positions,
    ).toEqual([
      { title: "Data Analyst", employer: "Fabrikam Ltd", place: null, from: "2019-03", to: "2021-05", current: false },
      { title: "Junior Analyst", employer: "Adatum Corp", place: null, from: "2017-01", to: "2019-02", current: false },
    ]);
  });

  test("overlapping positions are counted once, and years without months are said to be so", () => {
    const profile = read(
      "Experience\n\nNurse | Clinic One\n2018 – 2020\n• Care\n\nNurse | Clinic Two\n2019 – 2021\n• Care\n",
    );
    expect(profile.totalYears).toBe(3.1);
    expect(profile.warnings).toContain("Some positions give only the year; January is assumed.");
  });

  test("positions without dates are read, and the years stay unknown", () => {
    const profile = read("Experience\n\nWarehouse Supervisor, Acme Logistics\n• Ran the night shift\n");
    expect(profile.positions).toEqual([
      { title: "Warehouse Supervisor", employer: "Acme Logistics", place: null, from: null, to: null, current: false },
    ]);
    expect(profile).toMatchObject({ totalYears: null, seniority: "lead" });
    expect(profile.warnings).toContain("No position is dated, so years of experience are not known.");
  });

  test("impossible dates are kept, warned about, and not counted", () => {
    const profile = read(
      "Ana Ruiz\nExperience\nNurse | Clinic One\nMay 2020 – Jan 2019\n• Care\n\nNurse | Clinic Two\nJan 2031 – Present\n• Care\n",
    );
    expect(profile.warnings).toEqual(
      expect.arrayContaining(["“Nurse” ends before it begins.", "“Nurse” begins in the future."]),
    );
    expect(profile.totalYears).toBeNull();
  });

  test("a text that is no résumé gives an empty profile with warnings", () => {
    const profile = read("the quick brown fox jumps over the lazy dog");
    expect(profile).toMatchObject({
      name: null,
      email: null,
      phone: null,
      positions: [],
      education: [],
      totalYears: null,
      seniority: null,
    });
    expect(profile.warnings).toContain("No work experience was found.");
  });

  test("the same text and date give the same profile, with or without blocks", () => {
    expect(read(ENGLISH)).toEqual(read(ENGLISH));
    const bare = readProfile(MATCHER, { text: toCanonicalText(SPANISH, "text").text, blocks: [] }, { now: NOW });
    expect(bare.positions).toEqual(read(SPANISH).positions);
  });
});

describe("whatever the text", () => {
  const pieces = fc.constantFrom(
    "Ana Ruiz",
    "EXPERIENCE",
    "Experiencia laboral",
    "Education",
    "Skills: Python",
    "Idiomas: inglés B2",
    "Nurse, Acme Inc.",
    "Senior Engineer | Foo Ltd | Lima, Peru",
    "Jan 2019 – Present",
    "2016–2019",
    "desde 2020",
    "• Did things in Python",
    "a@b.example",
    "+57 300 555 0101",
    "",
    "https://github.com/ana",
    "Licenciatura en Letras, Universidad Uno (2001)",
    "– Bogotá",
    "x".repeat(200),
    "MARKETING",
    "1. Uno",
    "(",
    "|",
    "2020",
  );

  test("evidence points at the value it stands for", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 40 })), { maxLength: 25 }), (lines) =>
        expectEvidence(read(lines.join("\n"))),
      ),
      { numRuns: 300, seed: 7 },
    );
  });

  test("a long hostile text is read in bounded steps", () => {
    const text = `EXPERIENCE\n${"1-1-1-1 2019 - ".repeat(3000)}\n${"a@".repeat(5000)}\n${"(".repeat(5000)}\n${"a".repeat(100_000)}`;
    expectEvidence(read(text));
  });
});
