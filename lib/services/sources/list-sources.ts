import { countListingsBySource, findNewestCrawls, findNewestRuns } from "@/lib/adapters/db/queries/source-reads";
import { findAdapter } from "@/lib/adapters/sources/registry";
import { sourceConfig } from "@/lib/adapters/sources/source-config";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { type OutcomeStatus, type SourceState, type StateReason, splitOutcome, stateOf } from "./source-state";

/** A source as the administrator sees it. */
export type SourceLine = {
  id: string;
  name: string;
  adapter: string;
  homepage: string | null;
  attribution: string | null;
  enabled: boolean;
  isDemo: boolean;
  managedBy: "built_in" | "file" | "admin";
  hasNotice: boolean;
  noticeAcceptedAt: Date | null;
  state: SourceState;
  stateReason: StateReason;
  lastOutcome: string | null;
  /** The last outcome's status apart from its words. */
  lastStatus: OutcomeStatus | null;
  lastReason: string | null;
  lastSuccessAt: Date | null;
  lastRunAt: Date | null;
  nextRunAt: Date | null;
  cadenceMinutes: number | null;
  breaker: "closed" | "open" | "half_open";
  cooldownUntil: Date | null;
  consecutiveFailures: number;
  hasSnapshot: boolean;
  /** Adverts that the newest crawl met on the board and those of them that it could read; null before the first crawl that told. */
  crawl: { runId: string; seen: number; saved: number } | null;
  /** Listings that the newest crawl saw for the first time, and all that are open. */
  fresh: number;
  open: number;
  newestRun: { id: string; status: string } | null;
};

function keeperOf(config: unknown): SourceLine["managedBy"] {
  const parsed = sourceConfig.safeParse(config);
  return parsed.success ? parsed.data.managedBy : "built_in";
}

/** All sources with their health. For administrators and jobs only. */
export async function listSources(ctx: Context): Promise<SourceLine[]> {
  adminOnly(ctx);
  const [sources, listings, runs, crawls] = await Promise.all([
    ctx.db.source.findMany({ omit: { createdAt: true, noticeAcceptedById: true }, orderBy: { id: "asc" } }),
    countListingsBySource(ctx.db),
    findNewestRuns(ctx.db),
    findNewestCrawls(ctx.db),
  ]);
  const now = ctx.wallNow();
  return sources.map(({ config, snapshotRunId, ...source }) => {
    const hasNotice = findAdapter(source.adapter)?.hasNotice === true;
    const { state, reason } = stateOf({ ...source, hasNotice }, now);
    const last = source.lastOutcome === null ? null : splitOutcome(source.lastOutcome);
    const { open = 0, fresh = 0 } = listings.get(source.id) ?? {};
    const crawl = crawls.get(source.id) ?? null;
    return {
      ...source,
      managedBy: keeperOf(config),
      hasNotice,
      state,
      stateReason: reason,
      lastStatus: last?.status ?? null,
      lastReason: last?.reason ?? null,
      hasSnapshot: snapshotRunId !== null,
      crawl,
      fresh,
      open,
      newestRun: runs.get(source.id) ?? (crawl === null ? null : { id: crawl.runId, status: crawl.status }),
    };
  });
}
