import { createGunzip, gzipSync } from "node:zlib";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { describeTable, inReadingOrder } from "./esco-table";
import { readEscoTable, type TableLine } from "./read-esco-table";

const SKILL = "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000001";
const OTHER = "http://data.europa.eu/esco/skill/00000000-0000-4000-8000-000000000002";
const OCCUPATION = "http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001";

async function read(fileName: string, text: string | Uint8Array): Promise<TableLine[]> {
  const lines: TableLine[] = [];
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  for await (const line of readEscoTable(fileName, Readable.from([bytes]))) lines.push(line);
  return lines;
}

const HEADER = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description";

describe("rows", () => {
  test("a quoted cell keeps its lines, which are alternative labels", async () => {
    const [, row] = await read(
      "skills_en.csv",
      `${HEADER}\nKnowledgeSkillCompetence,${SKILL},knowledge,transversal,a,"b\nc\n\na",d`,
    );
    expect(row).toMatchObject({
      kind: "concept",
      row: { uri: SKILL, kind: "skill", label: "a", altLabels: ["b", "c"] },
    });
  });

  test("the collections' bars part labels too", async () => {
    const [, row] = await read("digital_es.csv", `${HEADER}\nKnowledgeSkillCompetence,${SKILL},,,a,b | c|d,`);
    expect(row).toMatchObject({ row: { altLabels: ["b", "c|d"], skillType: null, description: null } });
  });

  test("a bad row is named with its line, and those after it are read", async () => {
    const lines = await read(
      "skills_en.csv",
      `${HEADER}\nKnowledgeSkillCompetence,https://example.org/x,,,a,,\nBanana,${SKILL},,,a,,\nKnowledgeSkillCompetence,${SKILL},,,,,\nKnowledgeSkillCompetence,${OTHER},,,b,,\n`,
    );
    expect(lines.map((line) => line.kind)).toEqual(["table", "rejected", "rejected", "rejected", "concept"]);
    expect(lines[1]).toMatchObject({ line: 2, reason: "conceptUri is no URI of data.europa.eu" });
    expect(lines[2]).toMatchObject({ line: 3, reason: "conceptType is none that this import knows" });
    expect(lines[3]).toMatchObject({ line: 4, reason: "preferredLabel is empty" });
  });

  test("an occupation and a group have the digits of their group", async () => {
    const head = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,code";
    const [, one] = await read("occupations_en.csv", `${head}\nOccupation,${OCCUPATION},C2512,a,,2512.3.1`);
    expect(one).toMatchObject({ row: { kind: "occupation", isco: "2512" } });
    const [, two] = await read(
      "ISCOGroups_en.csv",
      `conceptType,conceptUri,code,preferredLabel\nISCOGroup,${SKILL},11,a`,
    );
    expect(two).toMatchObject({ row: { kind: "group", isco: "11" } });
  });

  test.each([
    [
      `conceptType,conceptUri,broaderType,broaderUri\nSkill,${SKILL},Skill,${OTHER}`,
      { fromUri: SKILL, kind: "broader" },
    ],
    [
      `occupationUri,relationType,skillType,skillUri\n${OCCUPATION},essential,,${SKILL}`,
      { fromUri: OCCUPATION, kind: "essential" },
    ],
    [`originalSkillUri,relationType,relatedSkillUri\n${SKILL},optional,${OTHER}`, { fromUri: SKILL, kind: "optional" }],
  ])("a relation is read from its columns, whatever the file is called", async (text, row) => {
    const lines = await read("anything.csv", text);
    expect(lines).toMatchObject([
      { kind: "table", table: { kind: "relations" } },
      { kind: "relation", row },
    ]);
  });

  test.each([
    `conceptType,conceptUri,broaderType,broaderUri\nSkill,${SKILL},Skill,`,
    `occupationUri,relationType,skillType,skillUri\n${OCCUPATION},perhaps,,${SKILL}`,
    `originalSkillUri,relationType,relatedSkillUri\n,optional,${OTHER}`,
  ])("a relation with an end missing is rejected", async (text) => {
    expect((await read("x.csv", text)).at(-1)).toMatchObject({ kind: "rejected", line: 2 });
  });
});

describe("files", () => {
  test("a foreign table ends after it is told", async () => {
    const lines = await read("conceptSchemes_en.csv", "conceptSchemeUri,preferredLabel\nx,y");
    expect(lines).toEqual([
      { kind: "table", table: { kind: "other", reason: "it is no table of concepts or relations" } },
    ]);
  });

  test("an empty file is told", async () => {
    expect(await read("skills_en.csv", "")).toEqual([
      { kind: "table", table: { kind: "other", reason: "it is empty" } },
    ]);
  });

  test.each([
    ["skills_fr.csv", "its language is fr"],
    ["skills.csv", "its name states no language"],
  ])("%s is passed over: %s", (name, reason) => {
    expect(describeTable(name, HEADER.split(","))).toEqual({ kind: "other", reason });
  });

  test("names of every version state their language", () => {
    for (const name of ["skills_es.csv", "esco_occupations_es_full.csv.gz", "ESCO_es_en-v1.es.csv"])
      expect(describeTable(name, HEADER.split(","))).toMatchObject({ kind: "concepts", lang: "es" });
  });

  test("collections come before the whole tables, which have the last word", () => {
    expect(inReadingOrder(["occupations_en.csv", "skills_en.csv", "transversalSkillsCollection_en.csv"])).toEqual([
      "transversalSkillsCollection_en.csv",
      "occupations_en.csv",
      "skills_en.csv",
    ]);
  });

  test("a file that breaks off keeps the rows before it", async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, at) => `KnowledgeSkillCompetence,${SKILL},,,label ${(at * 7919) % 10_007},,`,
    );
    const packed = gzipSync(`${HEADER}\n${rows.join("\n")}`);
    const cut = Readable.from([packed.subarray(0, packed.length - 2_000)]).pipe(createGunzip());
    const lines: TableLine[] = [];
    for await (const line of readEscoTable("skills_en.csv", cut)) lines.push(line);
    expect(lines.filter((line) => line.kind === "concept").length).toBeGreaterThan(10);
    expect(lines.at(-1)).toMatchObject({
      kind: "rejected",
      reason: "the compressed file is damaged or cut off from here",
    });
  });

  test("a record without end is refused, not held", async () => {
    const lines = await read(
      "skills_en.csv",
      `${HEADER}\nKnowledgeSkillCompetence,${SKILL},,,"${"x".repeat(1_200_000)}`,
    );
    expect(JSON.stringify(lines.at(-1))).toContain("the CSV cannot be read from here (CSV_MAX_RECORD_SIZE)");
  });
});
