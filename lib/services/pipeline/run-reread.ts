import { countUnreadVersions, type VersionScope } from "@/lib/adapters/db/queries/enrichment";
import type { RunTrigger } from "@/lib/core/pipeline/run-report";
import type { Context } from "@/lib/services/context/context";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { readingVersion } from "@/lib/services/runs/current-versions";
import { withRun } from "@/lib/services/runs/with-run";
import { PIPELINE_LEASE } from "./pipeline-lease";
import { processRead } from "./run-daily";

export type RereadOptions = {
  trigger: RunTrigger;
  runId?: string | undefined;
  deadline?: Date | null;
  /** At most this many texts; all that are out of date where absent. */
  limit?: number | undefined;
  /** Also the texts that postings had before their current one. */
  all?: boolean | undefined;
};

/** What a rereading came to: texts read, those that could not be, and those still out of date. */
export type RereadEnd = { read: number; failed: number; left: number; complete: boolean };

/**
 * Reads again what is out of date, and nothing else, as one registered run. Once nothing is left, what follows from the readings is
 * brought up as well: terms, places, embeddings, rarity, trends, matches. Stopped at any point, the next call goes on. Throws `conflict`
 * while another run works on postings.
 */
export async function runReread(
  ctx: Context,
  options: RereadOptions,
): Promise<{ runId: string; status: string; result: RereadEnd }> {
  const { trigger, runId, deadline = null, limit, all = false } = options;
  const versions: VersionScope = all ? "all" : "current";
  const input = { versions, ...(limit === undefined ? {} : { limit }) };
  return withRun(ctx, { kind: "enrich", trigger, leaseKey: PIPELINE_LEASE, input, runId }, async (run) => {
    await enrichPostings(ctx, run, deadline, { versions, limit: limit ?? Infinity });
    const { done: read = 0, failed = 0 } = run.counts["enrich"] ?? {};
    const left = await countUnreadVersions(ctx.db, readingVersion(ctx), versions);
    if (left > failed) return { read, failed, left, complete: false };
    const { complete } = await processRead(ctx, run, deadline);
    return { read, failed, left, complete: complete && left === 0 };
  });
}
