import { countListingsBySource, findNewestRuns } from "@/lib/adapters/db/queries/source-reads";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

export type SourceHealthWord = "ok" | "warn" | "bad" | "off" | "unused";

/** A source as the administrator sees it. */
export type SourceLine = {
  id: string;
  name: string;
  adapter: string;
  homepage: string | null;
  attribution: string | null;
  enabled: boolean;
  isDemo: boolean;
  health: SourceHealthWord;
  lastOutcome: string | null;
  lastSuccessAt: Date | null;
  lastRunAt: Date | null;
  nextRunAt: Date | null;
  cadenceMinutes: number | null;
  breaker: "closed" | "open" | "half_open";
  cooldownUntil: Date | null;
  consecutiveFailures: number;
  /** Listings that the newest crawl met, of those the new ones, and all that are open. */
  seen: number;
  fresh: number;
  open: number;
  newestRun: { id: string; status: string } | null;
};

type HealthFacts = {
  enabled: boolean;
  breaker: string;
  lastRunAt: Date | null;
  lastOutcome: string | null;
  consecutiveFailures: number;
};

/** One word for how a source is doing. */
export function healthWord(source: HealthFacts): SourceHealthWord {
  if (!source.enabled) return "off";
  if (source.breaker === "open") return "bad";
  if (source.lastRunAt === null) return "unused";
  if (source.consecutiveFailures > 0) return "bad";
  return source.lastOutcome === null || source.lastOutcome === "ok" ? "ok" : "warn";
}

/** All sources with their health. For administrators and jobs only. */
export async function listSources(ctx: Context): Promise<SourceLine[]> {
  adminOnly(ctx);
  const [sources, listings, runs] = await Promise.all([
    ctx.db.source.findMany({ omit: { config: true, createdAt: true }, orderBy: { id: "asc" } }),
    countListingsBySource(ctx.db),
    findNewestRuns(ctx.db),
  ]);
  return sources.map((source) => ({
    ...source,
    ...(listings.get(source.id) ?? { open: 0, seen: 0, fresh: 0 }),
    health: healthWord(source),
    newestRun: runs.get(source.id) ?? null,
  }));
}
