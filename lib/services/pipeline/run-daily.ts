import type { RunTrigger } from "@/lib/core/pipeline/run-report";
import { resolveCompanies } from "@/lib/services/companies/resolve-companies";
import type { Context } from "@/lib/services/context/context";
import { embedPostings } from "@/lib/services/embeddings/embed-postings";
import { enrichPostings } from "@/lib/services/enrichment/enrich-postings";
import { enrichWithModel } from "@/lib/services/enrichment/enrich-with-model";
import { refreshStatistics } from "@/lib/services/matches/corpus-statistics";
import { closeExpiredListings } from "@/lib/services/postings/close-expired";
import { resolvePlaces } from "@/lib/services/places/resolve-places";
import { dedupePostings } from "@/lib/services/postings/dedupe-postings";
import { matchAllResumes } from "@/lib/services/matches/match-resume";
import { purgeEverybodysDeletedResumes } from "@/lib/services/resumes/delete-resume";
import { purgeRawDocuments } from "@/lib/services/runs/purge-raw-documents";
import { withRun } from "@/lib/services/runs/with-run";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { PIPELINE_LEASE } from "./pipeline-lease";
import { signalUntil } from "./signal-until";
import { findDueSources } from "@/lib/services/sources/due-sources";
import { type ScrapeOptions, type ScrapeOutcome, scrapeSource } from "@/lib/services/sources/scrape-source";
import { collectTerms } from "@/lib/services/terms/collect-terms";
import { refreshTrends } from "@/lib/services/trends/refresh-trends";

export type PipelineEnd = { complete: boolean };

/**
 * The stages after absorbing, each picking up what is missing or out of date: put together, companies, read, places, embed, count, match, trends; and last the
 * model, where it is turned on, for nothing waits for it. Stops between batches when the deadline has passed; the next call goes on. Without embedding, matches lack their semantic part.
 */
export async function processPostings(
  ctx: Context,
  run: RunRecorder,
  deadline: Date | null = null,
  options: { embed: boolean } = { embed: true },
): Promise<PipelineEnd> {
  const late = () => deadline !== null && ctx.wallNow() >= deadline;
  if (!(await dedupePostings(ctx, run, deadline)) || late()) return { complete: false };
  if (!(await resolveCompanies(ctx, run, deadline)) || late()) return { complete: false };
  if (!(await enrichPostings(ctx, run, deadline)) || late()) return { complete: false };
  return processRead(ctx, run, deadline, options);
}

/** The stages that follow from what was read. */
export async function processRead(
  ctx: Context,
  run: RunRecorder,
  deadline: Date | null,
  options: { embed: boolean } = { embed: true },
): Promise<PipelineEnd> {
  const late = () => deadline !== null && ctx.wallNow() >= deadline;
  if (!(await collectTerms(ctx, run, deadline)) || late()) return { complete: false };
  if (!(await resolvePlaces(ctx, run, deadline)) || late()) return { complete: false };
  const embedded = options.embed && (await embedPostings(ctx, run, deadline));
  if (late()) return { complete: false };
  await refreshStatistics(ctx, run);
  await refreshTrends(ctx, run);
  const matched = await matchAllResumes(ctx, run, deadline);
  const asked = await enrichWithModel(ctx, run, deadline);
  return { complete: embedded && matched && asked };
}

/** Of the sources that were asked for, those that are still on. */
async function stillOn(ctx: Context, sourceIds: readonly string[]): Promise<string[]> {
  const on = await ctx.db.source.findMany({
    where: { id: { in: [...sourceIds] }, enabled: true, adapter: { not: "file" } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  return on.map((source) => source.id);
}

export type ScrapeRun = { sources: Record<string, ScrapeOutcome>; complete: boolean };

async function scrapeThenProcess(
  ctx: Context,
  run: RunRecorder,
  sourceIds: readonly string[],
  deadline: Date | null,
  options: ScrapeOptions = {},
): Promise<ScrapeRun> {
  const sources: Record<string, ScrapeOutcome> = {};
  for (const id of sourceIds) {
    if (deadline !== null && ctx.wallNow() >= deadline) break;
    sources[id] = await scrapeSource(ctx, run, id, signalUntil(ctx, deadline), options);
    run.report["sources"] = sources;
  }
  await closeExpiredListings(ctx, run);
  return { sources, ...(await processPostings(ctx, run, deadline)) };
}

type JobOptions = { trigger: RunTrigger; runId?: string | undefined; deadline?: Date | null };

/** The daily pipeline: every source that is due, or those that are named, then all stages, as one registered run. */
export async function runDaily(
  ctx: Context,
  options: JobOptions & { sourceIds?: readonly string[] | undefined },
): Promise<{ runId: string; status: string; result: ScrapeRun }> {
  return withRun(
    ctx,
    {
      kind: "daily",
      trigger: options.trigger,
      leaseKey: PIPELINE_LEASE,
      input: options.sourceIds === undefined ? {} : { sourceIds: options.sourceIds },
      ...(options.runId === undefined ? {} : { runId: options.runId }),
    },
    async (run) => {
      await purgeEverybodysDeletedResumes(ctx);
      await purgeRawDocuments(ctx, run);
      const { sourceIds, deadline = null } = options;
      const wanted = sourceIds === undefined ? await findDueSources(ctx) : await stillOn(ctx, sourceIds);
      return scrapeThenProcess(ctx, run, wanted, deadline);
    },
  );
}

/** Crawls one source whether it is due or not, or reads its last snapshot, then all stages, as one registered run. */
export async function runScrape(
  ctx: Context,
  sourceId: string,
  options: JobOptions & ScrapeOptions,
): Promise<{ runId: string; status: string; result: ScrapeRun }> {
  const { from } = options;
  const spec = {
    kind: "scrape" as const,
    trigger: options.trigger,
    leaseKey: PIPELINE_LEASE,
    sourceId,
    input: { sourceId, ...(from === undefined ? {} : { from }) },
  };
  return withRun(ctx, options.runId === undefined ? spec : { ...spec, runId: options.runId }, (run) =>
    scrapeThenProcess(ctx, run, [sourceId], options.deadline ?? null, { from }),
  );
}
