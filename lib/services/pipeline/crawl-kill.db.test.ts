import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoBoard, startDemoBoard } from "@/demo-board/server";
import { seededRandom } from "@/lib/services/sources/seeded-random";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { hashTables, type TableHash } from "@/test/table-hash";

const ANCHOR = "2026-11-21";
const DAYS = ["2026-08-21", "2026-09-21"];
const KILLS = 20;
/** When a process is killed, counted from its first word; a crawl with all stages takes longer than the shortest and less than the longest. */
const KILL_AFTER_MS = { least: 20, most: 3_500 };
const ROOT = path.join(import.meta.dirname, "..", "..", "..");

let board: DemoBoard;
let whole: TestDatabase;
let killed: TestDatabase;

type Ending = { code: number | null; signal: NodeJS.Signals | null; stderr: string };

/** Crawls in a process of its own; with `killAfterMs` it gets SIGKILL so long after it began. */
async function crawl(database: TestDatabase, day: string, killAfterMs?: number): Promise<Ending> {
  const script = path.join(ROOT, "test", "crawl-once.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, database.url, board.origin, day], {
    cwd: ROOT,
    env: { ...process.env, LOG_LEVEL: "silent", NODE_NO_WARNINGS: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  if (killAfterMs !== undefined) child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), killAfterMs));
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve({ code, signal, stderr })));
}

beforeAll(async () => {
  board = await startDemoBoard({ anchor: ANCHOR });
  [whole, killed] = [await createTestDatabase(), await createTestDatabase()];
});
afterAll(async () => {
  await Promise.all([whole.close(), killed.close()]);
  await board.close();
});

const byName = (hashes: readonly TableHash[]) =>
  Object.fromEntries(hashes.map(({ table, rows, hash }) => [table, `${rows} ${hash}`]));

test(`crawls killed at ${KILLS} random moments and started again leave the tables of clean crawls`, async () => {
  for (const day of DAYS) expect(await crawl(whole, day)).toMatchObject({ code: 0, stderr: "" });
  const random = seededRandom("kill");
  const { least, most } = KILL_AFTER_MS;
  let kills = 0;
  for (const [index, day] of DAYS.entries()) {
    while (kills < (KILLS * (index + 1)) / DAYS.length) {
      const ended = await crawl(killed, day, Math.round(least + random() * (most - least)));
      if (ended.signal === "SIGKILL") kills += 1;
      else break;
    }
    expect(await crawl(killed, day)).toMatchObject({ code: 0, stderr: "" });
  }
  expect(kills).toBeGreaterThan(DAYS.length);
  expect(byName(await hashTables(killed.url))).toEqual(byName(await hashTables(whole.url)));
  expect(await killed.db.run.count({ where: { status: "running" } })).toBe(0);
}, 600_000);

test("two workers at once do nothing twice: one crawls, the other is told to wait", async () => {
  const day = "2026-10-21";
  const [one, other] = await Promise.all([crawl(killed, day), crawl(killed, day)]);
  expect([one.code, other.code].sort()).toEqual([0, 1]);
  expect(`${one.stderr}${other.stderr}`).toContain("being done already");
  expect(await killed.db.run.count({ where: { clock: new Date(`${day}T12:00:00Z`) } })).toBe(1);
  expect(await crawl(whole, day)).toMatchObject({ code: 0 });
  expect(byName(await hashTables(killed.url))).toEqual(byName(await hashTables(whole.url)));
}, 300_000);
