import { describe, expect, test } from "vitest";
import { SAMPLE_CONCEPTS } from "./fixtures/sample-concepts";
import { readSkills } from "./read-skills";
import { createSkillMatcher } from "./skill-matcher";

const matcher = createSkillMatcher(SAMPLE_CONCEPTS);
const strengths = (text: string, title = ""): Record<string, string> =>
  Object.fromEntries(
    readSkills(matcher, { title, text, lang: "en" }).skills.map((skill) => [skill.id, skill.requirement]),
  );

describe("strength", () => {
  test("a turn of phrase asks for a hard skill, but only wishes for a soft one", () => {
    const text = "We look for people with strong communication. Experience with Java.";
    expect(strengths(text)).toEqual({ communication: "preferred", java: "required" });
    expect(strengths("Requirements:\n- strong communication")).toEqual({ communication: "required" });
    expect(strengths("Communication is a must.")).toEqual({ communication: "required" });
  });

  test("sections decide in both languages", () => {
    const text =
      "Funciones:\n- Mantener SQL\nRequisitos:\n- Java\n- Python\nSe valorará:\n- Angular\nOfrecemos:\n- Clases de inglés";
    expect(strengths(text)).toEqual({
      sql: "mentioned",
      java: "required",
      python: "required",
      angular: "preferred",
      english: "mentioned",
    });
  });

  test("an advert in two languages is read in both", () => {
    const english = "We are a hotel group and you will write reports with SQL every day.\n\n";
    expect(strengths(`${english}Requisitos:\n- Java\n- No es necesario Python\n- Angular (deseable)`)).toEqual({
      sql: "mentioned",
      java: "required",
      angular: "preferred",
    });
    const spanish = "Buscamos una persona para nuestro hotel. No hace falta Angular.\n\n";
    expect(strengths(`${spanish}Requirements:\n- Java\n- Python is not required\nNice to have:\n- SQL`)).toEqual({
      java: "required",
      sql: "preferred",
    });
  });

  test("sections decide where a board lost the line breaks", () => {
    const text =
      "Build things with SQL. Requirements 3 years of Java. Nice to Have: Experience with Python. About Us We love Angular.";
    expect(strengths(text)).toEqual({ sql: "mentioned", java: "required", python: "preferred", angular: "mentioned" });
  });

  test("the nearest cue of the sentence wins over the section", () => {
    expect(
      strengths("Requirements:\n- Java\n- Python is a plus\n- SQL required, Oracle preferred\n- Inglés (deseable)"),
    ).toEqual({
      java: "required",
      python: "preferred",
      sql: "required",
      oracle: "preferred",
      english: "preferred",
    });
  });

  test("what is not exclusive is only preferred, what is exclusive is required", () => {
    expect(strengths("Inglés (excluyente). Francés (no excluyente).")).toEqual({
      english: "required",
      french: "preferred",
    });
  });

  test("asking for experience makes a requirement where no section says otherwise", () => {
    expect(strengths("Buscamos alguien con experiencia en Java. Usamos Oracle.")).toEqual({
      java: "required",
      oracle: "mentioned",
    });
    expect(strengths("Nice to have:\n- Experience with Java")).toEqual({ java: "preferred" });
  });

  test("a heading may hide behind an emoji or in mid-sentence", () => {
    expect(strengths("📣Requisitos:\n- Java\n🎁Te ofrecemos:\n- Clases de inglés")).toEqual({
      java: "required",
      english: "mentioned",
    });
    expect(strengths("Here is what we are looking for: - Java - Python")).toEqual({
      java: "required",
      python: "required",
    });
  });

  test("the title asks", () => {
    expect(strengths("Nothing here.", "Java Developer")).toEqual({ java: "required" });
  });

  test("the strongest mention counts", () => {
    expect(strengths("We use Java.\nRequirements:\n- Java\nNice to have:\n- Java")).toEqual({ java: "required" });
  });

  test("an unnamed heading ends the section before it", () => {
    expect(strengths("Requirements:\n- Java\n\nOUR OFFICE\nRuns on Oracle.")).toEqual({
      java: "required",
      oracle: "mentioned",
    });
  });
});

describe("what is not asked", () => {
  test("statements about equal opportunity name no skills", () => {
    expect(strengths("All are welcome regardless of accounting, sexual orientation or Java.")).toEqual({});
  });

  test("denied skills are left out", () => {
    expect(
      strengths("No es necesario inglés. Java not required. Sin experiencia en SQL. Python is not necessary."),
    ).toEqual({});
  });

  test("what a colon follows is denied behind it", () => {
    expect(strengths("Java is required. Not required: SQL.")).toEqual({ java: "required" });
    expect(strengths("Java es indispensable. No es necesario: Python.")).toEqual({ java: "required" });
  });

  test("a denial reaches no further than its sentence", () => {
    expect(strengths("No se requiere inglés. Java es indispensable.")).toEqual({ java: "required" });
  });

  test("soft skills of the company are not asked for, hard ones are merely mentioned with less confidence", () => {
    const { skills } = readSkills(matcher, { text: "About us\nGood communication keeps our Java alive.", lang: "en" });
    expect(skills.map(({ id, requirement, confidence }) => ({ id, requirement, confidence }))).toEqual([
      { id: "java", requirement: "mentioned", confidence: 0.57 },
    ]);
  });
});

test("what an advert says of the company is no skill, what a résumé says of one is", () => {
  const text = "Somos una empresa dedicada a Java.";
  expect(readSkills(matcher, { text, lang: "es" }).skills).toEqual([]);
  expect(readSkills(matcher, { text, lang: "es", isResume: true }).skills.map(({ id }) => id)).toEqual(["java"]);
});

describe("the reading", () => {
  test("is in the order of first mention, title first, with every field of the contract", () => {
    const reading = readSkills(matcher, {
      title: "Java",
      text: "Requisitos: comunicación, React.js y Java 8",
      lang: "es",
    });
    expect(reading).toEqual({
      lang: "es",
      skills: [
        {
          id: "java",
          label: "Java",
          kind: "hard",
          esco: null,
          confidence: 0.99,
          requirement: "required",
          method: "label",
          mentions: [
            { field: "title", start: 0, end: 4, text: "Java" },
            { field: "text", start: 37, end: 43, text: "Java 8" },
          ],
        },
        {
          id: "communication",
          label: "communication",
          kind: "soft",
          esco: "http://data.europa.eu/esco/skill/sample",
          confidence: 0.95,
          requirement: "required",
          method: "label",
          mentions: [{ field: "text", start: 12, end: 24, text: "comunicación" }],
        },
        {
          id: "react",
          label: "React",
          kind: "hard",
          esco: null,
          confidence: 0.9,
          requirement: "required",
          method: "alias",
          mentions: [{ field: "text", start: 26, end: 34, text: "React.js" }],
        },
      ].toSorted((a, b) =>
        a.mentions[0]?.field === "title" ? -1 : (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0),
      ),
    });
  });

  test("names the language itself where it is not given", () => {
    expect(readSkills(matcher, { text: "Buscamos una persona con experiencia en contabilidad y atención." }).lang).toBe(
      "es",
    );
  });

  test("is sure by how a name was found", () => {
    const { skills } = readSkills(matcher, {
      text: "Requirements: Java 8, Golang, Python, C, SQL Server and Go with Python",
      lang: "en",
    });
    expect(skills.map((skill) => [skill.id, skill.method, skill.confidence])).toEqual([
      ["java", "version", 0.95],
      ["go", "alias", 0.94],
      ["python", "label", 0.99],
      ["c", "context", 0.75],
      ["sql-server", "label", 0.95],
    ]);
  });
});
