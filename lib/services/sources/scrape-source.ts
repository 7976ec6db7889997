import { findAdapter } from "@/lib/adapters/sources/registry";
import { type SourceConfig, sourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import {
  type CrawlVerdict,
  healthAfter,
  isTrial,
  mayCrawl,
  nextRunAfter,
  type SourceHealth,
} from "@/lib/core/pipeline/source-health";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { type CrawlInput, chooseInput } from "./choose-input";
import { closeGone } from "./close-gone";
import { type CrawlableSource, crawlSource } from "./crawl-source";
import { type CrawlStatus, type CrawlSummary, figuresOf, hasFailed, outcomeOfCrawl } from "./crawl-summary";
import { readSnapshot } from "./read-snapshot";
import { SourceBreaker } from "./source-breaker";
import { statedOutcome } from "./source-state";

const STAGE = "scrape";

export type ScrapeOutcome = {
  status: CrawlStatus | "cooling_down";
  reason: string | null;
  /** What was read: the board itself, the documents of its last whole crawl, or nothing. */
  input: CrawlInput["input"];
};

export type ScrapeOptions = {
  /** Asks for the source's last snapshot instead of the board. */
  from?: "live" | "snapshot" | undefined;
};

/** A board that lists nothing at all where so many adverts were open has changed rather than emptied. */
const SUSPICIOUSLY_MANY_LOST = 5;

type StoredSource = CrawlableSource &
  SourceHealth & {
    name: string;
    cadenceMinutes: number | null;
    snapshotRunId: string | null;
    lastRunAt: Date | null;
    nextRunAt: Date | null;
  };

/** A crawl that was cut off left the source due at the instant at which it began. */
function wasCutOff({ lastRunAt, nextRunAt }: StoredSource): boolean {
  return lastRunAt !== null && nextRunAt !== null && nextRunAt <= lastRunAt;
}

function tellInput(run: RunRecorder, source: StoredSource, choice: CrawlInput): void {
  const { input, why, words } = choice;
  const snapshot =
    choice.input === "snapshot"
      ? { snapshotRunId: choice.snapshot.runId, takenAt: choice.snapshot.clock.toISOString() }
      : {};
  run.event({
    level: input === "live" ? "info" : "warn",
    kind: input === "none" ? "source.skipped" : "input.chosen",
    stage: STAGE,
    reason: why,
    message: `${source.name}: ${input === "none" ? "" : `${input}, `}${words}`,
    detail: { input, why, ...snapshot },
  });
}

async function readFromSnapshot(
  ctx: Context,
  run: RunRecorder,
  source: StoredSource,
  choice: Extract<CrawlInput, { input: "snapshot" }>,
): Promise<ScrapeOutcome> {
  const summary = await run.stage(STAGE, () => readSnapshot(ctx, run, source, choice.snapshot));
  const status = summary.failures > 0 ? ("partial" as const) : ("ok" as const);
  const reason = `read from the snapshot of ${choice.snapshot.clock.toISOString()}: ${choice.words}`;
  return { status: summary.adverts === 0 && summary.failures > 0 ? "broken" : status, reason, input: "snapshot" };
}

/** Nothing is closed by the absence of everything: the list is taken as not read. */
async function doubtEmptyList(
  ctx: Context,
  run: RunRecorder,
  source: StoredSource,
  summary: CrawlSummary,
): Promise<void> {
  if (!summary.complete || summary.adverts > 0 || summary.seenUrls.size > 0) return;
  const open = await ctx.db.listing.count({ where: { sourceId: source.id, state: "open" } });
  if (open < SUSPICIOUSLY_MANY_LOST) return;
  const reason = `the list named no advert at all although ${open} were open`;
  summary.complete = false;
  summary.readWhole = false;
  summary.reasons.push(reason);
  run.event({
    level: "warn",
    kind: "source.emptied",
    stage: STAGE,
    reason: "empty_list",
    message: `${source.name}: ${reason}`,
  });
}

function verdictOf(summary: CrawlSummary, status: CrawlStatus): CrawlVerdict {
  if (summary.tripped !== null) return "tripped";
  return hasFailed(status) ? "failed" : "ok";
}

/** The health to keep: a server's wish to be left alone outlasts the crawl and the process. */
function healthOf(
  source: StoredSource,
  summary: CrawlSummary,
  verdict: CrawlVerdict,
  config: SourceConfig,
  now: Date,
): SourceHealth {
  const { crawlsBeforeBreak, coolDownMinutes } = config.politeness;
  const health = healthAfter(source, verdict, now, { crawlsBeforeBreak, coolDownMs: coolDownMinutes * 60_000 });
  const restUntil = summary.restUntil;
  if (restUntil === null || restUntil <= now) return health;
  return {
    ...health,
    cooldownUntil: health.cooldownUntil !== null && health.cooldownUntil > restUntil ? health.cooldownUntil : restUntil,
  };
}

/** Asks the board, with the breaker told of it: a crawl after a cool-down is its trial. */
async function askBoard(
  ctx: Context,
  run: RunRecorder,
  source: StoredSource,
  breaker: SourceBreaker,
  signal: AbortSignal | undefined,
): Promise<CrawlSummary> {
  const trial = isTrial(source);
  if (trial) {
    breaker.move("half_open", "the cool-down is over: this crawl is the trial");
    await ctx.db.source.update({ where: { id: source.id }, data: { breaker: "half_open" } });
  }
  const summary = await run.stage(STAGE, () =>
    crawlSource(ctx, run, source, {
      signal,
      trial,
      resumes: wasCutOff(source),
      onBreaker: (state) => {
        if (state === "open") breaker.move("open", "the requests of this crawl kept failing");
      },
    }),
  );
  run.crawls[source.id] = figuresOf(summary);
  await doubtEmptyList(ctx, run, source, summary);
  return summary;
}

async function crawlLive(
  ctx: Context,
  run: RunRecorder,
  source: StoredSource,
  signal: AbortSignal | undefined,
): Promise<ScrapeOutcome> {
  const config = sourceConfig.parse(source.config);
  const breaker = new SourceBreaker(run, source, STAGE);
  const summary = await askBoard(ctx, run, source, breaker, signal);
  const { status, reason } = outcomeOfCrawl(summary);
  const outcome: ScrapeOutcome = { status, reason, input: "live" };
  const failed = hasFailed(status);
  if (failed) {
    const message = `${source.name}: ${reason ?? ""}`;
    run.event({ level: "error", kind: "source.unavailable", stage: STAGE, reason: status, message });
  } else {
    await closeGone(ctx, run, source.id, summary, run.clock);
  }
  const health = healthOf(source, summary, verdictOf(summary, status), config, ctx.wallNow());
  breaker.move(health.breaker, summary.tripped ?? reason ?? "the crawl went well");
  const { cadenceMinutes } = source;
  const nextRunAt = nextRunAfter(
    { cadenceMinutes, cooldownUntil: health.cooldownUntil },
    run.clock,
    signal?.aborted === true,
  );
  await ctx.db.source.update({
    where: { id: source.id },
    data: {
      ...health,
      lastRunAt: run.clock,
      ...(failed ? {} : { lastSuccessAt: run.clock }),
      ...(!failed && (summary.complete || summary.readWhole) ? { snapshotRunId: run.runId } : {}),
      lastOutcome: statedOutcome(outcome),
      nextRunAt,
    },
  });
  return outcome;
}

/**
 * Reads one source: crawls its board, absorbs what it lists, closes what is gone and keeps the source's health; or reads its last
 * snapshot while it cools down or when asked to. A source that says no is a stated outcome, not an error; a failed crawl closes
 * nothing, a partial one nothing by absence. Throws `not_found` for an unknown source, and for a snapshot that is not there.
 */
export async function scrapeSource(
  ctx: Context,
  run: RunRecorder,
  sourceId: string,
  signal?: AbortSignal,
  options: ScrapeOptions = {},
): Promise<ScrapeOutcome> {
  const source = await ctx.db.source.findUnique({ where: { id: sourceId } });
  if (source === null)
    throw new AppError("not_found", `There is no source "${sourceId}". The sources page lists them.`);
  const needsNotice = findAdapter(source.adapter)?.hasNotice === true && source.noticeAcceptedAt === null;
  const mayAsk = mayCrawl(source, ctx.wallNow());
  const choice = await chooseInput(ctx, source, { needsNotice, mayAsk, from: options.from ?? "live" });
  tellInput(run, source, choice);
  if (choice.why === "cooling_down")
    await ctx.db.source.update({
      where: { id: sourceId },
      data: { nextRunAt: nextRunAfter(source, run.clock, false) },
    });
  switch (choice.input) {
    case "none":
      run.count(STAGE, choice.status);
      return { status: choice.status, reason: choice.words, input: "none" };
    case "snapshot":
      return readFromSnapshot(ctx, run, source, choice);
    case "live":
      return crawlLive(ctx, run, source, signal);
  }
}
