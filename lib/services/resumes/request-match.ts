import { z } from "zod";
import { ownsVersion } from "@/lib/adapters/db/queries/resumes";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";
import { matchOneResume } from "@/lib/services/matches/match-one-resume";
import { sendJob } from "@/lib/services/queue/open-queue";

export const requestMatchInput = z.object({ versionId: z.string().min(1).max(64) });
export type RequestMatchInput = z.infer<typeof requestMatchInput>;

/** `requestedAt` tells this matching from earlier ones; `queued` is false where no queue could be reached. */
export type MatchRequest = { versionId: string; requestedAt: string; queued: boolean };

async function refuseOthers(ctx: UserContext, versionId: string): Promise<void> {
  if (!(await ownsVersion(ctx.db, { versionId, userId: ctx.actor.userId })))
    throw new AppError("not_found", "This résumé is not there any more.");
}

/** Queues the matching of a stored version. A queue that cannot be reached is no failure: it can still be matched at once. */
export async function queueMatch(ctx: UserContext, versionId: string): Promise<MatchRequest> {
  const requestedAt = ctx.wallNow().toISOString();
  try {
    await sendJob(ctx, "match", { resumeVersionId: versionId }, versionId);
    return { versionId, requestedAt, queued: true };
  } catch (error) {
    ctx.log.error("match.not_queued", { resumeVersionId: versionId, error });
    return { versionId, requestedAt, queued: false };
  }
}

/** Asks for a version of one's own résumé to be matched again by the worker. Throws `not_found` for anybody else's. */
export async function requestMatch(ctx: UserContext, input: RequestMatchInput): Promise<MatchRequest> {
  await refuseOthers(ctx, input.versionId);
  return queueMatch(ctx, input.versionId);
}

/** Matches at once, in this request: for when no worker takes the job. Throws `conflict` while it is being matched anyway. */
export async function matchNow(ctx: UserContext, input: RequestMatchInput): Promise<{ matches: number }> {
  await refuseOthers(ctx, input.versionId);
  const { matches } = await matchOneResume(ctx, input.versionId, "upload");
  return { matches };
}
