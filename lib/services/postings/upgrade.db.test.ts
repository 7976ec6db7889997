import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase, type Db } from "@/lib/adapters/db/client";
import { applyMigrations } from "@/lib/adapters/db/migrate";
import { writeRows } from "@/lib/adapters/db/write-rows";
import { serveDatabase } from "@/lib/adapters/embedded/serve-database";
import { parseImportRow } from "@/lib/adapters/sources/file/import-row";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { foldLabel } from "@/lib/core/kernel/fold";
import { absorbAdverts } from "@/lib/core/pipeline/absorb-adverts";
import { prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import { silentLogger } from "@/lib/observability/logger";
import { processPostings } from "@/lib/services/pipeline/run-daily";
import { withRun } from "@/lib/services/runs/with-run";
import { IMPORT_RUN } from "@/test/import-and-read";
import { pipelineContext } from "@/test/pipeline-context";
import { MIGRATIONS } from "@/test/template";
import { importFiles } from "./import-files";

const OCTOBER = new Date("2026-10-05T12:00:00Z");
const NOVEMBER = new Date("2026-11-05T12:00:00Z");
const TEXT = Array.from(
  { length: 12 },
  (_, at) => `Duty ${at}: you plan bay ${at * 7} and write the count of pallets for shift ${at * 3}.`,
).join("\n");

const row = (id: string, source: string, more: object = {}) => ({
  source,
  id,
  title: "Cold store supervisor",
  company: "Bacalao Norte S.A.",
  location: "Vigo",
  date: "2026-10-01",
  description: TEXT,
  ...more,
});
const BAKER = {
  title: "Baker",
  company: "Panes del Sur",
  location: "Cádiz",
  description: `At night.\n${TEXT}\nBread.`,
};
/** What was there before: one job at two boards, and another one. */
const OLD = [row("1", "board"), row("2", "agency"), row("3", "board", BAKER)];

let served: Awaited<ReturnType<typeof serveDatabase>>;
let connection: ReturnType<typeof connectDatabase>;
let db: Db;
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-upgrade-"));

const without = (rows: readonly object[], columns: readonly string[]) =>
  rows.map((one) => Object.fromEntries(Object.entries(one).filter(([column]) => !columns.includes(column))));

/** Rows as the first release wrote them: a company's identity was its folded name, and nothing said who worded a version. */
async function writeAsFirstRelease(): Promise<void> {
  const sources = ["file:board", "file:agency"];
  for (const id of sources)
    await db.$executeRaw`INSERT INTO "Source" ("id", "adapter", "name", "config", "createdAt") VALUES (${id}, 'file', ${id}, '{}', ${OCTOBER})`;
  for (const id of sources)
    await db.$executeRaw`INSERT INTO "RawDocument" ("id", "sourceId", "url", "fetchedAt", "contentHash", "bytes") VALUES (${`raw-${id}`}, ${id}, 'file:old', ${OCTOBER}, ${"0".repeat(64)}, 1)`;
  const adverts = OLD.map((line, at) => {
    const reading = parseImportRow(line, { defaultSource: "board" });
    if (reading.kind === "rejected") throw new Error(reading.reason);
    const sourceId = `file:${line.source}`;
    return prepareAdvert(reading.row, {
      sourceId,
      isDemo: false,
      rawDocumentId: `raw-${sourceId}`,
      rawLocator: String(at),
    });
  });
  const plan = absorbAdverts({ listings: [], postings: [], versions: [], companyAliases: [] }, adverts, OCTOBER);
  const companies = plan.companies.map(({ name, createdAt }) => {
    const foldedName = foldLabel(name);
    return { id: derivedId("company", foldedName), name, foldedName, createdAt };
  });
  const companyOf = new Map(plan.companies.map(({ id }, at) => [id, companies[at]?.id ?? null]));
  const postings = plan.postings.map((posting) => ({
    ...posting,
    companyId: companyOf.get(posting.companyId ?? "") ?? null,
    skillIds: [],
  }));
  const none = { key: ["id"], update: [] };
  await writeRows(db, "Company", companies, none);
  await writeRows(db, "Place", plan.places, none);
  await writeRows(db, "Posting", without(postings, ["placeIds", "refreshedCount", "reopenedCount"]), none);
  await writeRows(db, "PostingVersion", without(plan.versions, ["listingId"]), none);
  await writeRows(db, "Listing", without(plan.listings, ["joinDetail", "missedAt"]), none);
}

async function take(rows: readonly object[], now: Date) {
  const file = path.join(folder, `${now.getTime()}.jsonl`);
  writeFileSync(file, rows.map((line) => JSON.stringify(line)).join("\n"));
  const ctx = pipelineContext({ db, now });
  const { runId } = await withRun(ctx, IMPORT_RUN, async (run) => {
    await importFiles(ctx, run, [file]);
    await processPostings(ctx, run);
  });
  return db.run.findUniqueOrThrow({ where: { id: runId } });
}

beforeAll(async () => {
  served = await serveDatabase({});
  connection = connectDatabase(served.url, { poolMax: 4 });
  db = connection.db;
  const migrations = path.join(folder, "migrations");
  const [first = ""] = readdirSync(MIGRATIONS).sort();
  cpSync(path.join(MIGRATIONS, first), path.join(migrations, first), { recursive: true });
  await applyMigrations(served.url, migrations, silentLogger);
  await writeAsFirstRelease();
  await applyMigrations(served.url, MIGRATIONS, silentLogger);
});
afterAll(async () => {
  await connection.close();
  await served.close();
  rmSync(folder, { recursive: true });
});

test("rows of the first release get their places, their versions' listings and their companies' spellings", async () => {
  const [posting] = await db.posting.findMany({
    where: { title: "Cold store supervisor" },
    include: { versions: true },
  });
  expect(posting?.placeIds).toEqual([posting?.placeId]);
  expect(posting?.versions.map(({ listingId }) => listingId)).toEqual([derivedId("listing", "file:board", "1")]);
  const spellings = await db.companyAlias.findMany({ orderBy: { foldedName: "asc" } });
  expect(spellings.map(({ name }) => name)).toEqual(["Bacalao Norte S.A.", "Panes del Sur"]);
});

test("a newer import goes on from them: the same adverts are known, new spellings of an employer meet the old one", async () => {
  const before = (await db.posting.findMany({ orderBy: { id: "asc" } })).map(({ id }) => id);
  const run = await take([...OLD, row("4", "other", { company: "BACALAO NORTE" })], NOVEMBER);
  expect(run).toMatchObject({ status: "succeeded", counts: { postings: { done: 4, unchanged: 3 } } });
  const after = await db.posting.findMany({ orderBy: { id: "asc" }, include: { listings: true, company: true } });
  expect(after.map(({ id }) => id)).toEqual(before);
  const supervisor = after.find(({ title }) => title === "Cold store supervisor");
  expect(supervisor?.listings.map(({ externalId }) => externalId).sort()).toEqual(["1", "2", "4"]);
  const companies = await db.company.findMany({ include: { aliases: true }, orderBy: { name: "asc" } });
  expect(companies.map(({ aliases }) => aliases.map(({ name }) => name).sort())).toEqual([
    ["BACALAO NORTE", "Bacalao Norte S.A."],
    ["Panes del Sur"],
  ]);
});

test("and a third one changes nothing more", async () => {
  const run = await take(OLD, new Date("2026-11-06T12:00:00Z"));
  expect(run).toMatchObject({ counts: { postings: { done: 3, unchanged: 3 } } });
  expect(await db.company.count()).toBe(2);
  expect(await db.posting.count()).toBe(2);
});
