import { loadReturnedListings, loadUnseenListings } from "@/lib/adapters/db/queries/absorb";
import type { Tx } from "@/lib/adapters/db/client";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { closeMissing } from "@/lib/core/pipeline/close-missing";
import type { ListingRow } from "@/lib/core/pipeline/posting-rows";
import type { Context } from "@/lib/services/context/context";
import { LIFE_STAGE, recordClosed, saveSettled } from "@/lib/services/postings/settle-listings";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import type { CrawlSummary } from "./crawl-summary";

/** Listings whose own page this crawl met under another address than the one they state: their kept document tells them. */
async function documentsAt(tx: Tx, sourceId: string, urls: ReadonlySet<string>): Promise<Set<string>> {
  if (urls.size === 0) return new Set();
  const rows = await tx.rawDocument.findMany({ where: { sourceId, url: { in: [...urls] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

type Sighting = (listing: ListingRow) => boolean;

/** Whether a listing that was not read is on the board, and whether its own page said that it is gone. */
async function sightings(
  tx: Tx,
  sourceId: string,
  crawl: CrawlSummary,
): Promise<{ onBoard: Sighting; isGone: Sighting }> {
  const present = new Set([...crawl.unreadUrls].filter((url) => crawl.seenUrls.has(url) && !crawl.goneUrls.has(url)));
  const presentDocuments = await documentsAt(tx, sourceId, present);
  const goneDocuments = await documentsAt(tx, sourceId, crawl.goneUrls);
  const isGone: Sighting = ({ url, rawDocumentId }) =>
    url !== null && crawl.goneUrls.has(url) ? true : goneDocuments.has(rawDocumentId);
  const onBoard: Sighting = (listing) =>
    !isGone(listing) &&
    ((listing.url !== null && crawl.seenUrls.has(listing.url)) || presentDocuments.has(listing.rawDocumentId));
  return { onBoard, isGone };
}

/** Listings that say themselves until when they hold, and that instant has passed. */
function closedByDate(listings: readonly ListingRow[], startedAt: Date): ListingRow[] {
  return listings.flatMap((listing) =>
    listing.state === "open" && listing.validThrough !== null && listing.validThrough < startedAt
      ? [{ ...listing, state: "closed" as const, closedAt: listing.validThrough, closedReason: "valid_through" }]
      : [],
  );
}

/** Works out and saves what changes, inside the caller's transaction. */
async function settle(
  tx: Tx,
  sourceId: string,
  crawl: CrawlSummary,
  startedAt: Date,
): Promise<{ closed: ListingRow[]; returned: ListingRow[]; openPostings: Set<string> }> {
  const unseen = await loadUnseenListings(tx, sourceId, startedAt);
  const { onBoard, isGone } = await sightings(tx, sourceId, crawl);
  const kept = unseen
    .filter(onBoard)
    .map((listing) => ({ ...listing, lastSeenAt: startedAt, missedCrawls: 0, missedAt: null }));
  const missing = closeMissing(
    unseen.filter((listing) => !onBoard(listing)),
    {
      startedAt,
      complete: crawl.complete,
      goneUrls: new Set(unseen.filter(isGone).flatMap((listing) => listing.url ?? [])),
    },
  );
  const settled = new Map([...unseen, ...kept, ...missing].map((listing) => [listing.id, listing]));
  const ended = closedByDate([...settled.values()], startedAt);
  const returned = (await loadReturnedListings(tx, sourceId, [...crawl.seenUrls]))
    .filter((listing) => onBoard(listing) && !(listing.validThrough !== null && listing.validThrough < startedAt))
    .map((listing) => reopened(listing, startedAt));
  const changed = new Map([...kept, ...missing, ...ended, ...returned].map((listing) => [listing.id, listing]));
  const openPostings = await saveSettled(tx, changed);
  const closed = [...missing.filter((listing) => listing.state === "closed"), ...ended];
  return { closed: [...new Map(closed.map((listing) => [listing.id, listing])).values()], returned, openPostings };
}

function reopened(listing: ListingRow, at: Date): ListingRow {
  return {
    ...listing,
    state: "open",
    closedAt: null,
    closedReason: null,
    missedCrawls: 0,
    missedAt: null,
    lastSeenAt: at,
    reopenedCount: listing.reopenedCount + 1,
  };
}

/**
 * Settles what a crawl says about the listings that it did not read: still on the board, gone, past their own date, missed once, closed.
 * Only a complete crawl closes by absence.
 */
export async function closeGone(
  ctx: Context,
  run: RunRecorder,
  sourceId: string,
  crawl: CrawlSummary,
  startedAt: Date,
): Promise<void> {
  await run.stage(LIFE_STAGE, async () => {
    const { closed, returned, openPostings } = await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      return settle(tx, sourceId, crawl, startedAt);
    });
    recordClosed(run, closed, openPostings);
    for (const listing of returned) {
      run.event({
        kind: "listing.reopened",
        stage: LIFE_STAGE,
        message: listing.title,
        url: listing.url,
        detail: { postingId: listing.postingId },
      });
      run.line({ kind: "returned", listing: listing.id, posting: listing.postingId });
    }
    run.count(LIFE_STAGE, "reopened", returned.length);
  });
}
