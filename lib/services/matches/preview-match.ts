import { findVectors } from "@/lib/adapters/db/queries/embeddings";
import { findKeptMatch, findPostingWithListings } from "@/lib/adapters/db/queries/match-reads";
import { loadMatchVersions } from "@/lib/adapters/db/queries/match-postings";
import { AppError } from "@/lib/core/kernel/app-error";
import { scorePrepared } from "@/lib/core/matching/score-match";
import { MATCH_VERSION } from "@/lib/core/matching/weights";
import type { UserContext } from "@/lib/services/context/context";
import { chooseResume } from "./choose-resume";
import { loadStatistics } from "./corpus-statistics";
import { type MatchDetail, toMatchDetail } from "./match-detail";
import { toMatchPosting } from "./match-posting";
import { loadResumeForMatch } from "./match-resume";

/** The match of any posting with one of the signed-in person's résumés. */
export type MatchPreview =
  | { kind: "kept"; matchId: string }
  | { kind: "computed"; match: MatchDetail }
  /** The person has no résumé yet. */
  | { kind: "no_resume" }
  /** The posting has not been read yet. */
  | { kind: "unread" };

async function scoreNow(
  ctx: UserContext,
  parties: { resumeVersionId: string; postingId: string; postingVersionId: string },
): Promise<MatchDetail | null> {
  const version = (await loadMatchVersions(ctx.db, [parties.postingVersionId])).get(parties.postingVersionId);
  if (version === undefined) return null;
  const resume = await loadResumeForMatch(ctx, parties.resumeVersionId);
  const statistics = await loadStatistics(ctx);
  const key = { subject: "posting_version" as const, model: ctx.embedder().id };
  const embedding = (await findVectors(ctx.db, key, [version.id])).get(version.id) ?? null;
  const { concepts } = ctx.taxonomy();
  const posting = toMatchPosting(parties.postingId, version, embedding, concepts);
  const { score, band, confidence, parts, evidence } = scorePrepared(
    resume.prepared,
    { posting, terms: null },
    { statistics, weights: resume.weights, concepts },
  );
  const made = {
    matchVersion: MATCH_VERSION,
    statisticsVersion: statistics.version,
    embeddingModel: embedding === null ? null : ctx.embedder().id,
    inputsHash: null,
    computedAt: ctx.now(),
  };
  return toMatchDetail(
    ctx,
    { id: null, score, band, confidence, parts, evidence, weights: resume.weights, made },
    parties,
  );
}

/**
 * How a posting fits a résumé of the signed-in person (the one of that id, else their newest): the kept match where there is
 * one, else computed now and not kept. Throws `not_found` for a posting that is not there.
 */
export async function previewMatch(
  ctx: UserContext,
  input: { postingId: string; resumeId: string | null },
): Promise<MatchPreview> {
  const posting = await findPostingWithListings(ctx.db, input.postingId);
  if (posting === null) throw new AppError("not_found", "This posting is not there any more.");
  const { chosen } = await chooseResume(ctx, input.resumeId);
  if (chosen === null) return { kind: "no_resume" };
  const parties = { resumeVersionId: chosen.versionId, postingId: posting.id };
  const kept = await findKeptMatch(ctx.db, { userId: ctx.actor.userId, ...parties });
  if (kept !== null) return { kind: "kept", matchId: kept.id };
  const match = await scoreNow(ctx, { ...parties, postingVersionId: posting.currentVersionId });
  return match === null ? { kind: "unread" } : { kind: "computed", match };
}
