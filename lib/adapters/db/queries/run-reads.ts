import { Prisma } from "@/generated/prisma/client";
import type { Db } from "../client";

export type RunCursor = { at: Date; id: string };

/** What a list of runs shows of each. */
export const RUN_LINE = {
  id: true,
  kind: true,
  trigger: true,
  status: true,
  sourceId: true,
  clock: true,
  queuedAt: true,
  startedAt: true,
  finishedAt: true,
  counts: true,
} as const;

/** Runs, newest first; walked by key. */
export async function findRuns(
  db: Db,
  where: { kind: string | null; sourceId: string | null },
  page: { after: RunCursor | null; take: number },
) {
  return db.run.findMany({
    where: {
      ...(where.kind === null ? {} : { kind: where.kind }),
      ...(where.sourceId === null ? {} : { sourceId: where.sourceId }),
      ...(page.after === null
        ? {}
        : {
            OR: [{ queuedAt: { lt: page.after.at } }, { queuedAt: page.after.at, id: { gt: page.after.id } }],
          }),
    },
    select: RUN_LINE,
    orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
    take: page.take,
  });
}

/** The newest runs that left artefacts and can be set against each other. */
export async function findComparableRuns(db: Db, take: number) {
  return db.run.findMany({
    where: { artefacts: { not: Prisma.DbNull }, status: { notIn: ["queued", "running"] }, kind: { not: "replay" } },
    select: { id: true, kind: true, sourceId: true, queuedAt: true, artefacts: true },
    orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
    take,
  });
}

export type FailureGroup = { stage: string; reason: string; n: bigint; message: string; url: string | null };

/** Failed items of a run by stage and reason, most frequent first, with the first of each as the example. */
export async function groupFailures(db: Db, runId: string): Promise<FailureGroup[]> {
  return db.$queryRaw<FailureGroup[]>`
    SELECT COALESCE("stage", '') AS stage, COALESCE("reason", 'unknown') AS reason, count(*) AS n,
      (array_agg("message" ORDER BY "seq"))[1] AS message, (array_agg("url" ORDER BY "seq"))[1] AS url
    FROM "RunEvent" WHERE "runId" = ${runId} AND "kind" = 'item.failed'
    GROUP BY 1, 2 ORDER BY n DESC, 1, 2 LIMIT 50`;
}

export type FailedItem = { seq: number; stage: string; reason: string; message: string; url: string | null };

/** The first failed items of each stage and reason, in the order in which they failed. */
export async function findFailures(db: Db, runId: string, ofEach: number): Promise<FailedItem[]> {
  return db.$queryRaw<FailedItem[]>`
    SELECT "seq", "stage", "reason", "message", "url" FROM (
      SELECT "seq", COALESCE("stage", '') AS stage, COALESCE("reason", 'unknown') AS reason, "message", "url",
        row_number() OVER (PARTITION BY COALESCE("stage", ''), COALESCE("reason", 'unknown') ORDER BY "seq") AS place
      FROM "RunEvent" WHERE "runId" = ${runId} AND "kind" = 'item.failed'
    ) f WHERE place <= ${ofEach} ORDER BY "seq" LIMIT 1000`;
}

const REQUESTS = { in: ["fetch.answered", "fetch.withheld"] };

/** A page of the requests of a run with what is on record of each, after a sequence number. */
export async function findRunRequests(db: Db, runId: string, page: { after: number; take: number }) {
  return db.runEvent.findMany({
    where: { runId, kind: REQUESTS, seq: { gt: page.after } },
    select: { seq: true, at: true, kind: true, reason: true, message: true, url: true, detail: true },
    orderBy: { seq: "asc" },
    take: page.take,
  });
}

/** How many requests a run has on record, and how many of them up to a sequence number. */
export async function countRunRequests(
  db: Db,
  runId: string,
  upTo: number,
): Promise<{ total: number; before: number }> {
  const [total, before] = await Promise.all([
    db.runEvent.count({ where: { runId, kind: REQUESTS } }),
    db.runEvent.count({ where: { runId, kind: REQUESTS, seq: { lte: upTo } } }),
  ]);
  return { total, before };
}

export type StageMark = { stage: string; kind: string; at: Date; detail: unknown };

/** The first beginning and the newest news of each stage. */
export async function findStageMarks(db: Db, runId: string): Promise<StageMark[]> {
  return db.$queryRaw<StageMark[]>`
    SELECT * FROM (
      SELECT DISTINCT ON ("stage") "stage", "kind", "at", "detail", "seq" FROM "RunEvent"
      WHERE "runId" = ${runId} AND "kind" = 'stage.started' ORDER BY "stage", "seq"
    ) b
    UNION ALL SELECT * FROM (
      SELECT DISTINCT ON ("stage") "stage", "kind", "at", "detail", "seq" FROM "RunEvent"
      WHERE "runId" = ${runId} AND "kind" IN ('stage.progressed', 'stage.finished') ORDER BY "stage", "seq" DESC
    ) n ORDER BY "seq"`;
}

/** How many sources a run has begun with so far: each tells where it is read from, or why it is not. */
export async function countSourcesBegun(db: Db, runId: string): Promise<number> {
  return db.runEvent.count({ where: { runId, kind: { in: ["input.chosen", "source.skipped"] } } });
}

/** The newest events of a run, oldest of them first. */
export async function findRunTail(db: Db, runId: string, take: number) {
  const events = await db.runEvent.findMany({
    where: { runId },
    select: { seq: true, at: true, level: true, kind: true, stage: true, reason: true, message: true, url: true },
    orderBy: { seq: "desc" },
    take,
  });
  return events.reverse();
}
