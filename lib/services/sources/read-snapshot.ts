import type { PreparedAdvert } from "@/lib/core/pipeline/prepare-advert";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { ABSORB_BATCH, absorbBatch } from "@/lib/services/postings/absorb-batch";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { type CrawlableSource, openIntake } from "./crawl-source";
import { type CrawlSummary, noteFailure } from "./crawl-summary";
import { finalUrlOf, type Intake, readDocument } from "./document-intake";

const STAGE = "scrape";
const PAGE = 200;

export type Snapshot = { runId: string; clock: Date };

/** The run whose documents are a source's snapshot; null where there is none, or retention has removed the run. */
export async function findSnapshot(ctx: Context, source: { snapshotRunId: string | null }): Promise<Snapshot | null> {
  if (source.snapshotRunId === null) return null;
  const run = await ctx.db.run.findUnique({ where: { id: source.snapshotRunId }, select: { id: true, clock: true } });
  return run === null || run.clock === null ? null : { runId: run.id, clock: run.clock };
}

async function documentsOf(ctx: Context, snapshot: Snapshot, sourceId: string, after: number) {
  return ctx.db.runDocument.findMany({
    where: { runId: snapshot.runId, sourceId, seq: { gt: after } },
    include: { rawDocument: true },
    orderBy: { seq: "asc" },
    take: PAGE,
  });
}

type SnapshotRow = Awaited<ReturnType<typeof documentsOf>>[number];

async function readRow(intake: Intake, row: SnapshotRow, snapshot: Snapshot): Promise<void> {
  const { rawDocument, listingUrl, how } = row;
  const bytes =
    rawDocument.purgedAt === null ? await intake.ctx.raw.get(rawDocument.contentHash).catch(() => null) : null;
  if (bytes === null) {
    const message = "Retention has removed the kept page.";
    noteFailure(intake.summary, "purged", message);
    intake.run.failure({ stage: STAGE, reason: "purged", message, url: listingUrl ?? rawDocument.url });
    return;
  }
  intake.run.count(STAGE, "done");
  intake.run.count(STAGE, "snapshot");
  readDocument(intake, {
    rawDocumentId: rawDocument.id,
    bytes,
    contentType: rawDocument.contentType,
    url: rawDocument.url,
    finalUrl: finalUrlOf(rawDocument.provenance, rawDocument.url),
    listingUrl,
    readAs: how === "fetched" ? snapshot.clock : rawDocument.fetchedAt,
    how: "snapshot",
  });
}

/**
 * The adverts of a snapshot that tell something new: those that are not known any more, and those whose newest document is read
 * differently today. What has moved on since, or has closed, stays as it is.
 */
async function stillNews(ctx: Context, adverts: readonly PreparedAdvert[]): Promise<PreparedAdvert[]> {
  const known = await ctx.db.listing.findMany({
    where: { id: { in: adverts.map((advert) => advert.listingId) } },
    select: { id: true, state: true, rawDocumentId: true, contentHash: true },
  });
  const byId = new Map(known.map((listing) => [listing.id, listing]));
  return adverts.filter((advert) => {
    const listing = byId.get(advert.listingId);
    if (listing === undefined) return true;
    return (
      listing.state === "open" &&
      listing.rawDocumentId === advert.rawDocumentId &&
      listing.contentHash !== advert.contentHash
    );
  });
}

/**
 * Reads a source from the documents of its last whole crawl, without any request. Adverts are taken as of that crawl's instant: a
 * snapshot says nothing about today, so that it neither closes nor reopens anything, nor counts as having seen it.
 */
export async function readSnapshot(
  ctx: Context,
  run: RunRecorder,
  source: CrawlableSource,
  snapshot: Snapshot,
): Promise<CrawlSummary> {
  const intake = openIntake(ctx, run, source);
  for (let after = -1; ; ) {
    const rows = await documentsOf(ctx, snapshot, source.id, after);
    for (const row of rows) await readRow(intake, row, snapshot);
    const adverts = intake.waiting.splice(0);
    const news = await stillNews(ctx, adverts);
    const old = adverts.length - news.length;
    if (old > 0) {
      run.count("postings", "done", old);
      run.count("postings", "unchanged", old);
    }
    while (news.length > 0) await absorbBatch(ctx, run, news.splice(0, ABSORB_BATCH), snapshot.clock);
    await run.progress(STAGE, intake.summary.documents, null);
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.seq;
  }
  if (intake.summary.documents === 0 && intake.summary.failures === 0)
    throw new AppError("not_found", `The snapshot of ${source.id} holds no document.`);
  return intake.summary;
}
