import { writeRows } from "@/lib/adapters/db/write-rows";
import { MultisetHash } from "@/lib/core/pipeline/multiset-hash";
import type { StageCounts } from "@/lib/core/pipeline/run-report";
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
export type ItemFailure = { stage: string; reason: string; message: string; url?: string | null; detail?: unknown };

const FLUSH_AFTER_EVENTS = 100;
const FLUSH_AFTER_MS = 1_000;

/** Writes down what a run does, as it does it: events, counts and timings are in the registry within a second. */
export class RunRecorder {
  readonly runId: string;
  readonly counts: StageCounts = {};
  readonly timings: Record<string, number> = {};
  readonly report: Record<string, unknown> = {};
  readonly inputs = new MultisetHash();
  readonly outputs = new MultisetHash();
  private readonly ctx: Context;
  private sequence: number;
  private buffer: Record<string, unknown>[] = [];
  private flushedAt = 0;

  constructor(ctx: Context, runId: string, sequence: number) {
    this.ctx = ctx;
    this.runId = runId;
    this.sequence = sequence;
  }

  count(stage: string, counter: string, by = 1): void {
    const stageCounts = (this.counts[stage] ??= {});
    stageCounts[counter] = (stageCounts[counter] ?? 0) + by;
  }

  event(input: RunEventInput): void {
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
    this.event({ level: "warn", kind: "item.failed", ...failure });
  }

  /** Runs one stage: its beginning, end and duration are events; its time is added to the stage's timing. */
  async stage<T>(name: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now();
    this.count(name, "done", 0);
    this.event({ kind: "stage.started", stage: name, message: name });
    await this.flush();
    try {
      return await work();
    } finally {
      const tookMs = Math.round(performance.now() - from);
      this.timings[name] = (this.timings[name] ?? 0) + tookMs;
      this.event({
        kind: "stage.finished",
        stage: name,
        message: name,
        detail: { tookMs, counts: this.counts[name] ?? {} },
      });
      await this.flush();
    }
  }

  /** Tells how far a stage is; writes at most once a second. */
  async progress(stage: string, done: number, total: number | null): Promise<void> {
    const now = performance.now();
    if (now - this.flushedAt < FLUSH_AFTER_MS && this.buffer.length < FLUSH_AFTER_EVENTS) return;
    this.event({ kind: "stage.progressed", stage, message: stage, detail: { done, total } });
    await this.flush();
  }

  async flush(): Promise<void> {
    const rows = this.buffer;
    this.buffer = [];
    this.flushedAt = performance.now();
    await writeRows(this.ctx.db, "RunEvent", rows, { key: ["runId", "seq"], update: [] });
    await this.ctx.db.run.update({ where: { id: this.runId }, data: { counts: this.counts, timings: this.timings } });
  }
}
