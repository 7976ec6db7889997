import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import type { UserContext } from "@/lib/services/context/context";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { sendJob } from "@/lib/services/queue/open-queue";
import { enqueueRun } from "@/lib/services/runs/with-run";

/** An administrator asks for a crawl now: the run is registered and queued; its id is what the page follows. */
export async function requestScrape(ctx: UserContext, input: { sourceId: string }): Promise<{ runId: string }> {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden", "Only an administrator can start a crawl.");
  const source = await ctx.db.source.findUnique({
    where: { id: input.sourceId },
    select: { id: true, adapter: true, enabled: true },
  });
  if (source === null) throw new AppError("not_found", "This source is not there any more.");
  if (source.adapter === "file")
    throw new AppError(
      "invalid_input",
      "This source was imported from a file; import a newer file to bring it up to date.",
    );
  if (!source.enabled) throw new AppError("conflict", "This source is off. Turn it on first.");
  const runId = await enqueueRun(ctx, {
    kind: "scrape",
    trigger: "admin",
    leaseKey: PIPELINE_LEASE,
    sourceId: source.id,
    input: { sourceId: source.id },
  });
  await audit(ctx, ctx.db, { action: "scrape.requested", subject: source.id, detail: { runId } });
  await sendJob(ctx, "scrape", { runId, sourceId: source.id });
  return { runId };
}
