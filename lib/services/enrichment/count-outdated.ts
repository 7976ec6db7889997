import { countUnreadVersions } from "@/lib/adapters/db/queries/enrichment";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { readingVersion } from "@/lib/services/runs/current-versions";

/**
 * How many postings there are, and how many of them were read with other rules or other knowledge than those of now. Throws `not_found`
 * for anybody but an administrator.
 */
export async function countOutdated(ctx: Context): Promise<{ outdated: number; postings: number }> {
  adminOnly(ctx);
  const [outdated, postings] = await Promise.all([
    countUnreadVersions(ctx.db, readingVersion(ctx), "current"),
    ctx.db.posting.count(),
  ]);
  return { outdated, postings };
}
