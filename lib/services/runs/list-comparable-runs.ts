import { findComparableRuns } from "@/lib/adapters/db/queries/run-reads";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { manifestOf } from "./run-artefacts";

const TAKE = 100;

export type ComparableRun = { id: string; kind: string; sourceId: string | null; at: string };

/** The newest hundred runs that left a manifest, newest first. For administrators and jobs only. */
export async function listComparableRuns(ctx: Context): Promise<ComparableRun[]> {
  adminOnly(ctx);
  const runs = await findComparableRuns(ctx.db, TAKE);
  return runs
    .filter((run) => manifestOf(run) !== null)
    .map(({ id, kind, sourceId, queuedAt }) => ({ id, kind, sourceId, at: queuedAt.toISOString() }));
}
