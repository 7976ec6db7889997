import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import type { UserContext } from "@/lib/services/context/context";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { sendJob } from "@/lib/services/queue/open-queue";
import { enqueueRun } from "@/lib/services/runs/with-run";

export const scrapeInput = z.object({
  sourceId: z.string().min(1).max(100),
  from: z.enum(["live", "snapshot"]).optional(),
});

function refuseOthers(ctx: UserContext): void {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden", "Only an administrator can start a crawl.");
}

/**
 * An administrator asks for a crawl now, or for the source's last snapshot to be read: the run is registered and queued; its id is what
 * the page follows. A snapshot asks nobody, so that it is read of a source that is off as well. Throws `forbidden`, `not_found`,
 * `invalid_input` for a file, `conflict` for a source that is off.
 */
export async function requestScrape(
  ctx: UserContext,
  { sourceId, from = "live" }: z.input<typeof scrapeInput>,
): Promise<{ runId: string }> {
  refuseOthers(ctx);
  const source = await ctx.db.source.findUnique({
    where: { id: sourceId },
    select: { id: true, adapter: true, enabled: true, snapshotRunId: true },
  });
  if (source === null) throw new AppError("not_found", "This source is not there any more.");
  if (source.adapter === "file")
    throw new AppError(
      "invalid_input",
      "This source was imported from a file; import a newer file to bring it up to date.",
    );
  if (from === "live" && !source.enabled) throw new AppError("conflict", "This source is off. Turn it on first.");
  if (from === "snapshot" && source.snapshotRunId === null)
    throw new AppError("not_found", "There is no snapshot of this source: no crawl of it was whole yet.");
  const asked = from === "live" ? { sourceId } : { sourceId, from };
  const runId = await enqueueRun(ctx, {
    kind: "scrape",
    trigger: "admin",
    leaseKey: PIPELINE_LEASE,
    sourceId,
    input: asked,
  });
  await audit(ctx, ctx.db, { action: "scrape.requested", subject: sourceId, detail: { runId, from } });
  await sendJob(ctx, "scrape", { runId, ...asked });
  return { runId };
}

/**
 * An administrator asks for every source that is on, due or not, as one run: the stages after the crawls work on all postings at once,
 * so that a run for each source would do them again for each. Throws `forbidden`, `conflict` where none is on.
 */
export async function requestScrapeOfAll(ctx: UserContext): Promise<{ runId: string; sources: number }> {
  refuseOthers(ctx);
  const on = await ctx.db.source.findMany({
    where: { enabled: true, adapter: { not: "file" } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const sourceIds = on.map((source) => source.id);
  if (sourceIds.length === 0) throw new AppError("conflict", "No source is on. Turn one on first.");
  const runId = await enqueueRun(ctx, {
    kind: "daily",
    trigger: "admin",
    leaseKey: PIPELINE_LEASE,
    input: { sourceIds },
  });
  await audit(ctx, ctx.db, { action: "scrape.all_requested", subject: runId, detail: { sourceIds } });
  await sendJob(ctx, "daily", { runId, sourceIds });
  return { runId, sources: sourceIds.length };
}
