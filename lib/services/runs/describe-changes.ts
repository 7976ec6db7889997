import { POSTING_CHANGES, type PostingChange } from "@/lib/core/pipeline/posting-changes";
import type { Context } from "@/lib/services/context/context";
import { findPostingNames, loadAliases } from "./posting-names";
import type { RunRecorder } from "./run-recorder";

/** Postings named in a report; `run diff` names all. */
const NAMED = 50;

/** What a run changed since the last one of its kind, by posting. */
export type RunChanges = {
  /** The run before it of the same kind and source; null where it is the first. */
  since: string | null;
  counts: Record<PostingChange, number>;
  /** At most 50: closed, new, reopened, changed, refreshed, in this order. */
  postings: { id: string; change: PostingChange; title: string | null; company: string | null }[];
};

async function runBefore(ctx: Context, runId: string): Promise<string | null> {
  const run = await ctx.db.run.findUniqueOrThrow({ where: { id: runId } });
  const before = await ctx.db.run.findFirst({
    where: {
      kind: run.kind,
      sourceId: run.sourceId,
      status: { in: ["succeeded", "partial"] },
      id: { not: runId },
      startedAt: { lte: run.startedAt ?? run.queuedAt },
    },
    select: { id: true },
    orderBy: [{ startedAt: "desc" }, { id: "desc" }],
  });
  return before?.id ?? null;
}

/** What a run changed, in words of its report; null where it touched no posting. */
export async function describeChanges(ctx: Context, run: RunRecorder): Promise<RunChanges | null> {
  if (run.changes.size === 0) return null;
  const changes = run.changes.joined(await loadAliases(ctx));
  const rank = (change: PostingChange) => POSTING_CHANGES.indexOf(change);
  const told = changes
    .entries()
    .filter(([, change]) => change !== "unchanged")
    .sort(([, a], [, b]) => rank(a) - rank(b))
    .slice(0, NAMED);
  const names = await findPostingNames(
    ctx,
    told.map(([id]) => id),
  );
  return {
    since: await runBefore(ctx, run.runId),
    counts: changes.counts(),
    postings: told.map(([id, change]) => ({
      id,
      change,
      title: names.get(id)?.title ?? null,
      company: names.get(id)?.company ?? null,
    })),
  };
}
