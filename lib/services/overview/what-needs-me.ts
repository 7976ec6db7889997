import { isMatchingFailed, listTroubledSources } from "@/lib/adapters/db/queries/overview";
import type { UserContext } from "@/lib/services/context/context";
import type { ChosenResume } from "@/lib/services/matches/choose-resume";
import { type OutcomeStatus, splitOutcome } from "@/lib/services/sources/source-state";

/** Something that waits for the person. */
export type Need =
  | { kind: "no_resume" }
  | { kind: "no_sources" }
  | { kind: "match_failed"; resumeId: string; title: string }
  | { kind: "match_waiting"; resumeId: string; title: string }
  | { kind: "check_resume"; resumeId: string; title: string; count: number }
  | { kind: "source_down"; sourceId: string; name: string; status: OutcomeStatus | null; reason: string | null };

async function resumeNeeds(ctx: UserContext, resume: ChosenResume, issues: number): Promise<Need[]> {
  const about = { resumeId: resume.id, title: resume.title };
  const needs: Need[] = [];
  if (await isMatchingFailed(ctx.db, resume.newestVersionId)) needs.push({ kind: "match_failed", ...about });
  else if (resume.isBehind || resume.matches === 0) needs.push({ kind: "match_waiting", ...about });
  if (issues > 0) needs.push({ kind: "check_resume", ...about, count: issues });
  return needs;
}

async function adminNeeds(ctx: UserContext, sources: number): Promise<Need[]> {
  if (ctx.actor.role !== "admin") return [];
  if (sources === 0) return [{ kind: "no_sources" }];
  const troubled = await listTroubledSources(ctx.db);
  return troubled.map(({ id, name, lastOutcome }) => ({
    kind: "source_down",
    sourceId: id,
    name,
    ...(lastOutcome === null ? { status: null, reason: null } : splitOutcome(lastOutcome)),
  }));
}

/** What waits for the signed-in person, their own things first; sources only for administrators. */
export async function whatNeedsMe(
  ctx: UserContext,
  facts: { resume: ChosenResume | null; issues: number; sources: number; openPostings: number },
): Promise<Need[]> {
  const { resume } = facts;
  // With no posting to match there is nothing to wait for.
  const own: Need[] =
    resume === null
      ? [{ kind: "no_resume" }]
      : (await resumeNeeds(ctx, resume, facts.issues)).filter(
          ({ kind }) => kind !== "match_waiting" || facts.openPostings > 0,
        );
  return [...own, ...(await adminNeeds(ctx, facts.sources))];
}
