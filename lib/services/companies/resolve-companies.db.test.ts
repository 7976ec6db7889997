import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { dedupePostings } from "@/lib/services/postings/dedupe-postings";
import { importFiles } from "@/lib/services/postings/import-files";
import { withRun } from "@/lib/services/runs/with-run";
import { clearAcquired } from "@/test/clear-acquired";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { writeImportRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { temporaryFolder } from "@/test/temporary-folder";
import { resolveCompanies } from "./resolve-companies";

const folder = temporaryFolder();
const NOW = new Date("2026-11-05T12:00:00Z");
const DUTIES =
  "You keep the boilers of a small dairy in order, read the gauges every hour, and call the fitter before anything whistles. You need a boiler licence and three years beside one.";

let database: TestDatabase;
let runId = "";

const row = (id: string, company: string, more: object = {}) => ({
  source: "norte",
  id,
  title: `Boiler attendant ${id}`,
  company,
  location: "Rosario",
  date: "2026-10-01",
  lang: "en",
  description: `${DUTIES} Shift ${id}.`,
  ...more,
});

async function take(rows: readonly object[], now = NOW): Promise<Record<string, number>> {
  const ctx = pipelineContext({ db: database.db, now });
  const { result, runId: id } = await withRun(ctx, IMPORT_RUN, async (run) => {
    if (rows.length > 0) await importFiles(ctx, run, [writeImportRows(folder, rows)]);
    expect(await dedupePostings(ctx, run)).toBe(true);
    expect(await resolveCompanies(ctx, run)).toBe(true);
    return { ...run.counts["companies"] };
  });
  runId = id;
  return result;
}

const companies = () =>
  database.db.company.findMany({
    include: { aliases: true, _count: { select: { postings: true } } },
    orderBy: { name: "asc" },
  });
const names = async () => (await companies()).map(({ name }) => name);

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clearAcquired(database.db));

test("one company under two spellings has its postings and its spellings in one place, with the reason", async () => {
  const counts = await take([
    row("1", "Lácteos Monte Verde S.A."),
    row("2", "Lacteos MonteVerde"),
    row("3", "Lácteos Monte Verde"),
    row("4", "Otra Quesería"),
  ]);
  expect(counts).toMatchObject({ joined: 1 });
  expect(await names()).toHaveLength(2);
  const [one] = await companies();
  expect(one?._count.postings).toBe(3);
  expect(one?.aliases.map(({ foldedName, reason }) => [foldedName, reason])).toEqual(
    expect.arrayContaining([
      ["lacteos monte verde", "same_name"],
      ["lacteos monte verde s.a.", "suffix"],
      ["lacteos monteverde", "letters"],
    ]),
  );
  const event = await database.db.runEvent.findFirstOrThrow({ where: { runId, kind: "company.joined" } });
  expect(event).toMatchObject({ stage: "companies", reason: "letters" });
  expect(event.message).toContain("the same letters");
});

test("nothing is done where nothing changed, and a spelling of a joined company finds it again", async () => {
  await take([row("1", "Lácteos Monte Verde"), row("2", "Lacteos MonteVerde")]);
  const before = await companies();
  expect(await take([])).toEqual({ done: 0 });
  expect(await companies()).toEqual(before);
  await take([row("5", "LacteosMonteVerde SRL")]);
  expect(await names()).toHaveLength(1);
  expect((await companies())[0]?._count.postings).toBe(3);
});

test("two names on one site of their own are one company; on a board's site they stay two", async () => {
  await take([
    row("1", "Quesos Tres Lunas", { url: "https://careers.treslunas.com.ar/1" }),
    row("2", "Tres Lunas Queserías Argentinas", { url: "https://www.treslunas.com.ar/empleos/2" }),
    row("3", "Quesos Tres Lunas", { url: "https://careers.treslunas.com.ar/3" }),
    row("4", "Panes del Alba", { url: "https://www.computrabajo.com/4" }),
    row("5", "Hornos Quintana", { url: "https://www.computrabajo.com/5" }),
  ]);
  const found = await companies();
  expect(found.map(({ name }) => name)).toEqual(["Hornos Quintana", "Panes del Alba", "Quesos Tres Lunas"]);
  expect(found.map(({ domain }) => domain)).toEqual([null, null, "treslunas.com.ar"]);
});

test("whoever writes for clients is an agency; its name or its texts say so", async () => {
  const client = "Para nuestro cliente, una empresa de lácteos de la zona, buscamos a quien cuide las calderas.";
  await take([
    row("1", "Aurora Recursos Humanos"),
    row("2", "Lucero Vidal", { description: `${client} ${DUTIES} a`, title: "Calderista" }),
    row("3", "Lucero Vidal", { description: `${client} Turno de noche, ${DUTIES} b`, title: "Calderista de noche" }),
    row("4", "Quesos Tres Lunas"),
  ]);
  expect((await companies()).map(({ name, kind }) => [name, kind])).toEqual([
    ["Aurora Recursos Humanos", "agency"],
    ["Lucero Vidal", "agency"],
    ["Quesos Tres Lunas", "employer"],
  ]);
});

test("companies of before keys were made come out under their keys, and hidden ones as nobody", async () => {
  await take([row("1", "Quesos Tres Lunas S.A."), row("2", "Panes del Alba")]);
  const old = [
    { name: "Quesos Tres Lunas SA", foldedName: "quesos tres lunas sa" },
    { name: "Molinos Ceibo S.R.L.", foldedName: "molinos ceibo s.r.l." },
    { name: "Confidencial", foldedName: "confidencial" },
  ];
  const postings = await database.db.posting.findMany({ orderBy: { id: "asc" } });
  for (const [at, legacy] of old.entries()) {
    const id = derivedId("company", legacy.foldedName);
    await database.db.company.create({ data: { id, ...legacy, createdAt: new Date("2026-01-01T00:00:00Z") } });
    await database.db.companyAlias.create({
      data: { ...legacy, companyId: id, reason: "same_name", createdAt: new Date("2026-01-01T00:00:00Z") },
    });
    const posting = postings[at % postings.length];
    if (at < 2) await database.db.posting.update({ where: { id: posting?.id ?? "" }, data: { companyId: id } });
  }
  await take([row("3", "Quesos Tres Lunas SA"), row("4", "Molinos Ceibo S.R.L.")]);
  for (const { id, foldedName } of await companies()) expect(id).toBe(derivedId("company", foldedName));
  expect(await names()).toEqual(expect.arrayContaining(["Molinos Ceibo S.R.L."]));
  expect(await names()).not.toContain("Confidencial");
  expect((await names()).filter((name) => name.startsWith("Quesos"))).toHaveLength(1);
});

test("a company that nothing names any more goes; one that only a second listing names stays", async () => {
  await take([row("1", "Quesos Tres Lunas"), row("2", "Panes del Alba")]);
  await database.db.posting.deleteMany({ where: { company: { name: "Panes del Alba" } } });
  await take([row("3", "Quesos Tres Lunas")]);
  expect(await names()).toEqual(["Quesos Tres Lunas"]);
});
