import { findVectors } from "@/lib/adapters/db/queries/embeddings";
import { countKeptMatches, listMatchedAsking } from "@/lib/adapters/db/queries/match-reads";
import { loadMatchVersions } from "@/lib/adapters/db/queries/match-postings";
import { AppError } from "@/lib/core/kernel/app-error";
import { computeGapWorth, computeSkillWorth, type GapWorth, type SkillWorth } from "@/lib/core/matching/gap-worth";
import { postingTerms } from "@/lib/core/matching/keyword-coverage";
import type { MatchContext, PreparedPosting } from "@/lib/core/matching/score-match";
import { BAND_FLOORS } from "@/lib/core/matching/weights";
import type { UserContext } from "@/lib/services/context/context";
import { loadStatistics } from "./corpus-statistics";
import type { MatchDetail } from "./match-detail";
import { toMatchPosting } from "./match-posting";
import { type LoadedResume, loadResumeForMatch } from "./match-resume";
import { loadSkillLabels, type SkillLabels } from "./skill-labels";

/** Gaps of one match that are followed through the other kept matches. */
const FOLLOWED = 3;

/** What one gap is worth here, and, for the largest, over the kept matches that ask for the same skill. */
export type NamedWorth = GapWorth & {
  labels: SkillLabels;
  over: Pick<SkillWorth, "lifted" | "asked" | "meanGain"> | null;
};

/** `floor`: the score that "reach" means. `kept`: the matches that the wider figures were looked for in. */
export type MatchWorth = { gaps: NamedWorth[]; floor: number; kept: number };

type Parties = { resumeVersionId: string; postingId: string; postingVersionId: string };

async function preparePostings(
  ctx: UserContext,
  wanted: readonly { postingId: string; versionId: string }[],
): Promise<PreparedPosting[]> {
  const ids = wanted.map(({ versionId }) => versionId);
  const versions = await loadMatchVersions(ctx.db, ids);
  const vectors = await findVectors(ctx.db, { subject: "posting_version", model: ctx.embedder().id }, ids);
  const { concepts } = ctx.taxonomy();
  return wanted.flatMap(({ postingId, versionId }) => {
    const version = versions.get(versionId);
    if (version === undefined) return [];
    const posting = toMatchPosting(postingId, version, vectors.get(versionId) ?? null, concepts);
    return [{ posting, terms: postingTerms(posting) }];
  });
}

async function followSkills(
  ctx: UserContext,
  resume: LoadedResume,
  gaps: readonly GapWorth[],
  context: MatchContext,
): Promise<Map<string, SkillWorth>> {
  const wanted = {
    userId: ctx.actor.userId,
    resumeVersionId: resume.id,
    skillIds: gaps.map(({ skillId }) => skillId),
  };
  const postings = await preparePostings(ctx, await listMatchedAsking(ctx.db, wanted));
  return new Map(
    gaps.map(({ skillId, label }) => [
      skillId,
      computeSkillWorth(resume.prepared, postings, { id: skillId, label }, BAND_FLOORS.good, context),
    ]),
  );
}

/**
 * What would change a match: for each gap the score that stating it would give, found by scoring again; for the three that
 * give most, the same over every kept match that asks for the skill. Nothing is estimated. Gaps that change nothing are left out.
 */
export async function computeMatchWorth(
  ctx: UserContext,
  match: Parties & Pick<MatchDetail, "weights">,
): Promise<MatchWorth> {
  const resume = await loadResumeForMatch(ctx, match.resumeVersionId);
  if (resume.userId !== ctx.actor.userId) throw new AppError("not_found", "This match is not there any more.");
  const [posting] = await preparePostings(ctx, [{ postingId: match.postingId, versionId: match.postingVersionId }]);
  if (posting === undefined) throw new AppError("not_found", "This posting is not there any more.");
  const { concepts } = ctx.taxonomy();
  const context = { statistics: await loadStatistics(ctx), weights: match.weights, concepts };
  const gaps = computeGapWorth(resume.prepared, posting, context).filter(({ gain }) => gain > 0);
  const followed = await followSkills(ctx, resume, gaps.slice(0, FOLLOWED), context);
  const labels = await loadSkillLabels(
    ctx,
    gaps.map(({ skillId }) => skillId),
  );
  const kept = await countKeptMatches(ctx.db, { userId: ctx.actor.userId, resumeVersionId: resume.id });
  return {
    gaps: gaps.map((gap) => ({
      ...gap,
      labels: labels.get(gap.skillId) ?? { en: gap.label, es: gap.label },
      over: followed.get(gap.skillId) ?? null,
    })),
    floor: BAND_FLOORS.good,
    kept,
  };
}
