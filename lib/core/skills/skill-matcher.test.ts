import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SAMPLE_CONCEPTS } from "./fixtures/sample-concepts";
import { lookupSkill } from "./lookup-skill";
import { readSkills } from "./read-skills";
import { createSkillMatcher } from "./skill-matcher";

const matcher = createSkillMatcher(SAMPLE_CONCEPTS);
const named = (text: string): string[] =>
  readSkills(matcher, { text, lang: "en" })
    .skills.flatMap((skill) =>
      skill.mentions.map((mention) => ({ at: mention.start, words: `${skill.id}=${mention.text}` })),
    )
    .sort((a, b) => a.at - b.at)
    .map((mention) => mention.words);

describe("names", () => {
  test("signs belong to names", () => {
    expect(named("C++, C#, .NET, ASP.NET and C#/.NET.")).toEqual([
      "c-plus-plus=C++",
      "c-sharp=C#",
      "dotnet=.NET",
      "asp-net=ASP.NET",
      "c-sharp=C#",
      "dotnet=.NET",
    ]);
  });

  test("the longest name wins, and its parts are not counted again", () => {
    expect(named("SQL Server, PL/SQL, SQL")).toEqual(["sql-server=SQL Server", "pl-sql=PL/SQL", "sql=SQL"]);
  });

  test("hyphens, spaces, dots and joined spellings are one name", () => {
    expect(
      named(
        "Front-end, frontend, front end; Node JS, NodeJS, Node.js; PowerBI; Java Script, javascript; CICD, CI / CD",
      ),
    ).toEqual([
      "front-end=Front-end",
      "front-end=frontend",
      "front-end=front end",
      "node-js=Node JS",
      "node-js=NodeJS",
      "node-js=Node.js",
      "power-bi=PowerBI",
      "javascript=Java Script",
      "javascript=javascript",
      "ci-cd=CICD",
      "ci-cd=CI / CD",
    ]);
  });

  test("names joined by slashes and brackets are all found", () => {
    expect(named("React/Redux, HTML5/CSS3, SQL (Oracle, MySQL), CI/CD")).toEqual([
      "react=React",
      "redux=Redux",
      "html=HTML5",
      "css=CSS3",
      "sql=SQL",
      "oracle=Oracle",
      "mysql=MySQL",
      "ci-cd=CI/CD",
    ]);
  });

  test("a version belongs to the mention, a number of years does not", () => {
    expect(named("Python 3.x, Angular 17, Java 8. Python 5 años, Java 3+ years, Angular 2 a 4 años")).toEqual([
      "python=Python 3.x",
      "angular=Angular 17",
      "java=Java 8",
      "python=Python",
      "java=Java",
      "angular=Angular",
    ]);
  });

  test("common words match in number and gender, in either language; acronyms in the plural", () => {
    expect(named("Databases, bases de datos, conductoras, drivers, APIs")).toEqual([
      "database=Databases",
      "database=bases de datos",
      "driving=conductoras",
      "driving=drivers",
      "api=APIs",
    ]);
  });

  test("diacritics and case do not matter, and offsets are those of the given text", () => {
    expect(named("🚀 INGLES y Inglés; oﬃce ingle\u0301s")).toEqual([
      "english=INGLES",
      "english=Inglés",
      "english=ingle\u0301s",
    ]);
  });

  test("a line break lost inside a word is found", () => {
    expect(named("DatosJavaSQL y PythonExperiencia.Angular")).toEqual([
      "java=Java",
      "sql=SQL",
      "python=Python",
      "angular=Angular",
    ]);
  });

  test("names in slashes are taken apart only where each part is a name", () => {
    const both = createSkillMatcher([
      ...SAMPLE_CONCEPTS,
      { id: "web", kind: "hard", family: "web", en: ["HTML/CSS"], es: [], esco: null },
    ]);
    const ids = (text: string): string[] => readSkills(both, { text, lang: "en" }).skills.map((skill) => skill.id);
    expect([ids("HTML/CSS"), ids("CI/CD")]).toEqual([["html", "css"], ["ci-cd"]]);
  });

  test("one inflection does not lead on to another", () => {
    const small = createSkillMatcher([
      { id: "milking", kind: "hard", family: "x", en: ["milking"], es: ["ordeñe"], esco: null },
      { id: "work-orders", kind: "hard", family: "x", en: ["work orders"], es: ["órdenes de trabajo"], esco: null },
    ]);
    const ids = (text: string): string[] => readSkills(small, { text, lang: "es" }).skills.map((skill) => skill.id);
    expect([ids("orden y limpieza"), ids("orden de trabajo"), ids("Ordeñe mecánico")]).toEqual([
      [],
      ["work-orders"],
      ["milking"],
    ]);
  });

  test(".NET is found behind a word that lost its space, and names beside emoji are found", () => {
    expect(named("Fullstack.NET 🚀Java📣Python")).toEqual(["dotnet=.NET", "java=Java", "python=Python"]);
  });

  test("a name never runs across a line, a sentence or a comma", () => {
    expect(named("Power\nBI. base, de datos. Front. End")).toEqual([]);
  });

  test("words of addresses and links are not names", () => {
    expect(named("java@example.com https://example.com/python www.oracle.com/sql Java.")).toEqual(["java=Java"]);
  });
});

describe("ambiguous names", () => {
  test("a single letter needs a list of skills or a confirming word", () => {
    expect(named("Vitamin C and plan R. C/C++ and statistics in R.")).toEqual(["c=C", "c-plus-plus=C++", "r=R"]);
    expect(named("R&D with Python")).toEqual(["python=Python"]);
  });

  test("context confirms or denies", () => {
    expect(named("We go to market. Go above all. Go microservices.")).toEqual(["go=Go"]);
    expect(named("You excel at Java. Excel avanzado. Excel y SQL.")).toEqual([
      "java=Java",
      "excel=Excel",
      "excel=Excel",
      "sql=SQL",
    ]);
  });

  test("a concept named nearby confirms", () => {
    expect(named("Reports made using Excel with some Power BI")).toEqual(["excel=Excel", "power-bi=Power BI"]);
  });

  test("a list with one skill a line confirms", () => {
    expect(named("- Go\n- Python\n- R")).toEqual(["go=Go", "python=Python", "r=R"]);
  });

  test("letter case decides where the taxonomy says so", () => {
    expect(named("python, go, r, c")).toEqual(["python=python"]);
  });
});

describe("lookup", () => {
  const idOf = (name: string): string | undefined => lookupSkill(matcher, name)?.id;

  test("a name is looked up without context, in any spelling, number, language or version", () => {
    expect(
      ["Go", "R", "nodejs", "databases", "Base de datos", "Angular 17", "HTML5", "Java (programming)", "React JS"].map(
        idOf,
      ),
    ).toEqual("go r node-js database database angular html java react".split(" "));
  });

  test("an unknown or empty name is nothing", () => {
    expect(["", "  ", "underwater basket weaving", "java beans", "3"].map(idOf)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("where two concepts share a name, its preferred owner wins, then the lower id", () => {
    const shared = (id: string, en: string[]) => ({ id, kind: "hard" as const, family: "x", en, es: [], esco: null });
    const both = [shared("b", ["beta", "shared"]), shared("a", ["alpha", "shared", "beta"])];
    for (const order of [both, both.toReversed()]) {
      const small = createSkillMatcher(order);
      expect([lookupSkill(small, "shared")?.id, lookupSkill(small, "beta")?.id]).toEqual(["a", "b"]);
    }
  });
});

describe("for any text", () => {
  const words = fc.constantFrom(
    "Java",
    "R",
    "C++",
    ".NET",
    "Excel",
    "inglés",
    "no",
    "es necesario",
    ",",
    ".",
    "\n",
    "•",
    "/",
    " ",
    "3",
    "años",
    "🚀",
    "plus",
  );
  const anything = fc.oneof(
    fc.string({ unit: "binary", maxLength: 120 }),
    fc.array(words, { maxLength: 30 }).map((parts) => parts.join(" ")),
  );

  test("mentions are slices of their field, in bounds, apart, and equal over runs", () => {
    fc.assert(
      fc.property(anything, anything, (title, text) => {
        const reading = readSkills(matcher, { title, text, lang: "und" });
        const mentions = reading.skills.flatMap((skill) => skill.mentions);
        for (const { field, start, end, text: quoted } of mentions) {
          expect((field === "title" ? title : text).slice(start, end)).toBe(quoted);
          expect(end).toBeGreaterThan(start);
        }
        const inText = mentions.filter((mention) => mention.field === "text").sort((a, b) => a.start - b.start);
        inText.forEach((mention, index) => expect(mention.start).toBeGreaterThanOrEqual(inText[index - 1]?.end ?? 0));
        expect(JSON.stringify(readSkills(matcher, { title, text, lang: "und" }))).toBe(JSON.stringify(reading));
      }),
      { numRuns: 300 },
    );
  });
});
