import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { UserContext } from "@/lib/services/context/context";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { sendJob } from "@/lib/services/queue/open-queue";
import { enqueueRun } from "@/lib/services/runs/with-run";

/** Only rereadings say which versions they read. */
const REREADING = { kind: "enrich", input: { path: ["versions"], equals: "current" } } as const;

const MINUTE_MS = 60_000;
/** A run that waits for longer may have lost its job with the worker that held it: another one is queued, which at worst finds nothing left to read. */
const PATIENCE_MS = 15 * MINUTE_MS;
/** The queue gives a job up after six hours: a run that has waited longer never begins. */
const LOST_AFTER_MS = 6 * 60 * MINUTE_MS;

const waitingSince = (ctx: UserContext, ms: number) => ({
  status: "queued" as const,
  queuedAt: { gt: new Date(ctx.wallNow().getTime() - ms) },
});

/** The rereading that waits or goes on; null where there is none. Throws `not_found` for anybody but an administrator. */
export async function findRereadUnderWay(ctx: UserContext): Promise<string | null> {
  adminOnly(ctx);
  const run = await ctx.db.run.findFirst({
    where: { ...REREADING, OR: [{ status: "running" }, waitingSince(ctx, LOST_AFTER_MS)] },
    select: { id: true },
    orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
  });
  return run?.id ?? null;
}

/**
 * An administrator asks that what is out of date be read again: the run is registered and queued; its id is what the page follows. One
 * that has waited for a quarter of an hour at most is the answer to a second request: it will read whatever is out of date when it
 * begins. Throws `not_found` for anybody but an administrator.
 */
export async function requestReread(ctx: UserContext): Promise<{ runId: string }> {
  adminOnly(ctx);
  const waiting = await ctx.db.run.findFirst({
    where: { ...REREADING, ...waitingSince(ctx, PATIENCE_MS) },
    select: { id: true },
    orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
  });
  if (waiting !== null) return { runId: waiting.id };
  const runId = await enqueueRun(ctx, {
    kind: "enrich",
    trigger: "admin",
    leaseKey: PIPELINE_LEASE,
    input: { versions: "current" },
  });
  await audit(ctx, ctx.db, { action: "reread.requested", subject: runId, detail: {} });
  await sendJob(ctx, "reread", { runId });
  return { runId };
}
