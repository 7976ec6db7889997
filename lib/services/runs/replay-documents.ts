import { findRunDocuments, type RunDocumentRow } from "@/lib/adapters/db/queries/run-documents";
import { sourceConfig } from "@/lib/adapters/sources/source-config";
import { ContentProblem } from "@/lib/adapters/storage/content-store";
import type { ReplayComparison } from "@/lib/core/pipeline/replay-comparison";
import type { ContentFinding } from "@/lib/core/pipeline/replay-outcome";
import { StageHashes } from "@/lib/core/pipeline/stage-hashes";
import type { Context } from "@/lib/services/context/context";
import { readingHash, readVersion } from "@/lib/services/enrichment/read-version";
import { type KeptDocument, type ReadAgain, readAgain } from "./replay-document";
import { readFileAgain } from "./replay-file";
import type { ManifestNotes } from "./run-artefacts";
import type { RunRecorder } from "./run-recorder";

const STAGE = "replay";
const PAGE = 100;
const KEPT_FINDINGS = 100;

/** What reading the documents of a run again came to. */
export type ReadDocuments = {
  findings: ContentFinding[];
  findingCount: number;
  documents: number;
  adverts: number;
  readings: number;
  inputs: { hash: string; items: number } | null;
};

type Replay = {
  ctx: Context;
  run: RunRecorder;
  clock: Date;
  comparison: ReplayComparison;
  notes: ManifestNotes;
  /** Imported files that were read, each with those of its documents that were met since, and what was wrong with it. */
  files: Map<string, { met: Set<string>; problem: ContentProblem | null }>;
  found: ReadDocuments;
};

function take(replay: Replay, read: ReadAgain, from: { document: string; mayBeNew: boolean }): void {
  const { comparison, ctx, run, found } = replay;
  if (read.kind === "failure") {
    comparison.failure(from.document, read.locator, read.reason);
    return;
  }
  found.adverts += 1;
  run.count(STAGE, "done");
  const version = comparison.advert(read.advert, from.mayBeNew);
  if (version === null || !comparison.wantsReading(version)) return;
  found.readings += 1;
  comparison.reading(version, readingHash(readVersion(ctx.knowledge(), read.advert)), read.advert);
}

function setAside(replay: Replay, row: RunDocumentRow, fault: ContentFinding["fault"], hash: string | null): void {
  const { id, url, contentHash } = row.rawDocument;
  replay.comparison.setAside(id);
  replay.comparison.setAside(`file:${contentHash}`);
  replay.found.findingCount += 1;
  if (replay.found.findings.length < KEPT_FINDINGS)
    replay.found.findings.push({ id, url, fault, expected: contentHash, found: hash });
}

function keptDocument(replay: Replay, row: RunDocumentRow): KeptDocument {
  const { rawDocument, sourceId } = row;
  const { source, id, url, contentType, provenance } = rawDocument;
  const noted = replay.notes.params.get(sourceId);
  const config = sourceConfig.safeParse(source.config);
  return {
    id,
    sourceId,
    isDemo: source.isDemo,
    adapter: noted?.adapter ?? source.adapter,
    params: noted?.params ?? (config.success ? config.data.params : {}),
    url,
    contentType,
    provenance,
    readAs: replay.notes.readAs.get(id)?.shift() ?? replay.clock,
  };
}

/** A file is read once for all the sources in it, and again where the run imported it again. */
async function takeFile(replay: Replay, row: RunDocumentRow): Promise<void> {
  const { url, contentHash } = row.rawDocument;
  const key = `${url} ${contentHash}`;
  const before = replay.files.get(key);
  if (before !== undefined && before.problem !== null) throw before.problem;
  if (before !== undefined && !before.met.has(row.rawDocumentId)) {
    before.met.add(row.rawDocumentId);
    return;
  }
  const file: { met: Set<string>; problem: ContentProblem | null } = {
    met: new Set([row.rawDocumentId]),
    problem: null,
  };
  replay.files.set(key, file);
  try {
    for await (const read of readFileAgain(replay.ctx, url, contentHash))
      take(replay, read, { document: `file:${contentHash}`, mayBeNew: false });
  } catch (error) {
    if (error instanceof ContentProblem) file.problem = error;
    throw error;
  }
}

async function takeDocument(replay: Replay, row: RunDocumentRow): Promise<void> {
  const { rawDocument, how } = row;
  replay.found.documents += 1;
  try {
    if (how === "file") {
      await takeFile(replay, row);
      return;
    }
    const document = keptDocument(replay, row);
    const bytes = await replay.ctx.raw.get(rawDocument.contentHash);
    // A snapshot's adverts that were known already were left out by the run.
    const from = { document: document.id, mayBeNew: how === "snapshot" };
    for (const read of readAgain(document, bytes)) take(replay, read, from);
  } catch (error) {
    if (!(error instanceof ContentProblem)) throw error;
    setAside(replay, row, rawDocument.purgedAt === null ? error.fault : "purged", error.found);
  }
}

/** Reads every document of a run again, in the order in which the run did, and tells the comparison what is in them. */
export async function readDocumentsAgain(
  ctx: Context,
  run: RunRecorder,
  original: { id: string; clock: Date },
  against: { comparison: ReplayComparison; notes: ManifestNotes; total: number },
): Promise<ReadDocuments> {
  const { comparison, notes, total } = against;
  const found: ReadDocuments = {
    findings: [],
    findingCount: 0,
    documents: 0,
    adverts: 0,
    readings: 0,
    inputs: null,
  };
  const replay: Replay = { ctx, run, clock: original.clock, comparison, notes, files: new Map(), found };
  const inputs = new StageHashes();
  for (let after = -1; ; ) {
    const rows = await findRunDocuments(ctx.db, original.id, { after, take: PAGE });
    for (const row of rows) {
      inputs.add("documents", `${row.how} ${row.rawDocumentId}`);
      await takeDocument(replay, row);
      await run.progress(STAGE, found.documents, total);
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  run.count(STAGE, "documents", found.documents);
  return { ...found, inputs: inputs.stages()["documents"] ?? null };
}
