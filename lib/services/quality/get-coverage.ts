import { type CoverageRow, coverageByLanguage, coverageBySource } from "@/lib/adapters/db/queries/coverage";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

export type { CoverageRow } from "@/lib/adapters/db/queries/coverage";

/** How much is known of the open postings, by language and by source. Throws `not_found` for anybody but an administrator. */
export async function getCoverage(ctx: Context): Promise<{ languages: CoverageRow[]; sources: CoverageRow[] }> {
  adminOnly(ctx);
  const [languages, sources] = await Promise.all([coverageByLanguage(ctx.db), coverageBySource(ctx.db)]);
  return { languages, sources };
}
