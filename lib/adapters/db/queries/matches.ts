import type { Tx } from "../client";
import { writeRows } from "../write-rows";

/** A match as stored. */
export type MatchRow = {
  id: string;
  userId: string;
  resumeVersionId: string;
  postingId: string;
  postingVersionId: string;
  score: number;
  band: string;
  confidence: number;
  parts: unknown;
  evidence: unknown;
  weights: unknown;
  matchVersion: string;
  statisticsVersion: string;
  embeddingModel: string | null;
  inputsHash: string;
  computedAt: Date;
  runId: string | null;
};

/** Replaces all matches of a résumé version. */
export async function replaceMatches(tx: Tx, resumeVersionId: string, rows: readonly MatchRow[]): Promise<void> {
  await tx.match.deleteMany({ where: { resumeVersionId } });
  for (let from = 0; from < rows.length; from += 100) {
    await writeRows(tx, "Match", rows.slice(from, from + 100), { key: ["id"], update: [] });
  }
}
