import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import type { UserContext } from "@/lib/services/context/context";
import { sendJob } from "@/lib/services/queue/open-queue";
import { replaySpec } from "./replay-run";
import { manifestOf } from "./run-artefacts";
import { isUnderWay } from "./run-view";
import { enqueueRun } from "./with-run";

/**
 * An administrator asks for a replay: it is registered and queued; its id is what the page follows. Throws `forbidden`, `not_found`,
 * `conflict` while the run goes on, `invalid_input` where it left nothing to compare with.
 */
export async function requestReplay(ctx: UserContext, input: { runId: string }): Promise<{ runId: string }> {
  if (ctx.actor.role !== "admin") throw new AppError("forbidden", "Only an administrator can replay a run.");
  const run = await ctx.db.run.findUnique({ where: { id: input.runId } });
  if (run === null) throw new AppError("not_found", "This run is not in the registry.");
  if (isUnderWay(run.status)) throw new AppError("conflict", "This run has not ended yet; replay it when it has.");
  const documents = await ctx.db.runDocument.count({ where: { runId: run.id } });
  if (documents === 0 || manifestOf(run) === null)
    throw new AppError("invalid_input", "This run read no raw documents, or was cut off; there is nothing to replay.");
  const runId = await enqueueRun(ctx, replaySpec(run.id, "admin"));
  await audit(ctx, ctx.db, { action: "replay.requested", subject: run.id, detail: { runId } });
  await sendJob(ctx, "replay", { runId, replayOf: run.id });
  return { runId };
}
