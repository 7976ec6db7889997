import { z } from "zod";
import { findRuns, type RunCursor } from "@/lib/adapters/db/queries/run-reads";
import { RUN_KINDS } from "@/lib/core/pipeline/run-report";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { type RunStatus, stageCounts } from "./run-view";

const PAGE = 30;

/** A run as one line of the registry. */
export type RunLine = {
  id: string;
  kind: string;
  trigger: string;
  status: RunStatus;
  sourceId: string | null;
  /** Null where the run has no source, or its source is gone. */
  sourceName: string | null;
  clock: Date | null;
  queuedAt: Date;
  /** Milliseconds from start to end, or null while it has not ended. */
  tookMs: number | null;
  done: number;
  failed: number;
  fresh: number;
};

const one = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => [value].flat()[0] ?? null);

/** The limits of the list as they stand in an address; what cannot be used is no limit. */
export const runFilter = z.object({
  kind: one.transform((word) => RUN_KINDS.find((kind) => kind === word) ?? null),
  source: one,
  after: one,
});
export type RunFilter = z.output<typeof runFilter>;

const cursorShape = z.tuple([z.iso.datetime(), z.string().min(1).max(64)]);

function readCursor(after: string | null): RunCursor | null {
  if (after === null) return null;
  const [at, id] = after.split("~");
  const parsed = cursorShape.safeParse([at, id]);
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null;
}

type Row = Awaited<ReturnType<typeof findRuns>>[number];

/** Of a crawl, its pages alone are counted: what is computed after it, such as trends, is no part of the source. */
function countedStages({ kind, counts }: Row): Record<string, number>[] {
  const stages = stageCounts(counts);
  return kind === "scrape"
    ? [stages["scrape"] ?? {}, { new: stages["postings"]?.["new"] ?? 0 }]
    : Object.values(stages);
}

function toLine(row: Row, sourceNames: ReadonlyMap<string, string>): RunLine {
  const { id, kind, trigger, status, sourceId, clock, queuedAt, startedAt, finishedAt } = row;
  const stages = countedStages(row);
  const sum = (counter: string) => stages.reduce((total, stage) => total + (stage[counter] ?? 0), 0);
  return {
    id,
    kind,
    trigger,
    status,
    sourceId,
    clock,
    queuedAt,
    sourceName: sourceId === null ? null : (sourceNames.get(sourceId) ?? null),
    tookMs: startedAt === null || finishedAt === null ? null : finishedAt.getTime() - startedAt.getTime(),
    done: sum("done"),
    failed: sum("failed"),
    fresh: sum("new"),
  };
}

/** One page of the run registry, newest first. For administrators and jobs only. */
export async function listRuns(ctx: Context, filter: RunFilter): Promise<{ runs: RunLine[]; next: string | null }> {
  adminOnly(ctx);
  const rows = await findRuns(
    ctx.db,
    { kind: filter.kind, sourceId: filter.source },
    { after: readCursor(filter.after), take: PAGE + 1 },
  );
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  const next = rows.length > PAGE && last !== undefined ? `${last.queuedAt.toISOString()}~${last.id}` : null;
  const sourceIds = [...new Set(shown.flatMap(({ sourceId }) => sourceId ?? []))];
  const sources = await ctx.db.source.findMany({ where: { id: { in: sourceIds } }, select: { id: true, name: true } });
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  return { runs: shown.map((row) => toLine(row, names)), next };
}
