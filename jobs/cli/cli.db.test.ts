import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { demoRows } from "@/test/import-files";
import { runCli } from "@/test/run-cli";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-cli-db-"));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function run(args: readonly string[], input = "") {
  const env = { DATABASE_URL: database.url, ATALAYA_HOME: folder, EMBEDDING_PROVIDER: "hash" };
  return runCli(args, { env, input });
}

const importAnswer = z.strictObject({
  runId: z.string(),
  status: z.enum(["succeeded", "partial", "failed"]),
  counts: z.record(z.string(), z.record(z.string(), z.number())),
  timings: z.record(z.string(), z.number()),
});

test("an import accounts for every row, names the rejected ones, and its run can be looked at", async () => {
  const file = path.join(folder, "rows.jsonl");
  const [first = "", ...rest] = demoRows(5);
  writeFileSync(file, `${[first, ...rest, first, "{broken"].join("\n")}\n`);
  const { code, stdout, stderr } = await run(["import", "postings", file, "--now", "2026-06-30"]);
  expect(code).toBe(2);
  expect(stderr).toContain("rows.jsonl, line 7");
  const answer = importAnswer.parse(JSON.parse(stdout));
  expect(answer.counts["import"]).toMatchObject({ read: 7, done: 6, failed: 1 });
  expect(answer.counts["postings"]).toMatchObject({ done: 6, duplicate_repeated_id: 1 });
  const shown = await run(["run", "show", answer.runId, "--events"]);
  const [run1, ...events] = shown.stdout
    .trim()
    .split("\n")
    .map((line) => z.looseObject({}).parse(JSON.parse(line)));
  expect(run1).toMatchObject({ id: answer.runId, kind: "import", trigger: "cli", status: "partial" });
  expect(events.some((event) => event["kind"] === "item.duplicate")).toBe(true);
  const listed = await run(["run", "list", "--limit", "1"]);
  expect(JSON.parse(listed.stdout)).toMatchObject({ id: answer.runId });
  expect((await run(["run", "show", "nope"])).code).toBe(2);
});

test("user create makes the first account an administrator, takes a password from standard input and refuses a weak one", async () => {
  const first = await run(["user", "create", "--email", "Ana@Example.com"]);
  expect(JSON.parse(first.stdout)).toMatchObject({
    email: "ana@example.com",
    role: "admin",
    password: expect.any(String),
  });
  const second = await run(
    ["user", "create", "--email", "eva@example.com", "--password-stdin"],
    "a long passphrase of mine\n",
  );
  expect(JSON.parse(second.stdout)).toEqual({ userId: expect.any(String), email: "eva@example.com", role: "user" });
  const weak = await run(["user", "create", "--email", "leo@example.com", "--password-stdin"], "short\n");
  expect(weak).toMatchObject({ code: 2, stdout: "" });
  expect(weak.stderr).toContain("too short");
});

test("doctor finds a healthy installation and says what every check saw", async () => {
  const { code, stdout, stderr } = await run(["doctor"]);
  const checks = stdout
    .trim()
    .split("\n")
    .map((line) =>
      z
        .strictObject({
          check: z.string(),
          status: z.enum(["ok", "warning", "failed"]),
          detail: z.string(),
          advice: z.string().nullable(),
        })
        .parse(JSON.parse(line)),
    );
  expect(checks.filter(({ status }) => status === "failed")).toEqual([]);
  expect(checks.map(({ check }) => check)).toEqual([
    "node",
    "port",
    "disk",
    "database",
    "extensions",
    "migrations",
    "embeddings",
    "llm",
    "queue",
    "sources",
  ]);
  expect(stderr).toContain("pgvector");
  expect(code).toBe(0);
});

test("scrape names a source that is not there, and one that does not answer ends with 3", async () => {
  expect((await run(["scrape", "--source", "nowhere"])).code).toBe(2);
  const env = {
    DATABASE_URL: database.url,
    ATALAYA_HOME: folder,
    EMBEDDING_PROVIDER: "hash",
    REMOTEOK_BASE_URL: "http://127.0.0.1:9",
  };
  const refused = await runCli(["scrape", "--source", "remoteok"], { env });
  expect(refused.code).toBe(3);
  expect(refused.stderr).toContain('"error":"unavailable"');
});
