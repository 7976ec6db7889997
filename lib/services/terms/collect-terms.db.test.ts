import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SystemContext } from "@/lib/services/context/context";
import { importFiles } from "@/lib/services/postings/import-files";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { withRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { writeImportRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { collectTerms } from "./collect-terms";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-terms-"));
const NOW = new Date("2026-11-20T12:00:00Z");
let database: TestDatabase;
let ctx: SystemContext;

const row = (id: number, company: string, text: string) => ({
  source: "board",
  id: String(id),
  title: `Post ${id}`,
  company,
  location: "Vigo",
  date: "2026-11-01",
  description: `Advert number ${id} of this employer for its workshop number ${id * 7}. ${text}`,
});
const ROWS = [
  row(1, "Uno S.A.", "You work with Java, Zorblat, Kotlin and PostgreSQL."),
  row(2, "Dos S.A.", "Trabajas con Python, Zorblat, Docker y Madrid."),
  row(3, "Tres S.A.", "You like Java, Zorblat, Kotlin, Madrid and Uno S.A."),
  row(4, "Tres S.A.", "You like Java, Madrid, Kotlin and Quixel."),
];

async function run(deadline: Date | null = null) {
  return withRun(ctx, IMPORT_RUN, async (recorder) => {
    await enrichPostings(ctx, recorder);
    return collectTerms(ctx, recorder, deadline);
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: NOW });
  await withRun(ctx, IMPORT_RUN, (recorder) => importFiles(ctx, recorder, [writeImportRows(folder, ROWS)]));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test("stopped by the deadline, nothing is written", async () => {
  expect((await run(new Date(0))).result).toBe(false);
  expect(await database.db.skillCandidate.count()).toBe(0);
});

test("terms of at least three postings are kept with their examples; places are none", async () => {
  expect((await run()).result).toBe(true);
  const kept = await database.db.skillCandidate.findMany();
  expect(kept).toMatchObject([{ key: "zorblat", term: "Zorblat", postings: 3, state: "open" }]);
  expect(kept[0]?.examples).toMatchObject({ employers: 3, examples: { length: 3 } });
});

test("again nothing changes, and counting anew gives the same and leaves decisions alone", async () => {
  const before = await database.db.skillCandidate.findMany();
  await run();
  expect(await database.db.skillCandidate.findMany()).toEqual(before);
  await database.db.skillCandidate.update({ where: { key: "zorblat" }, data: { state: "rejected", postings: 9 } });
  const stale = { examples: [], postings: 3, firstSeenAt: NOW, lastSeenAt: NOW };
  await database.db.skillCandidate.create({ data: { key: "old", term: "Old", ...stale } });
  await database.db.setting.deleteMany({ where: { key: "terms.collected" } });
  await run();
  expect(await database.db.skillCandidate.findMany()).toMatchObject([
    { key: "zorblat", postings: 3, state: "rejected" },
  ]);
});
