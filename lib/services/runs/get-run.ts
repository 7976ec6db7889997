import { z } from "zod";
import {
  countSourcesBegun,
  type FailedItem,
  findFailures,
  findRunTail,
  findStageMarks,
  groupFailures,
} from "@/lib/adapters/db/queries/run-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { modelOutcomeReport } from "@/lib/services/enrichment/model-report";
import { manifestOf } from "./run-artefacts";
import { isUnderWay, type RunStatus, type StageView, stageViews } from "./run-view";

const TAIL = 40;
const FAILURES_OF_EACH = 20;

const stageHash = z.object({ hash: z.string(), items: z.number() });
const inputShape = z.object({ sourceIds: z.array(z.string()) });

const reportShape = z.object({
  scores: z
    .object({ n: z.number(), min: z.number(), p50: z.number(), p90: z.number(), max: z.number() })
    .nullable()
    .catch(null)
    .default(null),
  topMatches: z
    .array(z.object({ postingId: z.string(), title: z.string(), company: z.string().nullable(), score: z.number() }))
    .catch([])
    .default([]),
  sources: z
    .record(
      z.string(),
      z.object({ status: z.string(), reason: z.string().nullable(), input: z.string().nullable().default(null) }),
    )
    .catch({})
    .default({}),
  model: modelOutcomeReport.nullable().catch(null).default(null),
  crawls: z
    .record(z.string(), z.object({ seen: z.number(), saved: z.number() }))
    .catch({})
    .default({}),
  changes: z
    .object({
      since: z.string().nullable(),
      counts: z.record(z.string(), z.number()),
      postings: z.array(
        z.object({ id: z.string(), change: z.string(), title: z.string().nullable(), company: z.string().nullable() }),
      ),
    })
    .nullable()
    .catch(null)
    .default(null),
  replay: z
    .object({
      outcome: z.string(),
      reasons: z.array(z.string()),
      documents: z.number(),
      adverts: z.number(),
      readings: z.number(),
      advertsSetAside: z.number(),
      readingsElsewhere: z.number(),
      versions: z.array(z.object({ name: z.string(), then: z.string(), now: z.string() })),
      stages: z.array(
        z.object({ stage: z.string(), same: z.boolean(), then: stageHash.nullable(), now: stageHash.nullable() }),
      ),
      findings: z.array(
        z.object({
          id: z.string().nullable(),
          url: z.string().nullable(),
          fault: z.string(),
          expected: z.string(),
          found: z.string().nullable(),
        }),
      ),
      findingCount: z.number(),
      differences: z.array(
        z.object({
          what: z.string(),
          externalId: z.string().nullable(),
          document: z.string().nullable(),
          then: z.string().nullable(),
          now: z.string().nullable(),
        }),
      ),
      differenceCount: z.number(),
    })
    .nullable()
    .catch(null)
    .default(null),
});

export type RunEventView = {
  seq: number;
  at: string;
  level: string;
  kind: string;
  stage: string | null;
  reason: string | null;
  message: string;
  url: string | null;
};

/** A run in full; all instants are ISO 8601, so that the same view travels as JSON. */
export type RunView = {
  id: string;
  kind: string;
  trigger: string;
  status: RunStatus;
  underWay: boolean;
  source: { id: string; name: string } | null;
  clock: string | null;
  queuedAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  error: string | null;
  stages: StageView[];
  failures: { stage: string; reason: string; n: number; message: string; url: string | null }[];
  /** Failed items in order, at most twenty of each stage and reason. */
  failedItems: FailedItem[];
  /** How many of the sources that were asked for have been begun; null where one source, or none, was named. */
  sourcesBegun: { begun: number; total: number } | null;
  tail: RunEventView[];
  report: z.output<typeof reportShape>;
  /** Postings of the source that this run saw first, and the period that finds them in the list. */
  fresh: { count: number; since: string; until: string } | null;
  inputHash: string | null;
  outputHash: string | null;
  gitRevision: string | null;
  /** The run that this one recomputed. */
  replayOfId: string | null;
  /** Whether it read raw documents and left a manifest, so that it can be replayed. */
  replayable: boolean;
  /** Whether it left a manifest that can be set against another run's. */
  comparable: boolean;
  versions: string;
  input: string;
};

type Row = NonNullable<Awaited<ReturnType<Context["db"]["run"]["findUnique"]>>>;

async function sourcesBegun(ctx: Context, run: Row): Promise<RunView["sourcesBegun"]> {
  const asked = inputShape.safeParse(run.input);
  if (!asked.success) return null;
  return { begun: await countSourcesBegun(ctx.db, run.id), total: asked.data.sourceIds.length };
}

async function freshPostings(ctx: Context, run: Row): Promise<RunView["fresh"]> {
  if (run.sourceId === null || run.clock === null || run.startedAt === null) return null;
  const ranMs = (run.finishedAt ?? ctx.wallNow()).getTime() - run.startedAt.getTime();
  const until = new Date(run.clock.getTime() + Math.max(0, ranMs));
  const count = await ctx.db.posting.count({
    where: { sourceIds: { has: run.sourceId }, firstSeenAt: { gte: run.clock, lte: until } },
  });
  return { count, since: run.clock.toISOString(), until: until.toISOString() };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}

/** One run of the registry with its stages, failures and newest events. For administrators and jobs only. Throws `not_found`. */
export async function getRun(ctx: Context, id: string): Promise<RunView> {
  adminOnly(ctx);
  const run = await ctx.db.run.findUnique({ where: { id } });
  if (run === null) throw new AppError("not_found", "This run is not in the registry.");
  const [marks, failures, failedItems, tail, source, fresh, documents, begun] = await Promise.all([
    findStageMarks(ctx.db, id),
    groupFailures(ctx.db, id),
    findFailures(ctx.db, id, FAILURES_OF_EACH),
    findRunTail(ctx.db, id, TAIL),
    run.sourceId === null
      ? null
      : ctx.db.source.findUnique({ where: { id: run.sourceId }, select: { id: true, name: true } }),
    freshPostings(ctx, run),
    ctx.db.runDocument.count({ where: { runId: id } }),
    sourcesBegun(ctx, run),
  ]);
  return {
    id,
    kind: run.kind,
    trigger: run.trigger,
    status: run.status,
    underWay: isUnderWay(run.status),
    source,
    clock: iso(run.clock),
    queuedAt: run.queuedAt.toISOString(),
    startedAt: iso(run.startedAt),
    finishedAt: iso(run.finishedAt),
    error: run.error,
    stages: stageViews(run, marks),
    failures: failures.map((group) => ({ ...group, n: Number(group.n) })),
    failedItems,
    sourcesBegun: begun,
    tail: tail.map((event) => ({ ...event, at: event.at.toISOString() })),
    report: reportShape.parse(run.report ?? {}),
    fresh,
    inputHash: run.inputHash,
    outputHash: run.outputHash,
    gitRevision: run.gitRevision,
    replayOfId: run.replayOfId,
    replayable: !isUnderWay(run.status) && documents > 0 && manifestOf(run) !== null,
    comparable: !isUnderWay(run.status) && run.kind !== "replay" && manifestOf(run) !== null,
    versions: JSON.stringify(run.versions ?? {}, null, 2),
    input: JSON.stringify(run.input, null, 2),
  };
}
