import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoBoard, startDemoBoard } from "@/demo-board/server";
import { seededRandom } from "@/lib/services/sources/seeded-random";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { runCrawl } from "@/test/run-crawl";
import { hashTables, type TableHash } from "@/test/table-hash";

const ANCHOR = "2026-11-21";
const DAYS = ["2026-08-21", "2026-09-21"];
const KILLS = 20;
/** When a process is killed, counted from its first word; a crawl with all stages takes longer than the shortest and less than the longest. */
const KILL_AFTER_MS = { least: 20, most: 3_500 };

let board: DemoBoard;
let whole: TestDatabase;
let killed: TestDatabase;

const crawl = (database: TestDatabase, day: string, killAfterMs?: number) =>
  runCrawl({ databaseUrl: database.url, origin: board.origin, day }, killAfterMs);

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
  for (const day of DAYS) {
    for (let attempt = 0; attempt < KILLS / DAYS.length; attempt += 1) {
      const ended = await crawl(killed, day, Math.round(least + random() * (most - least)));
      if (ended.signal === "SIGKILL") kills += 1;
      else expect(ended).toMatchObject({ code: 0, stderr: "" });
    }
    expect(await crawl(killed, day)).toMatchObject({ code: 0, stderr: "" });
  }
  // On a fast machine some end before their moment comes.
  expect(kills).toBeGreaterThan(KILLS / 4);
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
