import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE_KNOWLEDGE } from "./fixtures/sample-knowledge";
import { languageCode, readLanguageLevel } from "./read-languages";
import { type PostingInput, type PostingReading, readPosting, readPostings } from "./read-posting";
import { recoverBlocks } from "./recover-blocks";

function read(text: string, title = "", more: Partial<PostingInput> = {}): PostingReading {
  return readPosting(SAMPLE_KNOWLEDGE, { title, text, blocks: recoverBlocks(text), lang: "en", ...more });
}

describe("seniority", () => {
  test.each([
    ["Desarrollador/a Sr.", "senior"],
    ["Analista Semi Senior / SSR", "mid"],
    ["Programador Jr", "entry"],
    ["Becario de Marketing", "internship"],
    ["Practicante de Recursos Humanos", "internship"],
    ["Pasante contable", "internship"],
    ["Software Engineering Intern", "internship"],
    ["Jefe/a de Logística", "lead"],
    ["Gerente de Ventas", "lead"],
    ["Encargada de sucursal", "lead"],
    ["Coordinador(a) de Calidad", "lead"],
    ["Engineering Manager", "lead"],
    ["Staff Software Engineer", "lead"],
    ["Senior Director of Sales", "director"],
    ["Head of Data", "director"],
    ["Directora de Operaciones", "director"],
    ["Gerente General", "executive"],
    ["Chief Financial Officer", "executive"],
    ["Business Analyst II", "mid"],
    ["Data Analyst III", "senior"],
    ["Clinical Research Associate I - Boston", "entry"],
    ["Graduate Engineer", "entry"],
  ])("the title %j is %s", (title, seniority) => {
    expect(read("", title).seniority).toBe(seniority);
  });

  test.each([
    "Auxiliar contable",
    "Product Manager",
    "Account Executive",
    "Auditor Interno",
    "International Sales",
    "Lead Generation Specialist",
    "Staff Nurse",
    "Vendedora",
  ])("the title %j says nothing of it", (title) => {
    expect(read("", title).seniority).toBeNull();
  });

  test("the text is asked where the title is silent, and only about the job itself", () => {
    expect(read("Buscamos un Desarrollador Senior.").seniority).toBe("senior");
    expect(read("Seniority level: Mid-Senior level").seniority).toBe("senior");
    expect(read("Nivel: Junior").seniority).toBe("entry");
    expect(read("Estudiantes o recién egresados de Contabilidad.").seniority).toBe("entry");
    expect(read("You report to senior management and mentor junior colleagues.").seniority).toBeNull();
  });

  test.each([
    "Mentor one junior engineer, if you would like to.",
    "You will work with two senior developers.",
    "Con acompañamiento de una desarrolladora senior.",
    "Train junior analysts; coach a junior designer.",
  ])("somebody else's level is not the job's: %s", (text) => {
    expect(read(text).seniority).toBeNull();
  });

  test("its evidence quotes the words it rests on", () => {
    expect(read("", "Ingeniera Sénior").evidence["seniority"]).toEqual([
      { field: "title", start: 10, end: 16, text: "Sénior" },
    ]);
  });
});

describe("years of experience", () => {
  test.each([
    ["5+ years of experience with Java", 5],
    ["3-5 años de experiencia en ventas", 3],
    ["De 3 a 5 años de experiencia", 3],
    ["Mínimo dos años en puestos similares", 2],
    ["Al menos 3 años de experiencia", 3],
    ["Experiencia mínima de 2 años como asesor", 2],
    ["Five (5) or more years working in finance", 5],
    ["At least 1 year of experience", 1],
    ["Experiencia: 6 meses de experiencia comprobable", 0.5],
    ["+4 años de experiencia en el rubro", 4],
    ["Minimum 1.5 years of related experience", 1.5],
    ["- 3+ years building backend services, one of them in Go", 3],
    ["• 5+ years as an SRE, platform or systems engineer", 5],
    ["- 3 años o más como desarrollador full stack", 3],
    ["Three or more years of Android development", 3],
    ["- At least 4 years in content or trade journalism", 4],
  ])("%j asks for %d", (text, years) => {
    expect(read(text).yearsMin).toBe(years);
  });

  test.each([
    "We are a company with 25 years in the market.",
    "Empresa con más de 15 años de experiencia en el mercado busca cajeros.",
    "Mayor de 18 años.",
    "Edad entre 25 y 35 años.",
    "You must be at least 18 years of age.",
    "Contrato por 2 años con experiencia de aprendizaje.",
    "In the last 3 years we doubled our sales.",
    "Somos una empresa con 12 años de experiencia.",
    "A 3 year old child needs care",
    "- 2 years of paid leave after the birth of a child",
    "- 3 años de bachillerato",
    "Offices in two years of work on three sites",
    "Buena onda.",
  ])("%j asks for none", (text) => {
    expect(read(text).yearsMin).toBeNull();
  });

  test("a wish counts only where nothing is demanded", () => {
    expect(read("10 years of experience preferred.\n3 years of experience required.").yearsMin).toBe(3);
    expect(read("4 years of experience preferred.").yearsMin).toBe(4);
  });
});

describe("workplace", () => {
  test.each([
    ["Modalidad híbrida", "hybrid"],
    ["100% remoto", "remote"],
    ["Fully remote position", "remote"],
    ["Teletrabajo desde cualquier lugar", "remote"],
    ["Trabajo presencial en Quito", "onsite"],
    ["This role is on-site in Leeds.", "onsite"],
    ["This job is not remote", "onsite"],
    ["Work remotely or on-site, you choose", "hybrid"],
  ])("%j is %s", (text, workplace) => {
    expect(read(text).workplace).toBe(workplace);
  });

  test.each([
    "Soporte y acceso remoto a equipos",
    "hybrid cloud and remote desktop",
    "on-site gym",
    "Entrevista presencial",
    "Remote sensing",
  ])("%j says nothing of it", (text) => {
    expect(read(text).workplace).toBeNull();
  });

  test("the title wins over the text, the source over both", () => {
    expect(read("Hybrid team", "Remote Engineer").workplace).toBe("remote");
    const structured = { employmentType: "contract" as const, workplace: "onsite" as const, salary: null, tags: [] };
    const reading = read("Full time, hybrid", "Remote Engineer", { structured });
    expect([reading.workplace, reading.employmentType]).toEqual(["onsite", "contract"]);
    expect(reading.evidence).not.toHaveProperty("workplace");
  });
});

describe("terms", () => {
  test.each([
    ["Jornada completa de lunes a viernes", "full_time"],
    ["Part-time, 20 hours", "part_time"],
    ["Contract position, corp to corp", "contract"],
    ["Contrato temporal por reemplazo", "temporary"],
    ["A summer internship in Oslo", "internship"],
    ["Contrato indefinido", null],
  ])("the employment of %j is %s", (text, employmentType) => {
    expect(read(text).employmentType).toBe(employmentType);
  });

  test.each([
    ["Bachelor's degree in Computer Science required", true],
    ["Título universitario en Contabilidad", true],
    ["Licenciados en Administración", true],
    ["Bachelor's degree preferred", false],
    ["Degree in Biology or equivalent experience", false],
    ["Secundario completo", false],
    ["High school diploma or GED", false],
    ["No degree required", false],
    ["Estudiantes avanzados de Licenciatura en Sistemas", false],
    ["Buena presencia", null],
  ])("the degree of %j is %s", (text, degree) => {
    expect(read(text).degreeRequired).toBe(degree);
  });

  test("pay is the source's own, else what the text says", () => {
    const salary = { min: 1, max: 2, currency: "EUR", period: "hour" as const };
    expect(read("We pay 50,000 USD a year").salary).toEqual({
      min: 50000,
      max: 50000,
      currency: "USD",
      period: "year",
    });
    expect(read("We pay you well").salary).toBeNull();
    expect(read("", "", { structured: { employmentType: null, workplace: null, salary, tags: [] } }).salary).toEqual(
      salary,
    );
  });
});

describe("languages", () => {
  test("required languages come with the level beside them", () => {
    const text = "Requisitos:\n- Inglés B2\n- Nivel avanzado de francés";
    expect(read(text).languagesRequired).toEqual([
      { lang: "en", level: "B2" },
      { lang: "fr", level: "advanced" },
    ]);
  });

  test("a wish and a mere mention are not required", () => {
    expect(read("Inglés deseable. Nuestra oficina habla francés.").languagesRequired).toBeNull();
  });

  test.each([
    ["English (upper-intermediate)", "upper-intermediate"],
    ["fluent English", "fluent"],
    ["English: C1", "C1"],
    ["Bilingual English", "native"],
    ["inglés: intermedio", "intermediate"],
    ["basic English", "basic"],
    ["English. Advanced Excel", null],
  ])("the level of %j is %s", (text, level) => {
    const start = text.search(/english|inglés/iu);
    const end = start + (/english/iu.test(text) ? 7 : 6);
    expect(readLanguageLevel(text, start, end)).toBe(level);
  });

  test("languages have ISO codes", () => {
    expect(["English", "Portuguese language", "Klingon"].map(languageCode)).toEqual(["en", "pt", null]);
  });
});

describe("the reading", () => {
  test("tags that the text does not name are skills without mentions", () => {
    const structured = {
      employmentType: null,
      workplace: null,
      salary: null,
      tags: ["java", "Go", "golang", "unknown thing"],
    };
    const { skills } = read("Requirements: Java", "", { structured });
    expect(skills.map(({ id, method, mentions }) => [id, method, mentions.length])).toEqual([
      ["java", "label", 1],
      ["go", "structured", 0],
    ]);
  });

  test("the source's language is taken where it is one of ours, else the text is asked", () => {
    expect(read("Hola", "", { lang: "es-AR" }).lang).toBe("es");
    const text = "We are looking for a nurse with experience in care.";
    expect([read(text, "", { lang: "de" }).lang, read(text, "", { lang: null }).lang]).toEqual(["en", "en"]);
  });

  test("many postings read together say what each says alone, in their order", () => {
    const texts = Array.from({ length: 300 }, (_, at) => `Requisitos: Java, ${at % 9} años de experiencia. Remoto.`);
    const inputs = texts.map((text, at) => ({ title: `Analista ${at}`, text, blocks: recoverBlocks(text) }));
    const alone = inputs.map((input) => readPosting(SAMPLE_KNOWLEDGE, input));
    expect(JSON.stringify(readPostings(SAMPLE_KNOWLEDGE, inputs))).toBe(JSON.stringify(alone));
    expect(readPostings(SAMPLE_KNOWLEDGE, [])).toEqual([]);
  });

  test("an empty posting says nothing", () => {
    expect(read("", "", { lang: null })).toEqual({
      lang: "und",
      country: null,
      grounds: {},
      occupation: null,
      pay: null,
      places: [],
      validThrough: null,
      yearsMax: null,
      skillYears: [],
      eligibility: null,
      education: null,
      drivingLicence: null,
      shift: null,
      workPermit: null,
      sections: [],
      summary: null,
      skills: [],
      seniority: null,
      yearsMin: null,
      workplace: null,
      employmentType: null,
      salary: null,
      degreeRequired: null,
      languagesRequired: null,
      evidence: {},
    });
  });

  test("all evidence is a slice of its field, for any text, and equal over runs", () => {
    const words = fc.constantFrom(
      "Sr.",
      "Jefe/a",
      "3",
      "a",
      "5",
      "años",
      "de experiencia",
      "remoto",
      "no",
      "híbrido",
      "ﬁnal",
      "🚀",
      "título",
      "Inglés",
      "B2",
      "\n",
      ".",
      "full-time",
      "requisitos:",
    );
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(words, { maxLength: 25 }).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(anything, anything, (title, text) => {
        const reading = read(text, title, { lang: null });
        for (const { field, start, end, text: quoted } of Object.values(reading.evidence).flat()) {
          expect((field === "title" ? title : text).slice(start, end)).toBe(quoted);
          expect(end).toBeGreaterThan(start);
        }
        expect(JSON.stringify(read(text, title, { lang: null }))).toBe(JSON.stringify(reading));
      }),
      { numRuns: 150 },
    );
  }, 30_000);
});
