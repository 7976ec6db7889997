import { findKeptDocuments } from "@/lib/adapters/db/queries/run-documents";
import { writeRows } from "@/lib/adapters/db/write-rows";
import { DraftLines } from "@/lib/adapters/storage/draft-lines";
import { redactSecrets } from "@/lib/core/kernel/redact-secrets";
import type { AbsorbOutcome } from "@/lib/core/pipeline/absorb-adverts";
import type { PreparedAdvert } from "@/lib/core/pipeline/prepare-advert";
import { PostingChanges } from "@/lib/core/pipeline/posting-changes";
import {
  advertLine,
  failureLine,
  MANIFEST_VERSION,
  type ManifestLine,
  outputsOf,
} from "@/lib/core/pipeline/run-manifest";
import type { RunKind, StageCounts } from "@/lib/core/pipeline/run-report";
import { StageHashes } from "@/lib/core/pipeline/stage-hashes";
import type { Context } from "@/lib/services/context/context";

export type RunEventInput = {
  level?: "info" | "warn" | "error";
  kind: string;
  stage?: string;
  reason?: string;
  message: string;
  url?: string | null;
  detail?: unknown;
};

/** A closed list would not fit every stage; a reason is one snake_case word that failures are grouped by. */
export type ItemFailure = {
  stage: string;
  reason: string;
  message: string;
  url?: string | null;
  detail?: unknown;
  /** What could not be used, where something was there: the raw document and the place in it. */
  found?: { document: string; locator: string | null };
};

/** Why a document was read: asked for now, kept since the server said that it has not changed, read from the source's snapshot, or imported. */
export type DocumentOrigin = "fetched" | "unchanged" | "snapshot" | "file";

export type ReadDocument = {
  sourceId: string;
  rawDocumentId: string;
  /** The advert's address that stays the same from crawl to crawl, where the document is one advert. */
  listingUrl: string | null;
  how: DocumentOrigin;
  /** The instant that its relative dates count from; the run's own where absent. */
  readAs?: Date;
};

/** What a crawl met on a board, and how many adverts of it were kept. */
export type CrawlFigures = { seen: number; saved: number };

/** Where the recorder of a new or continued run begins. */
export type RecorderStart = { runId: string; kind: RunKind; clock: Date; events: number; documents: number };

const FLUSH_AFTER_EVENTS = 100;
const FLUSH_AFTER_MS = 1_000;

/** Writes down what a run does, as it does it: events, counts and timings are in the registry within a second. */
export class RunRecorder {
  readonly runId: string;
  /** The instant that the whole run takes as now; what it reads is read again with the same one. */
  readonly clock: Date;
  readonly counts: StageCounts = {};
  readonly timings: Record<string, number> = {};
  readonly report: Record<string, unknown> = {};
  /** Source → what its crawl met; part of the report. */
  readonly crawls: Record<string, CrawlFigures> = {};
  readonly inputs = new StageHashes();
  readonly outputs = new StageHashes();
  /** What the run did with each posting. */
  readonly changes = new PostingChanges();
  private readonly ctx: Context;
  private readonly kind: RunKind;
  private readonly manifest = new DraftLines();
  private sequence: number;
  private documentSequence: number;
  private buffer: Record<string, unknown>[] = [];
  private documents: (Omit<ReadDocument, "readAs"> & { runId: string; seq: number })[] = [];
  private flushedAt = 0;

  constructor(ctx: Context, start: RecorderStart) {
    this.ctx = ctx;
    this.runId = start.runId;
    this.kind = start.kind;
    this.clock = start.clock;
    this.sequence = start.events;
    this.documentSequence = start.documents;
  }

  /** Notes a raw document that the run reads. The row is written by the first flush after that of the document itself. */
  document(read: ReadDocument): void {
    this.documentSequence += 1;
    const { readAs = this.clock, ...noted } = read;
    this.documents.push({ runId: this.runId, seq: this.documentSequence, ...noted });
    this.inputs.add("documents", `${read.how} ${read.rawDocumentId}`);
    this.line({ kind: "document", document: read.rawDocumentId, how: read.how, readAs: readAs.toISOString() });
  }

  /** Notes how a source is read, so that a replay reads it the same way. */
  source(sourceId: string, adapter: { id: string; version: number }, params: Readonly<Record<string, unknown>>): void {
    this.line({ kind: "source", source: sourceId, adapter: adapter.id, version: adapter.version, params });
  }

  /** Notes what became of an advert. */
  advert(advert: PreparedAdvert, outcome: AbsorbOutcome): void {
    this.line(advertLine(advert, outcome));
  }

  /** Adds a line to the run's manifest and what it says to the hashes of the outputs. */
  line(line: ManifestLine): void {
    if (this.manifest.size === 0) {
      const first = { kind: "run", manifest: MANIFEST_VERSION, run: this.kind, clock: this.clock.toISOString() };
      this.manifest.add(JSON.stringify(first));
    }
    this.manifest.add(JSON.stringify(line));
    this.changes.take(line);
    for (const [stage, item] of outputsOf(line)) this.outputs.add(stage, item);
  }

  /** Keeps the manifest in the raw store; null where the run did nothing that belongs in one. */
  async keepManifest(): Promise<{ hash: string; bytes: number; lines: number } | null> {
    return this.manifest.size === 0 ? null : this.manifest.keepIn(this.ctx.raw);
  }

  count(stage: string, counter: string, by = 1): void {
    const stageCounts = (this.counts[stage] ??= {});
    stageCounts[counter] = (stageCounts[counter] ?? 0) + by;
  }

  /** Notes an event; its addresses tell no secret. */
  event(given: RunEventInput): void {
    const input = withoutSecrets(given);
    this.ctx.watch?.(input);
    this.sequence += 1;
    this.buffer.push({
      runId: this.runId,
      seq: this.sequence,
      at: this.ctx.wallNow(),
      level: input.level ?? "info",
      kind: input.kind,
      stage: input.stage ?? null,
      reason: input.reason ?? null,
      message: input.message.slice(0, 2_000),
      url: input.url ?? null,
      detail: input.detail ?? null,
    });
  }

  /** One bad item is a row, not the end of the run. */
  failure(failure: ItemFailure): void {
    this.count(failure.stage, "failed");
    const { found, ...event } = failure;
    this.event({ level: "warn", kind: "item.failed", ...event });
    const { stage, reason } = failure;
    const url = failure.url ? redactSecrets(failure.url) : null;
    this.line(failureLine({ stage, reason, url, document: found?.document ?? null, locator: found?.locator ?? null }));
  }

  /** Runs one stage: its beginning, end and duration are events; its time is added to the stage's timing. */
  async stage<T>(name: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    this.count(name, "done", 0);
    this.event({ kind: "stage.started", stage: name, message: name });
    await this.flush();
    const finish = async () => {
      const tookMs = Math.round(performance.now() - from);
      this.timings[name] = (this.timings[name] ?? 0) + tookMs;
      this.event({
        kind: "stage.finished",
        stage: name,
        message: name,
        detail: { tookMs, counts: this.counts[name] ?? {} },
      });
      await this.flush();
    };
    let result: T;
    try {
      result = await work();
    } catch (error) {
      // What stopped the stage is told, whatever becomes of its record.
      await finish().catch((lost: unknown) =>
        this.ctx.log.error("run.record.failed", { runId: this.runId, error: lost }),
      );
      throw error;
    }
    await finish();
    return result;
  }

  /** Tells how far a stage is; writes at most once a second. */
  async progress(stage: string, done: number, total: number | null): Promise<void> {
    const now = performance.now();
    if (now - this.flushedAt < FLUSH_AFTER_MS && this.buffer.length < FLUSH_AFTER_EVENTS) return;
    this.event({ kind: "stage.progressed", stage, message: stage, detail: { done, total } });
    await this.flush();
  }

  /** Writes what has come since the last time; what could not be written is kept for the next. */
  async flush(): Promise<void> {
    const rows = [...this.buffer];
    this.flushedAt = performance.now();
    await writeRows(this.ctx.db, "RunEvent", rows, { key: ["runId", "seq"], update: [] });
    this.buffer = without(this.buffer, rows);
    await this.flushDocuments();
    await this.ctx.db.run.update({ where: { id: this.runId }, data: { counts: this.counts, timings: this.timings } });
  }

  /** Documents whose own rows are not written yet wait for the next flush. */
  private async flushDocuments(): Promise<void> {
    const noted = this.documents;
    if (noted.length === 0) return;
    const kept = await findKeptDocuments(this.ctx.db, [...new Set(noted.map((read) => read.rawDocumentId))]);
    const rows = noted.filter((read) => kept.has(read.rawDocumentId));
    await writeRows(this.ctx.db, "RunDocument", rows, { key: ["runId", "seq"], update: [] });
    this.documents = without(this.documents, rows);
  }
}

function withoutSecrets(event: RunEventInput): RunEventInput {
  const told = { ...event, message: redactSecrets(event.message) };
  if (typeof event.url === "string") told.url = redactSecrets(event.url);
  if (typeof event.detail === "object" && event.detail !== null)
    told.detail = JSON.parse(redactSecrets(JSON.stringify(event.detail)));
  return told;
}

/** What is left of a list that may have grown while a part of it was written. */
function without<T>(all: readonly T[], written: readonly T[]): T[] {
  const done = new Set(written);
  return all.filter((one) => !done.has(one));
}
