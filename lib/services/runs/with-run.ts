import { execFileSync } from "node:child_process";
import { toJson } from "@/lib/adapters/db/to-json";
import { AppError } from "@/lib/core/kernel/app-error";
import { hashOf } from "@/lib/core/kernel/hash";
import { type RunKind, type RunTrigger, statusOf } from "@/lib/core/pipeline/run-report";
import type { Context } from "@/lib/services/context/context";
import { currentVersions } from "./current-versions";
import { describeChanges } from "./describe-changes";
import { RunRecorder } from "./run-recorder";
import { withLease } from "./with-lease";

export type RunSpec = {
  kind: RunKind;
  trigger: RunTrigger;
  /** Work with the same key is never done twice at once. */
  leaseKey: string;
  sourceId?: string;
  input: Record<string, unknown>;
  /** Id of a run that was queued for this work. */
  runId?: string | undefined;
  /** The run that this one recomputes. */
  replayOfId?: string;
};

/** Version of the shape of a run's row, report and artefacts; docs/runs.md says what changed. */
export const RUN_SCHEMA_VERSION = 2;

let revision: string | null | undefined;

/** The revision of the checkout that this process runs from; null where it is none. */
export function gitRevision(): string | null {
  if (revision !== undefined) return revision;
  try {
    revision = execFileSync("git", ["rev-parse", "HEAD"], {
      stdio: ["ignore", "pipe", "ignore"],
      encoding: "utf8",
    }).trim();
  } catch {
    revision = null;
  }
  return revision;
}

/** Registers a run that will be worked off later; returns its id. */
export async function enqueueRun(ctx: Context, spec: RunSpec): Promise<string> {
  const id = ctx.newId();
  await ctx.db.run.create({ data: { id, ...columnsOf(ctx, spec), status: "queued", queuedAt: ctx.wallNow() } });
  return id;
}

function columnsOf(ctx: Context, spec: RunSpec) {
  return {
    kind: spec.kind,
    trigger: spec.trigger,
    sourceId: spec.sourceId ?? null,
    replayOfId: spec.replayOfId ?? null,
    requestedById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    input: toJson({ leaseKey: spec.leaseKey, ...spec.input }),
  };
}

async function beginRun(ctx: Context, spec: RunSpec): Promise<RunRecorder> {
  await ctx.renewTaxonomy?.();
  const clock = ctx.now();
  const started = {
    status: "running" as const,
    startedAt: ctx.wallNow(),
    clock,
    gitRevision: gitRevision(),
    versions: currentVersions(ctx),
  };
  await closeInterrupted(ctx, spec);
  if (spec.runId === undefined) {
    const run = await ctx.db.run.create({
      data: { id: ctx.newId(), ...columnsOf(ctx, spec), queuedAt: ctx.wallNow(), ...started },
    });
    return new RunRecorder(ctx, { runId: run.id, kind: spec.kind, clock, events: 0, documents: 0 });
  }
  await ctx.db.run.update({ where: { id: spec.runId }, data: started });
  const { runId } = spec;
  const [events, documents] = await Promise.all([
    ctx.db.runEvent.aggregate({ where: { runId }, _max: { seq: true } }),
    ctx.db.runDocument.aggregate({ where: { runId }, _max: { seq: true } }),
  ]);
  return new RunRecorder(ctx, {
    runId,
    kind: spec.kind,
    clock,
    events: events._max.seq ?? 0,
    documents: documents._max.seq ?? 0,
  });
}

/** Whoever holds the lease knows that a run with the same key that still says "running" was cut off. */
async function closeInterrupted(ctx: Context, spec: RunSpec): Promise<void> {
  await ctx.db.run.updateMany({
    where: {
      status: "running",
      kind: spec.kind,
      input: { path: ["leaseKey"], equals: spec.leaseKey },
      ...(spec.runId === undefined ? {} : { id: { not: spec.runId } }),
    },
    data: {
      status: "interrupted",
      finishedAt: ctx.wallNow(),
      error: "The process ended before the run did; the next run goes on from what was kept.",
    },
  });
}

async function endRun(
  ctx: Context,
  run: RunRecorder,
  ending: { status: "succeeded" | "partial" | "failed"; error: string | null },
) {
  await run.flush();
  const manifest = await run.keepManifest();
  const changes = await describeChanges(ctx, run);
  const report = {
    ...run.report,
    ...(changes === null ? {} : { changes }),
    ...(Object.keys(run.crawls).length === 0 ? {} : { crawls: run.crawls }),
    hashes: { inputs: run.inputs.stages(), outputs: run.outputs.stages() },
  };
  await ctx.db.run.update({
    where: { id: run.runId },
    data: {
      ...ending,
      finishedAt: ctx.wallNow(),
      report: toJson(report),
      schemaVersion: RUN_SCHEMA_VERSION,
      ...(manifest === null ? {} : { artefacts: { manifest } }),
      inputHash: hashOf([run.inputs.digest(), currentVersions(ctx)]),
      outputHash: run.outputs.digest(),
    },
  });
  ctx.log.info("run.finished", { runId: run.runId, status: ending.status, counts: run.counts, timings: run.timings });
}

/** Words for the registry: an expected stop says its own, an unknown one is named by its class only. */
function reasonOf(error: unknown): string {
  return error instanceof AppError
    ? error.message
    : `The run stopped on an unexpected ${error instanceof Error ? error.name : "error"}; the log has the detail under the run's id.`;
}

/** A stop that was foreseen is a line without a stack: whoever asked is told the same. */
function logEnd(ctx: Context, runId: string, error: unknown): void {
  if (error instanceof AppError && error.code !== "internal") ctx.log.info("run.stopped", { runId, code: error.code });
  else ctx.log.error("run.failed", { runId, error });
}

/** Does a piece of work as a registered run under its lease; its status follows from what it counted. Rethrows. */
export async function withRun<T>(
  ctx: Context,
  spec: RunSpec,
  work: (run: RunRecorder) => Promise<T>,
): Promise<{ runId: string; status: string; result: T }> {
  return withLease(ctx, spec.leaseKey, async () => {
    const run = await beginRun(ctx, spec);
    try {
      const result = await work(run);
      const status = statusOf(run.counts);
      await endRun(ctx, run, { status, error: null });
      return { runId: run.runId, status, result };
    } catch (error) {
      logEnd(ctx, run.runId, error);
      await failRun(ctx, run, reasonOf(error));
      throw error;
    }
  });
}

/** Ends a run that failed. Never throws, so that what stopped the run is what is told; where the whole record cannot be kept, its status is. */
async function failRun(ctx: Context, run: RunRecorder, error: string): Promise<void> {
  try {
    await endRun(ctx, run, { status: "failed", error });
  } catch (lost) {
    ctx.log.error("run.record.failed", { runId: run.runId, error: lost });
    const data = { status: "failed" as const, error, finishedAt: ctx.wallNow() };
    await ctx.db.run
      .update({ where: { id: run.runId }, data })
      .catch((worse: unknown) => ctx.log.error("run.end.failed", { runId: run.runId, error: worse }));
  }
}
