import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { demoRows, writeImportFiles } from "@/test/import-files";
import { runCli } from "@/test/run-cli";
import { hashTables } from "@/test/table-hash";

const ROWS = 200;
/** Words of the progress line at which the process is killed: in the middle of importing, and as each later stage begins. */
const MOMENTS = [
  ["import", "file.opened"],
  ["enrich", "stage.started"],
  ["embed", "stage.started"],
  ["statistics", "stage.started"],
  ["trends", "stage.started"],
] as const;

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-kill-"));
let whole: TestDatabase;
let killed: TestDatabase;
let files: string[];

beforeAll(async () => {
  files = writeImportFiles(folder, demoRows(ROWS));
  [whole, killed] = [await createTestDatabase(), await createTestDatabase()];
});

afterAll(async () => {
  await Promise.all([whole.close(), killed.close()]);
  rmSync(folder, { recursive: true, force: true });
});

function importInto(database: TestDatabase, name: string, killAt?: (line: string) => boolean) {
  const env = { DATABASE_URL: database.url, ATALAYA_HOME: path.join(folder, name), EMBEDDING_PROVIDER: "hash" };
  const args = ["import", "postings", ...files, "--now", "2026-06-30T12:00:00Z"];
  return runCli(args, { env, ...(killAt === undefined ? {} : { killAt }) });
}

test("an import that is killed five times and started again leaves the same tables as one that is not", async () => {
  expect(await importInto(whole, "whole")).toMatchObject({ code: 0 });
  for (const [stage, event] of MOMENTS) {
    const isMoment = (line: string) => line.includes(`"progress":"${stage}"`) && line.includes(event);
    // The second file, so that the first one's rows are stored already.
    let seen = 0;
    const ended = await importInto(
      killed,
      "killed",
      (line) => isMoment(line) && ++seen === (event === "file.opened" ? 2 : 1),
    );
    expect(ended, stage).toMatchObject({ signal: "SIGKILL" });
  }
  expect(await importInto(killed, "killed")).toMatchObject({ code: 0 });
  const expected = await hashTables(whole.url);
  expect(await hashTables(killed.url)).toEqual(expected);
  expect(expected.find(({ table }) => table === "Listing")?.rows).toBe(ROWS);
  const runs = await killed.db.run.groupBy({ by: ["status"], _count: true });
  expect(Object.fromEntries(runs.map((run) => [run.status, run._count]))).toEqual({ interrupted: 5, succeeded: 1 });
}, 300_000);
