import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { demoRows } from "@/test/import-files";
import { runCli } from "@/test/run-cli";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-cli-replay-"));
const file = path.join(folder, "rows.jsonl");
let database: TestDatabase;
const runs: string[] = [];

const run = (args: readonly string[]) =>
  runCli(args, { env: { DATABASE_URL: database.url, ATALAYA_HOME: folder, EMBEDDING_PROVIDER: "hash" } });
const lines = (stdout: string) =>
  stdout
    .trim()
    .split("\n")
    .map((line) => z.looseObject({}).parse(JSON.parse(line)));

async function importRows(rows: readonly string[]): Promise<void> {
  writeFileSync(file, `${rows.join("\n")}\n`);
  const { stdout } = await run(["import", "postings", file, "--now", `2026-06-3${runs.length}`, "--no-process"]);
  runs.push(z.object({ runId: z.string() }).parse(JSON.parse(stdout)).runId);
}

beforeAll(async () => {
  database = await createTestDatabase();
  await importRows(demoRows(4));
  await importRows(demoRows(6));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

test("replay and verify answer one line and end with 0; an unknown run ends with 2", async () => {
  const replayed = await run(["run", "replay", runs[0] ?? ""]);
  expect(replayed).toMatchObject({ code: 0 });
  expect(lines(replayed.stdout)).toMatchObject([{ outcome: "identical", replayOf: runs[0], adverts: 4, reasons: [] }]);
  const verified = await run(["run", "verify", runs[0] ?? ""]);
  expect(verified.code).toBe(0);
  expect(lines(verified.stdout)).toMatchObject([{ outcome: "whole", runId: runs[0], adverts: 4, findings: [] }]);
  for (const command of ["replay", "verify"]) expect((await run(["run", command, "nope"])).code).toBe(2);
  const listed = await run(["run", "list", "--limit", "1"]);
  expect(lines(listed.stdout)).toMatchObject([{ kind: "replay", status: "succeeded" }]);
});

test("diff answers a line of figures and one a posting", async () => {
  const { code, stdout } = await run(["run", "diff", ...runs]);
  const [figures, ...postings] = lines(stdout);
  expect(code).toBe(0);
  expect(figures).toMatchObject({ counts: { new: 2, changed: 0, same: 4 }, versions: [] });
  expect(postings.map((posting) => posting["diff"])).toEqual(["new", "new"]);
});

test("a changed byte in the raw store ends replay and verify with 4, and is named on standard error", async () => {
  const stored = path.join(folder, "raw");
  const { artefacts } = z
    .object({ artefacts: z.object({ manifest: z.object({ hash: z.string() }) }) })
    .parse(await database.db.run.findUniqueOrThrow({ where: { id: runs[0] ?? "" } }));
  const document = await database.db.runDocument.findFirstOrThrow({
    where: { runId: runs[0] ?? "" },
    include: { rawDocument: true },
  });
  const { contentHash } = document.rawDocument;
  expect(artefacts.manifest.hash).not.toBe(contentHash);
  expect(readdirSync(path.join(stored, contentHash.slice(0, 2)))).toContain(`${contentHash.slice(2)}.gz`);
  writeFileSync(path.join(stored, contentHash.slice(0, 2), `${contentHash.slice(2)}.gz`), gzipSync("other rows"));
  for (const command of ["replay", "verify"]) {
    const { code, stderr } = await run(["run", command, runs[0] ?? ""]);
    expect(code).toBe(4);
    expect(stderr).toContain(document.rawDocumentId);
    expect(stderr).toContain(contentHash);
  }
});
