import { AppError } from "@/lib/core/kernel/app-error";
import { healthAfter, mayCrawl } from "@/lib/core/pipeline/source-health";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { closeGone } from "./close-gone";
import { type CrawlSummary, crawlSource } from "./crawl-source";

const STAGE = "scrape";

export type ScrapeOutcome = { status: "ok" | "partial" | "unavailable" | "cooling_down"; reason: string | null };

function outcomeOf(crawl: CrawlSummary): ScrapeOutcome {
  if (crawl.documents === 0 && crawl.seenUrls.size === 0 && !crawl.complete) {
    return { status: "unavailable", reason: crawl.reasons[0] ?? "nothing could be read" };
  }
  return crawl.complete ? { status: "ok", reason: null } : { status: "partial", reason: crawl.reasons[0] ?? null };
}

/** The status with its reason, unless the reason begins with it already. */
function statedOutcome({ status, reason }: ScrapeOutcome): string {
  if (reason === null) return status;
  return reason.startsWith(status) ? reason : `${status}: ${reason}`;
}

/** A crawl that the deadline cut off is due again at once; pages it read already answer "unchanged" then. */
function nextRunOf(cadenceMinutes: number | null, startedAt: Date, cutOff: boolean): Date | null {
  if (cadenceMinutes === null) return null;
  return cutOff ? startedAt : new Date(startedAt.getTime() + cadenceMinutes * 60_000);
}

/**
 * Crawls one source, absorbs what it lists, closes what is gone and keeps the source's health. A source that does not
 * answer is a stated outcome, not an error; a failed or partial crawl closes nothing by absence. Throws `not_found`.
 */
export async function scrapeSource(
  ctx: Context,
  run: RunRecorder,
  sourceId: string,
  signal?: AbortSignal,
): Promise<ScrapeOutcome> {
  const source = await ctx.db.source.findUnique({ where: { id: sourceId } });
  if (source === null)
    throw new AppError("not_found", `There is no source "${sourceId}". The sources page lists them.`);
  const startedAt = ctx.now();
  if (!mayCrawl(source, ctx.wallNow())) {
    const reason = `cooling down until ${source.cooldownUntil?.toISOString() ?? ""} after ${source.consecutiveFailures} failed crawls`;
    run.event({
      level: "warn",
      kind: "source.skipped",
      stage: STAGE,
      reason: "cooling_down",
      message: `${source.name}: ${reason}`,
    });
    run.count(STAGE, "cooling_down");
    return { status: "cooling_down", reason };
  }
  const crawl = await run.stage(STAGE, () => crawlSource(ctx, run, source, signal));
  await closeGone(ctx, run, sourceId, crawl, startedAt);
  const outcome = outcomeOf(crawl);
  if (outcome.status === "unavailable")
    run.event({
      level: "error",
      kind: "source.unavailable",
      stage: STAGE,
      reason: "unavailable",
      message: `${source.name}: ${outcome.reason ?? ""}`,
    });
  const failed = outcome.status === "unavailable";
  await ctx.db.source.update({
    where: { id: sourceId },
    data: {
      ...healthAfter(source, failed ? "failed" : "ok", ctx.wallNow()),
      lastRunAt: startedAt,
      ...(failed ? {} : { lastSuccessAt: startedAt }),
      lastOutcome: statedOutcome(outcome),
      nextRunAt: nextRunOf(source.cadenceMinutes, startedAt, signal?.aborted === true),
    },
  });
  return outcome;
}
