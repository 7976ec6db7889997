import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { postingFilter } from "@/lib/core/postings/posting-filter";
import { importFiles } from "@/lib/services/postings/import-files";
import { toWhere } from "@/lib/services/postings/list-postings";
import { countPostings } from "@/lib/adapters/db/queries/posting-reads";
import { countPostingCountries } from "@/lib/adapters/db/queries/places";
import { withRun } from "@/lib/services/runs/with-run";
import { clearAcquired } from "@/test/clear-acquired";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { writeImportRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { temporaryFolder } from "@/test/temporary-folder";
import { resolvePlaces } from "./resolve-places";

const folder = temporaryFolder();
const NOW = new Date("2026-11-05T12:00:00Z");
const STATE = "places.resolved";

let database: TestDatabase;

const row = (id: string, location: string | null) => ({
  source: "sur",
  id,
  title: `Panadera ${id}`,
  company: "Hornos Quintana",
  location,
  date: "2026-10-01",
  lang: "es",
  description: `Amasar y hornear desde las cinco, limpiar la mesa y atender el mostrador en el turno ${id}.`,
});

async function take(rows: readonly object[], deadline: Date | null = null) {
  const ctx = pipelineContext({ db: database.db, now: NOW });
  const { result } = await withRun(ctx, IMPORT_RUN, async (run) => {
    if (rows.length > 0) await importFiles(ctx, run, [writeImportRows(folder, rows)]);
    const isComplete = await resolvePlaces(ctx, run, deadline);
    return { isComplete, ...run.counts["places"] };
  });
  return result;
}

const places = () => database.db.place.findMany({ orderBy: { name: "asc" } });
const matching = (query: Record<string, string>) =>
  countPostings(database.db, toWhere(postingFilter.parse(query), NOW));

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clearAcquired(database.db);
  await database.db.place.deleteMany({});
  await database.db.setting.deleteMany({ where: { key: STATE } });
});

test("words of a place become country, region, city and coordinates; unknown words stay as they are", async () => {
  const counts = await take([row("1", "Rosario, Santa Fe"), row("2", "Remoto"), row("3", "Chile")]);
  expect(counts).toMatchObject({ isComplete: true, done: 3, changed: 2 });
  expect(await places()).toMatchObject([
    { name: "Chile", country: "CL", region: null, city: null, latitude: null },
    { name: "Remoto", country: null, region: null, city: null },
    { name: "Rosario, Santa Fe", country: "AR", region: "Santa Fe", city: "Rosario" },
  ]);
});

test("a posting without a country has that of its place, and is found by country, city and region", async () => {
  await take([row("1", "Rosario, Santa Fe"), row("2", "Chile"), row("3", null)]);
  expect(await countPostingCountries(database.db)).toEqual([
    { country: "AR", postings: 1 },
    { country: "CL", postings: 1 },
  ]);
  expect(await matching({ country: "AR" })).toBe(1);
  expect(await matching({ place: "rosario" })).toBe(1);
  expect(await matching({ place: "santa fe" })).toBe(1);
  expect(await matching({ country: "PE" })).toBe(0);
});

test("a second call looks only at what has no country, and changes nothing", async () => {
  await take([row("1", "Rosario, Santa Fe"), row("2", "Remoto")]);
  const before = await places();
  expect(await take([])).toEqual({ isComplete: true, done: 1 });
  expect(await places()).toEqual(before);
});

test("under another version everything is resolved again, from where a killed call left off", async () => {
  await take([row("1", "Rosario, Santa Fe"), row("2", "Lima, Perú")]);
  await database.db.place.updateMany({ data: { city: "Wrong" } });
  await database.db.setting.update({ where: { key: STATE }, data: { value: { version: "older", after: null } } });
  expect(await take([])).toMatchObject({ isComplete: true, done: 2, changed: 2 });
  expect((await places()).map(({ city }) => city)).toEqual(["Lima", "Rosario"]);

  const [first] = await database.db.place.findMany({ orderBy: { id: "asc" } });
  const state = await database.db.setting.findUniqueOrThrow({ where: { key: STATE } });
  const { version } = z.object({ version: z.string() }).parse(state.value);
  const value = { version, after: first?.id ?? "" };
  await database.db.setting.update({ where: { key: STATE }, data: { value } });
  expect(await take([])).toMatchObject({ isComplete: true, done: 1 });
});

test("a deadline that has passed leaves all as it was, and says so", async () => {
  const result = await take([row("1", "Rosario, Santa Fe")], new Date("2026-11-05T11:59:00Z"));
  expect(result.isComplete).toBe(false);
  expect(await places()).toMatchObject([{ country: null }]);
});
