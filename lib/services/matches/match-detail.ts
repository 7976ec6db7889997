import { findOwnResume, findOwnVersion } from "@/lib/adapters/db/queries/resumes";
import { findPostingText, findPostingWithListings } from "@/lib/adapters/db/queries/match-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import { type ConfidenceReason, confidenceReasons } from "@/lib/core/matching/confidence-reasons";
import { countEvidence, type EvidenceCount } from "@/lib/core/matching/count-evidence";
import type { Band, Evidence, MatchParts, Weights } from "@/lib/core/matching/match-types";
import { storedBlocks } from "@/lib/core/postings/stored-blocks";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { storedProfile } from "@/lib/core/resumes/stored-profile";
import type { UserContext } from "@/lib/services/context/context";
import { type PostingFacts, toPostingFacts } from "./posting-facts";
import { loadSkillLabels, type SkillLabels } from "./skill-labels";

/** One line of evidence with what its skill is called; null labels for years and seniority. */
export type LabelledEvidence = Evidence & { labels: SkillLabels | null };

/** Where a posting is advertised. */
export type ListingFacts = {
  id: string;
  url: string | null;
  state: "open" | "closed";
  lastSeenAt: Date;
  closedAt: Date | null;
  source: string;
  attribution: string | null;
};

/** What a match was computed with; a hash only where the match is kept. */
export type MatchMaking = {
  matchVersion: string;
  statisticsVersion: string;
  embeddingModel: string | null;
  inputsHash: string | null;
  computedAt: Date;
};

export type MatchScore = {
  score: number;
  band: Band;
  confidence: number;
  parts: MatchParts;
  weights: Weights;
};

/** A match with both texts of the exact versions that it was computed on. */
export type MatchDetail = MatchScore & {
  /** Null where the match is not kept: computed for this page. */
  id: string | null;
  evidence: LabelledEvidence[];
  skills: EvidenceCount;
  reasons: ConfidenceReason[];
  resume: {
    id: string;
    title: string;
    versionId: string;
    number: number;
    isNewest: boolean;
    lang: string;
    totalYears: number | null;
    text: string;
    blocks: TextBlock[];
  };
  posting: PostingFacts & {
    versionId: string;
    isCurrent: boolean;
    text: string;
    blocks: TextBlock[];
    listings: ListingFacts[];
  };
  made: MatchMaking;
};

export type MatchParties = { resumeVersionId: string; postingId: string; postingVersionId: string };

async function loadResumeSide(ctx: UserContext, versionId: string): Promise<MatchDetail["resume"]> {
  const { userId } = ctx.actor;
  const version = await findOwnVersion(ctx.db, { versionId, userId });
  const resume = version === null ? null : await findOwnResume(ctx.db, { id: version.resumeId, userId });
  if (version === null || resume === null) throw new AppError("not_found", "This match is not there any more.");
  const { lang, totalYears } = storedProfile.parse(version.profile);
  return {
    id: resume.id,
    title: resume.title,
    versionId,
    number: version.number,
    isNewest: resume.versions[0]?.id === versionId,
    lang,
    totalYears,
    text: version.text,
    blocks: storedBlocks.parse(version.blocks),
  };
}

async function loadPostingSide(ctx: UserContext, parties: MatchParties): Promise<MatchDetail["posting"]> {
  const [posting, version] = await Promise.all([
    findPostingWithListings(ctx.db, parties.postingId),
    findPostingText(ctx.db, { id: parties.postingVersionId, postingId: parties.postingId }),
  ]);
  if (posting === null || version === null) throw new AppError("not_found", "This posting is not there any more.");
  return {
    ...toPostingFacts(posting, ctx.now()),
    title: version.title,
    versionId: version.id,
    isCurrent: version.id === posting.currentVersionId,
    text: version.text,
    blocks: storedBlocks.parse(version.blocks),
    listings: posting.listings.map(({ source, ...listing }) => ({
      ...listing,
      source: source.name,
      attribution: source.attribution,
    })),
  };
}

/** Puts a score together with the two texts that it was computed on. Throws `not_found` where one of them is gone or another's. */
export async function toMatchDetail(
  ctx: UserContext,
  match: MatchScore & { id: string | null; evidence: Evidence[]; made: MatchMaking },
  parties: MatchParties,
): Promise<MatchDetail> {
  const [resume, posting, labels] = await Promise.all([
    loadResumeSide(ctx, parties.resumeVersionId),
    loadPostingSide(ctx, parties),
    loadSkillLabels(
      ctx,
      match.evidence.flatMap(({ skillId }) => (skillId === null ? [] : [skillId])),
    ),
  ]);
  return {
    ...match,
    evidence: match.evidence.map((line) => ({ ...line, labels: labels.get(line.skillId ?? "") ?? null })),
    skills: countEvidence(match.evidence),
    reasons: confidenceReasons(match.parts, match.evidence),
    resume,
    posting,
  };
}
