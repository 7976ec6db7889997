import { type ListedMatchRow, loadListedMatches } from "@/lib/adapters/db/queries/match-reads";
import { countEvidence, type EvidenceCount } from "@/lib/core/matching/count-evidence";
import type { Band, MatchParts, Weights } from "@/lib/core/matching/match-types";
import { storedBand, storedEvidence, storedParts } from "@/lib/core/matching/stored-match";
import { weightsInput } from "@/lib/core/matching/weights";
import type { UserContext } from "@/lib/services/context/context";
import { type PostingFacts, toPostingFacts } from "./posting-facts";

/** A match as a list shows it. */
export type ListedMatch = {
  id: string;
  score: number;
  band: Band;
  confidence: number;
  parts: MatchParts;
  weights: Weights;
  skills: EvidenceCount;
  posting: PostingFacts;
};

function toListedMatch(row: ListedMatchRow, now: Date): ListedMatch {
  return {
    id: row.id,
    score: row.score,
    band: storedBand.parse(row.band),
    confidence: row.confidence,
    parts: storedParts.parse(row.parts),
    weights: weightsInput.parse(row.weights),
    skills: countEvidence(storedEvidence.parse(row.evidence)),
    posting: toPostingFacts(row.posting, now),
  };
}

/** Matches of the signed-in person in the order of the ids; one that is gone by now is left out. */
export async function loadListed(ctx: UserContext, ids: readonly string[]): Promise<ListedMatch[]> {
  const rows = await loadListedMatches(ctx.db, { userId: ctx.actor.userId, ids });
  const now = ctx.now();
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row === undefined ? [] : [toListedMatch(row, now)];
  });
}
