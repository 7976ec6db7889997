import { createReadStream, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { createGunzip, gunzipSync, gzipSync } from "node:zlib";
import { runImport } from "@/lib/services/postings/run-import";
import { replayRun } from "@/lib/services/runs/replay-run";
import { createTestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { demoRows } from "@/test/import-files";
import { findData } from "../evaluation-data";
import type { Measured } from "../scoreboard";

const ROWS_OF_A_FILE = 25;
const NOW = new Date("2026-11-21T12:00:00Z");

type Found = { n: number; identical: boolean; named: boolean };

/** The first rows of a file, which is not read further. */
async function firstRows(file: string): Promise<string[]> {
  const source = createReadStream(file);
  const rows: string[] = [];
  for await (const line of createInterface({ input: file.endsWith(".gz") ? source.pipe(createGunzip()) : source })) {
    rows.push(line);
    if (rows.length === ROWS_OF_A_FILE) break;
  }
  source.destroy();
  return rows;
}

/** Changes one byte in the middle of a kept content. */
function flipByte(folder: string, hash: string): void {
  const file = path.join(folder, hash.slice(0, 2), `${hash.slice(2)}.gz`);
  const bytes = gunzipSync(readFileSync(file));
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, gzipSync(bytes));
}

async function importAndReplay(rows: readonly string[]): Promise<Found> {
  const folder = mkdtempSync(path.join(tmpdir(), "atalaya-quality-replay-"));
  const database = await createTestDatabase();
  try {
    const file = path.join(folder, "rows.jsonl");
    writeFileSync(file, `${rows.join("\n")}\n`);
    const ctx = pipelineContext({ db: database.db, now: NOW });
    const { runId } = await runImport(ctx, { files: [file], process: true, embed: false });
    const { result } = await replayRun(ctx, runId, { trigger: "cli" });
    const { rawDocument } = await database.db.runDocument.findFirstOrThrow({
      where: { runId },
      include: { rawDocument: true },
    });
    flipByte(ctx.home.raw, rawDocument.contentHash);
    const tampered = (await replayRun(ctx, runId, { trigger: "cli" })).result;
    const named = tampered.findings.some(
      ({ id, fault, expected, found }) =>
        id === rawDocument.id && fault === "changed" && expected === rawDocument.contentHash && found !== expected,
    );
    return { n: result.adverts, identical: result.outcome === "identical", named };
  } finally {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function rowsOf(dataset: string, found: Found | null): Measured[] {
  const row = (metric: string, value: boolean | null): Measured => ({
    suite: "determinism",
    dataset,
    n: found?.n ?? 0,
    metric,
    value: value === null ? null : value ? 1 : 0,
    baseline: null,
  });
  return [row("replay identical", found?.identical ?? null), row("one changed byte named", found?.named ?? null)];
}

/** Imports of rows made of the demo board's adverts and of real postings, replayed as they are and with one byte changed: 1 where all is as it should be. */
export async function measureReplay(): Promise<Measured[]> {
  const rows = rowsOf("demo-rows", await importAndReplay(demoRows(200)));
  const folder = findData("postings");
  if (folder === null || !statSync(folder).isDirectory()) return [...rows, ...rowsOf("real-postings", null)];
  const files = readdirSync(folder)
    .filter((name) => /\.jsonl(\.gz)?$/.test(name))
    .sort();
  const real: string[] = [];
  for (const name of files) real.push(...(await firstRows(path.join(folder, name))));
  return [...rows, ...rowsOf("real-postings", await importAndReplay(real))];
}
