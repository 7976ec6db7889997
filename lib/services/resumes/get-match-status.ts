import { z } from "zod";
import { findMatchState, ownsVersion } from "@/lib/adapters/db/queries/resumes";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";

export const matchStatusInput = z.object({
  versionId: z.string().min(1).max(64),
  /** Only a matching asked for at or after this instant counts: for matching again. */
  since: z.iso.datetime().nullable(),
});
export type MatchStatusInput = z.infer<typeof matchStatusInput>;

/** Where the matching of a résumé version stands. */
export type MatchStatus = {
  state: "waiting" | "running" | "matched" | "failed";
  /** Kept matches of the version. */
  matches: number;
  /** Instant of the newest of them. */
  computedAt: string | null;
};

/** The state of matching a version of one's own résumé. Throws `not_found` for anybody else's. */
export async function getMatchStatus(ctx: UserContext, input: MatchStatusInput): Promise<MatchStatus> {
  if (!(await ownsVersion(ctx.db, { versionId: input.versionId, userId: ctx.actor.userId })))
    throw new AppError("not_found", "This résumé is not there any more.");
  const since = input.since === null ? null : new Date(input.since);
  const { run, matches, computedAt } = await findMatchState(ctx.db, { versionId: input.versionId, since });
  const facts = { matches, computedAt: computedAt?.toISOString() ?? null };
  switch (run?.status) {
    case "queued":
    case "running":
      return { state: "running", ...facts };
    case "succeeded":
    case "partial":
      return { state: "matched", ...facts };
    case "failed":
    case "interrupted":
      return { state: "failed", ...facts };
    default:
      // The daily run matches every résumé without a run of its own.
      return { state: since === null && matches > 0 ? "matched" : "waiting", ...facts };
  }
}
