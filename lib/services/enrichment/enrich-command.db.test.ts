import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeModelServer, startFakeModel } from "@/lib/adapters/llm/fixtures/fake-model-server";
import { enrichPostings } from "./enrich-postings";
import { importFiles } from "@/lib/services/postings/import-files";
import { withRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { IMPORT_RUN } from "@/test/import-and-read";
import { writeImportRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { runCli } from "@/test/run-cli";

const SLOW_MS = 120_000;
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-cli-enrich-"));
let database: TestDatabase;
let fake: FakeModelServer;
beforeAll(async () => {
  database = await createTestDatabase();
  fake = await startFakeModel({
    answer: ({ purpose }) =>
      purpose === "summarise"
        ? { sentences: [] }
        : { title: null, seniority: null, workplace: null, employmentType: null, salary: null, skills: ["zorblat"] },
  });
});
afterAll(async () => {
  await fake.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (env: Record<string, string>, ...args: string[]) =>
  runCli(["postings", "enrich", ...args], { env: { DATABASE_URL: database.url, ATALAYA_HOME: folder, ...env } });
const modelled = () => ({ ENRICHMENT_LLM: "on", LLM_LOCAL_BASE_URL: fake.baseUrl, LLM_LOCAL_MODEL: "small" });

const NOW = new Date("2026-11-20T12:00:00Z");

beforeAll(async () => {
  const ctx = pipelineContext({ db: database.db, now: NOW });
  const row = { source: "board", id: "1", title: "Baker", company: "Loaf", date: "2026-11-01" };
  const description = "Requirements\nYou know zorblat and keep the ovens clean.";
  await withRun(ctx, IMPORT_RUN, async (recorder) => {
    await importFiles(ctx, recorder, [writeImportRows(folder, [{ ...row, description }])]);
    await enrichPostings(ctx, recorder);
  });
});

test(
  "what is not turned on ends with 2 and what to set",
  async () => {
    const off = await run({});
    expect(off).toMatchObject({ code: 2, stderr: expect.stringContaining("ENRICHMENT_LLM=on") });
  },
  SLOW_MS,
);

test(
  "a service that does not answer ends with 3, and the line says how far the run came",
  async () => {
    const down = await run({ ...modelled(), LLM_LOCAL_BASE_URL: "http://127.0.0.1:9/v1" });
    expect(down.code).toBe(3);
    expect(JSON.parse(down.stdout)).toMatchObject({ outcome: "unavailable", done: 0, failed: 1, left: 1 });
  },
  SLOW_MS,
);

test(
  "what waits for the rules' reading is counted, and the way on is named",
  async () => {
    const readings = { data: { readingVersion: "of earlier rules" } };
    const before = await database.db.postingVersion.findFirstOrThrow({ select: { readingVersion: true } });
    await database.db.postingVersion.updateMany(readings);
    const waiting = await run(modelled());
    await database.db.postingVersion.updateMany({ data: before });
    expect(JSON.parse(waiting.stdout)).toMatchObject({ outcome: "complete", done: 0, left: 0, waiting: 1 });
    expect(waiting.stderr).toContain("postings reread");
  },
  SLOW_MS,
);

test(
  "what the model read is told on one line, with its cost",
  async () => {
    const read = await run(modelled(), "--limit", "5");
    expect(read.code).toBe(0);
    expect(JSON.parse(read.stdout)).toMatchObject({
      status: "succeeded",
      outcome: "complete",
      done: 1,
      left: 0,
      models: ["small (local)"],
      costUsd: 0,
    });
  },
  SLOW_MS,
);
