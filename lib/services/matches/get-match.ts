import { findOwnMatch } from "@/lib/adapters/db/queries/match-reads";
import { AppError } from "@/lib/core/kernel/app-error";
import { storedBand, storedEvidence, storedParts } from "@/lib/core/matching/stored-match";
import { weightsInput } from "@/lib/core/matching/weights";
import type { UserContext } from "@/lib/services/context/context";
import { type MatchDetail, toMatchDetail } from "./match-detail";

/** A kept match of the signed-in person, with both texts of the versions it was computed on. Throws `not_found`. */
export async function getMatch(ctx: UserContext, input: { id: string }): Promise<MatchDetail> {
  const row = await findOwnMatch(ctx.db, { id: input.id, userId: ctx.actor.userId });
  if (row === null) throw new AppError("not_found", "This match is not there any more.");
  const { matchVersion, statisticsVersion, embeddingModel, inputsHash, computedAt } = row;
  return toMatchDetail(
    ctx,
    {
      id: row.id,
      score: row.score,
      band: storedBand.parse(row.band),
      confidence: row.confidence,
      parts: storedParts.parse(row.parts),
      weights: weightsInput.parse(row.weights),
      evidence: storedEvidence.parse(row.evidence),
      made: { matchVersion, statisticsVersion, embeddingModel, inputsHash, computedAt },
    },
    row,
  );
}
