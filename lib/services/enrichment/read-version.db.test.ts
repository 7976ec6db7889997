import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN, importAndRead } from "@/test/import-and-read";
import { pipelineContext } from "@/test/pipeline-context";
import { withRun } from "@/lib/services/runs/with-run";
import { enrichPostings } from "./enrich-postings";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-known-"));
const TEXT =
  "Buscamos una persona que ordene la bodega, reciba la mercadería y prepare los pedidos de cada mañana. Sueldo: $ 12.000 mensuales. Recibimos postulaciones hasta el 15 de enero.";
const row = (id: string, url: string) => ({
  source: "board",
  id,
  url,
  title: "Bodeguero",
  company: `Bodega ${id}`,
  location: "",
  date: "2026-11-20",
  description: `${TEXT} Aviso ${id}.`,
});

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const ctx = pipelineContext({ db: database.db, now: new Date("2026-11-21T12:00:00Z") });
  const rows = [row("mx", "https://www.bumeran.com.mx/empleos/1.html"), row("any", "https://jobs.example.com/1")];
  await importAndRead(ctx, folder, rows);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.close();
});

async function readAt(url: string) {
  const listing = await database.db.listing.findFirstOrThrow({ where: { url }, select: { posting: true } });
  const version = await database.db.postingVersion.findUniqueOrThrow({
    where: { id: listing.posting.currentVersionId },
  });
  return { posting: listing.posting, reading: version.reading };
}

test("an advert of a national board that names no place is of its country, and its pesos are that country's", async () => {
  const { posting } = await readAt("https://www.bumeran.com.mx/empleos/1.html");
  expect(posting).toMatchObject({ country: "MX", salaryMin: 12_000, salaryCurrency: "MXN", salaryPeriod: "month" });
});

test("the same words on an international board are of no country, and their sign of no currency", async () => {
  const { posting } = await readAt("https://jobs.example.com/1");
  expect(posting).toMatchObject({ country: null, salaryCurrency: null });
});

test("a last day without a year is the first such day after the one that the source states", async () => {
  expect((await readAt("https://jobs.example.com/1")).reading).toMatchObject({ validThrough: "2027-01-15" });
});

test("a version that cannot be read is told of, and keeps none beside it from being read", async () => {
  const ctx = pipelineContext({ db: database.db, now: new Date("2026-11-22T12:00:00Z") });
  const { posting } = await readAt("https://jobs.example.com/1");
  await database.db.postingVersion.updateMany({ data: { readingVersion: null } });
  await database.db.postingVersion.update({ where: { id: posting.currentVersionId }, data: { structured: 7 } });
  await withRun(ctx, IMPORT_RUN, (run) => enrichPostings(ctx, run));
  const versions = await database.db.postingVersion.findMany({ select: { id: true, readingVersion: true } });
  const unread = versions.filter(({ readingVersion }) => readingVersion === null).map(({ id }) => id);
  expect([versions.length, unread]).toEqual([2, [posting.currentVersionId]]);
});
