import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FakeModelServer, startFakeModel } from "@/lib/adapters/llm/fixtures/fake-model-server";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { writeImportRows } from "@/test/import-files";
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

const run = (args: string[], env: Record<string, string> = {}) =>
  runCli(args, { env: { DATABASE_URL: database.url, ATALAYA_HOME: folder, ...env } });
const modelled = () => ({ ENRICHMENT_LLM: "on", LLM_LOCAL_BASE_URL: fake.baseUrl, LLM_LOCAL_MODEL: "small" });

test(
  "postings are read by the model on one line; a service that does not answer ends with 3, and one that is not turned on with 2",
  async () => {
    const row = { source: "board", id: "1", title: "Baker", company: "Loaf", date: "2026-11-01" };
    const file = writeImportRows(folder, [
      { ...row, description: "Requirements\nYou know zorblat and keep the ovens clean." },
    ]);
    expect((await run(["import", "postings", file, "--no-embed"])).code).toBe(0);

    const off = await run(["postings", "enrich"]);
    expect({ code: off.code, stderr: off.stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining("ENRICHMENT_LLM=on"),
    });
    expect((await run(["postings", "enrich", "--limit", "0"], modelled())).code).toBe(2);

    const down = await run(["postings", "enrich"], { ...modelled(), LLM_LOCAL_BASE_URL: "http://127.0.0.1:9/v1" });
    expect(down.code).toBe(3);
    expect(JSON.parse(down.stdout)).toMatchObject({ outcome: "unavailable", done: 0, failed: 1, left: 1 });

    const read = await run(["postings", "enrich", "--limit", "5"], modelled());
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
