import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { env } from "@/lib/config/env";
import { linkPhrase } from "@/lib/core/esco/link-phrase";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { temporaryFolder } from "@/test/temporary-folder";
import { importEsco, type RejectedRow } from "./import-esco";
import { loadEscoLinker } from "./load-linker";

const BUNDLE = path.join("lib", "adapters", "esco", "fixtures", "bundle-v1.2.0");
const skill = (n: number) => `http://data.europa.eu/esco/skill/00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const folder = temporaryFolder();
let database: TestDatabase;
const context = () => pipelineContext({ db: database.db });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.escoConcept.deleteMany();
  await database.db.escoRelation.deleteMany();
});

async function everything() {
  const concepts = await database.db.escoConcept.findMany({ orderBy: { uri: "asc" } });
  const relations = await database.db.escoRelation.findMany({
    orderBy: [{ fromUri: "asc" }, { toUri: "asc" }, { kind: "asc" }],
  });
  return { concepts, relations };
}

test("importing twice is importing once, and both languages stand in one row", async () => {
  const first = await importEsco(context(), { folder: BUNDLE });
  expect(first).toMatchObject({ bundle: "1.2.0", concepts: 9, relations: 7, rejected: 0 });
  const before = await everything();
  expect(before.concepts.find((one) => one.uri === skill(1))).toMatchObject({
    kind: "skill",
    skillType: "skill/competence",
    reuseLevel: "transversal",
    labelEn: "work in teams",
    labelEs: "trabajar en equipo",
    altEn: ["teamwork", "work as a team"],
    altEs: ["trabajo en equipo", "labor en equipo"],
    bundle: "1.2.0",
  });
  expect(before.concepts.find((one) => one.labelEs === "farero/farera")).toMatchObject({
    isco: "6222",
    kind: "occupation",
  });
  expect(await importEsco(context(), { folder: BUNDLE })).toMatchObject({ concepts: 9, relations: 7 });
  expect(await everything()).toEqual(before);
});

test("tables that are not read are told with the reason", async () => {
  const { tables } = await importEsco(context(), { folder: BUNDLE });
  const skipped = tables.filter((table) => table.outcome === "skipped").map(({ file, reason }) => ({ file, reason }));
  expect(skipped).toEqual([
    { file: "conceptSchemes_en.csv", reason: "it is no table of concepts or relations" },
    { file: "skills_fr.csv", reason: "its language is fr" },
  ]);
});

test("bad rows are named and the others stand; a packed table reads the same; the version can be stated", async () => {
  const own = path.join(folder, "mixed");
  mkdirSync(own);
  const good = readFileSync(path.join(BUNDLE, "skills_en.csv"), "utf8");
  writeFileSync(path.join(own, "skills_en.csv.gz"), gzipSync(`${good}KnowledgeSkillCompetence,nonsense,,,x,,,\n`));
  const rejected: RejectedRow[] = [];
  const result = await importEsco(context(), {
    folder: own,
    version: "v1.0.9",
    onRejected: (row) => rejected.push(row),
  });
  expect(result).toMatchObject({ bundle: "1.0.9", concepts: 6, rejected: 1 });
  expect(rejected).toMatchObject([{ file: "skills_en.csv.gz", reason: "conceptUri is no URI of data.europa.eu" }]);
});

test("a table that lacks a column takes nothing away", async () => {
  await importEsco(context(), { folder: BUNDLE });
  const own = path.join(folder, "bare");
  mkdirSync(own);
  writeFileSync(
    path.join(own, "occupations_en.csv"),
    "conceptType,conceptUri,preferredLabel\nOccupation,http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001,keeper\n",
  );
  await importEsco(context(), { folder: own, version: "2.0" });
  const found = await database.db.escoConcept.findMany({ where: { labelEn: "keeper" } });
  expect(found).toMatchObject([{ isco: "6222", labelEs: "farero/farera", bundle: "2.0" }]);
});

test("a folder that is not there or holds no table is the caller's mistake", async () => {
  await expect(importEsco(context(), { folder: "no-such-folder" })).rejects.toMatchObject({ code: "invalid_input" });
  await expect(importEsco(context(), { folder: path.join("lib", "adapters", "esco") })).rejects.toMatchObject({
    code: "invalid_input",
  });
});

describe("the linker over what was imported", () => {
  test("there is none before an import", async () => {
    expect(await loadEscoLinker(context(), "skill")).toBeNull();
  });

  test("phrases link in both languages", async () => {
    await importEsco(context(), { folder: BUNDLE });
    const linker = await loadEscoLinker(context(), "skill");
    if (linker === null) throw new Error("The bundle was imported.");
    expect(linkPhrase(linker, "able to work in a team", "en", { take: 1 })).toMatchObject([
      { uri: skill(1), method: "label" },
    ]);
    expect(linkPhrase(linker, "capacidad de trabajar en equipos", "es", { take: 1 })).toMatchObject([
      { uri: skill(1), label: "trabajar en equipo" },
    ]);
  });
});

const real = path.resolve(env().EVAL_DATA_DIR, "taxonomy");
const OLD = ["skills_en", "skills_es", "occupations_en", "occupations_es", "broader_skills"].map(
  (name) => `esco10_${name}.csv.gz`,
);
test.skipIf(!OLD.every((file) => existsSync(path.join(real, file))))(
  "the real tables of version 1.0 are read whole",
  async () => {
    const own = path.join(folder, "esco-v1.0");
    mkdirSync(own);
    for (const file of OLD) symlinkSync(path.join(real, file), path.join(own, file));
    const result = await importEsco(context(), { folder: own });
    // Version 1.0 has a few concepts without an English label.
    expect(result.rejected).toBeLessThan(20);
    expect(result.concepts).toBeGreaterThan(16_000);
    expect(result.relations).toBeGreaterThan(7_000);
    const both = await database.db.escoConcept.count({ where: { labelEn: { not: null }, labelEs: { not: null } } });
    expect(both).toBeGreaterThan(15_000);
  },
  120_000,
);
