import { stat } from "node:fs/promises";
import path from "node:path";
import { type ImportRow } from "@/lib/adapters/sources/file/import-row";
import { readPostingRows } from "@/lib/adapters/sources/file/read-posting-rows";
import { AppError } from "@/lib/core/kernel/app-error";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { type PreparedAdvert, prepareAdvert } from "@/lib/core/pipeline/prepare-advert";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { ABSORB_BATCH, absorbBatch } from "./absorb-batch";

const STAGE = "import";

type FileImport = {
  ctx: Context;
  run: RunRecorder;
  name: string;
  content: { hash: string; bytes: number };
  now: Date;
  /** Source value → id of the raw document that this file is for it. */
  documents: Map<string, { sourceId: string; rawDocumentId: string }>;
  waiting: PreparedAdvert[];
  shareDone: number;
};

/** Every `source` value of a file is a source of its own, apart from the live one of the same name. */
async function documentFor(job: FileImport, source: string): Promise<{ sourceId: string; rawDocumentId: string }> {
  const known = job.documents.get(source);
  if (known !== undefined) return known;
  const { ctx, content, now } = job;
  const sourceId = `file:${source}`;
  const config = { id: source, name: source, adapter: "file" };
  await ctx.db.source.upsert({
    where: { id: sourceId },
    create: {
      id: sourceId,
      adapter: "file",
      name: source,
      config,
      createdAt: now,
      lastRunAt: now,
      lastSuccessAt: now,
      lastOutcome: "ok",
    },
    update: { lastRunAt: now, lastSuccessAt: now, lastOutcome: "ok" },
  });
  const url = `file:${job.name}`;
  const rawDocumentId = derivedId("raw", sourceId, url, content.hash);
  await ctx.db.rawDocument.upsert({
    where: { id: rawDocumentId },
    create: { id: rawDocumentId, sourceId, url, fetchedAt: now, contentHash: content.hash, bytes: content.bytes },
    update: { purgedAt: null },
  });
  job.run.document({ sourceId, rawDocumentId, listingUrl: null, how: "file" });
  const made = { sourceId, rawDocumentId };
  job.documents.set(source, made);
  return made;
}

async function takeRow(job: FileImport, line: number, row: ImportRow): Promise<void> {
  const { sourceId, rawDocumentId } = await documentFor(job, row.source);
  job.waiting.push(prepareAdvert(row, { sourceId, isDemo: false, rawDocumentId, rawLocator: String(line) }));
  job.run.count(STAGE, "done");
}

async function importFile(ctx: Context, run: RunRecorder, file: string, now: Date): Promise<void> {
  const name = path.basename(file);
  const content = await ctx.raw.putFile(file);
  run.inputs.add(STAGE, content.hash);
  const job: FileImport = { ctx, run, name, content, now, documents: new Map(), waiting: [], shareDone: 0 };
  const onProgress = ({ bytesRead, bytesTotal }: { bytesRead: number; bytesTotal: number }) => {
    job.shareDone = bytesTotal === 0 ? 1 : bytesRead / bytesTotal;
  };
  for await (const reading of readPostingRows(file, { onProgress })) {
    run.count(STAGE, "read");
    if (reading.kind === "row") await takeRow(job, reading.line, reading.row);
    else
      run.failure({
        stage: STAGE,
        reason: "rejected",
        message: `${name}, line ${reading.line}: ${reading.reason}.`,
        detail: { file: name, line: reading.line },
        found: { document: `file:${content.hash}`, locator: String(reading.line) },
      });
    if (job.waiting.length >= ABSORB_BATCH) {
      await absorbBatch(ctx, run, job.waiting.splice(0), now);
      await run.progress(STAGE, Math.round(job.shareDone * 1_000) / 1_000, 1);
    }
  }
  await absorbBatch(ctx, run, job.waiting.splice(0), now);
}

async function checkReadable(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const found = await stat(file).catch(() => null);
    if (found === null || !found.isFile()) throw new AppError("invalid_input", `There is no file ${file}.`);
  }
}

/**
 * Imports files of postings (JSON Lines or CSV, also gzipped). Every row is accounted for in the run: stored, a named
 * duplicate, or rejected with its line and reason. A file is kept whole as a raw document. Killed at any point, the next
 * import of the same files goes on. Throws `invalid_input` when a file is not there; then nothing was imported.
 */
export async function importFiles(ctx: Context, run: RunRecorder, files: readonly string[]): Promise<void> {
  await checkReadable(files);
  const now = run.clock;
  await run.stage(STAGE, async () => {
    for (const file of files) {
      run.event({ kind: "file.opened", stage: STAGE, message: path.basename(file) });
      await importFile(ctx, run, file, now);
    }
  });
}
