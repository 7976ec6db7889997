import type { RunTrigger } from "@/lib/core/pipeline/run-report";
import type { Context } from "@/lib/services/context/context";
import { findDueSources } from "@/lib/services/sources/due-sources";
import { runDaily, type ScrapeRun } from "./run-daily";

const MINUTES_A_DAY = 24 * 60;
/** Cron, UTC: as often as the shortest cadence. */
export const FREQUENT_SCHEDULE = "*/15 * * * *";

/** Crawls the due ones of the sources whose cadence is shorter than a day, then all stages; null, and no run, where none is due. */
export async function runFrequent(
  ctx: Context,
  options: { trigger: RunTrigger; deadline?: Date | null },
): Promise<{ runId: string; status: string; result: ScrapeRun } | null> {
  const sourceIds = await findDueSources(ctx, MINUTES_A_DAY);
  return sourceIds.length === 0 ? null : runDaily(ctx, { ...options, sourceIds });
}
