import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoBoard, startDemoBoard } from "@/demo-board/server";
import { placeOf } from "@/lib/adapters/storage/content-store";
import { createFolderStore } from "@/lib/adapters/storage/folder-store";
import type { SystemContext } from "@/lib/services/context/context";
import { runScrape } from "@/lib/services/pipeline/run-daily";
import { runImport } from "@/lib/services/postings/run-import";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { demoRows } from "@/test/import-files";
import { pipelineContext } from "@/test/pipeline-context";
import { replayRun } from "./replay-run";

const DAYS = ["2026-09-21", "2026-10-21"] as const;
const folder = mkdtempSync(path.join(tmpdir(), "atalaya-replay-test-"));
const raw = createFolderStore(folder);

let database: TestDatabase;
let board: DemoBoard;
const runIds: string[] = [];

function contextAt(day: string): SystemContext {
  const env = { SCRAPE_EXEMPT_ORIGIN: board.origin };
  return { ...pipelineContext({ db: database.db, now: new Date(`${day}T12:00:00Z`), env }), raw };
}

const ctx = () => contextAt("2026-11-21");
const replay = (id: string) => replayRun(ctx(), id, { trigger: "cli" });

beforeAll(async () => {
  database = await createTestDatabase();
  board = await startDemoBoard({ anchor: "2026-11-21" });
  for (const day of DAYS) {
    const at = contextAt(day);
    const config = {
      id: "demo",
      name: "Demo board",
      adapter: "demo",
      startUrls: [`${board.origin}/d/${day}/jobs`],
      params: { detailPaths: ["/d/*/jobs/*", "/d/*/private/*"] },
      politeness: { concurrencyPerHost: 8, minIntervalMs: 0 },
    };
    await ensureSource(at, config, { isDemo: true });
    runIds.push((await runScrape(at, "demo", { trigger: "cli" })).runId);
  }
  await board.close();
});

afterAll(() => database.close());

test("a run over the demo board replays to identical hashes, without the board", async () => {
  for (const id of runIds) {
    const { result, status, runId } = await replay(id);
    expect(result.reasons).toEqual([]);
    expect(result.differences).toEqual([]);
    expect(result).toMatchObject({ outcome: "identical", findings: [], advertsSetAside: 0 });
    expect(result.adverts).toBeGreaterThan(100);
    expect(result.stages.map(({ stage, same }) => [stage, same])).toEqual([
      ["documents", true],
      ["parse", true],
      ["postings", true],
      ["enrich", true],
    ]);
    expect(status).toBe("succeeded");
    expect(await database.db.run.findUnique({ where: { id: runId } })).toMatchObject({ kind: "replay", replayOfId: id });
  }
});
