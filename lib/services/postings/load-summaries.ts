import { loadPostingSummaries, loadVersionSkills } from "@/lib/adapters/db/queries/posting-reads";
import type { Context } from "@/lib/services/context/context";
import { type PostingSummary, toSummary } from "./to-summary";

/** Postings as lines of a list, in the order of the ids. */
export async function loadSummaries(ctx: Context, ids: readonly string[]): Promise<PostingSummary[]> {
  const rows = await loadPostingSummaries(ctx.db, ids);
  const skills = await loadVersionSkills(
    ctx.db,
    rows.map((row) => row.currentVersionId),
  );
  const byVersion = new Map<string, typeof skills>();
  for (const skill of skills) byVersion.set(skill.versionId, [...(byVersion.get(skill.versionId) ?? []), skill]);
  return rows.map((row) => toSummary(row, byVersion.get(row.currentVersionId) ?? [], ctx.now()));
}
