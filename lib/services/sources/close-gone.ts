import {
  loadReturnedListings,
  loadSiblings,
  loadUnseenListings,
  saveListingStates,
} from "@/lib/adapters/db/queries/absorb";
import type { Tx } from "@/lib/adapters/db/client";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { closeMissing } from "@/lib/core/pipeline/close-missing";
import { aggregatesOf } from "@/lib/core/pipeline/posting-aggregates";
import type { ListingRow } from "@/lib/core/pipeline/posting-rows";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import type { CrawlSummary } from "./crawl-source";

const STAGE = "life";

function byPosting(listings: readonly ListingRow[]): Map<string, ListingRow[]> {
  const groups = new Map<string, ListingRow[]>();
  for (const listing of listings) groups.set(listing.postingId, [...(groups.get(listing.postingId) ?? []), listing]);
  return groups;
}

/** Works out and saves what changes, inside the caller's transaction. */
async function settle(
  tx: Tx,
  sourceId: string,
  crawl: CrawlSummary,
  startedAt: Date,
): Promise<{ closed: ListingRow[]; returned: ListingRow[] }> {
  const onBoard = (listing: ListingRow) =>
    listing.url !== null && crawl.seenUrls.has(listing.url) && !crawl.goneUrls.has(listing.url);
  const unseen = await loadUnseenListings(tx, sourceId, startedAt);
  const kept = unseen.filter(onBoard).map((listing) => ({ ...listing, lastSeenAt: startedAt, missedCrawls: 0 }));
  const missing = closeMissing(
    unseen.filter((listing) => !onBoard(listing)),
    { startedAt, complete: crawl.complete, goneUrls: crawl.goneUrls },
  );
  const returned = (await loadReturnedListings(tx, sourceId, [...crawl.seenUrls]))
    .filter(onBoard)
    .map((listing) => reopened(listing, startedAt));
  const changed = new Map([...kept, ...missing, ...returned].map((listing) => [listing.id, listing]));
  const siblings = await loadSiblings(tx, [...new Set([...changed.values()].map((listing) => listing.postingId))]);
  const groups = byPosting(siblings.map((listing) => changed.get(listing.id) ?? listing));
  await saveListingStates(
    tx,
    [...changed.values()],
    [...groups].map(([id, listings]) => ({ id, ...aggregatesOf(listings) })),
  );
  return { closed: missing.filter((listing) => listing.state === "closed"), returned };
}

function reopened(listing: ListingRow, at: Date): ListingRow {
  return {
    ...listing,
    state: "open",
    closedAt: null,
    closedReason: null,
    missedCrawls: 0,
    lastSeenAt: at,
    reopenedCount: listing.reopenedCount + 1,
  };
}

/** Settles what a crawl says about the listings that it did not read: still on the board, gone, missed once, closed. */
export async function closeGone(
  ctx: Context,
  run: RunRecorder,
  sourceId: string,
  crawl: CrawlSummary,
  startedAt: Date,
): Promise<void> {
  await run.stage(STAGE, async () => {
    const { closed, returned } = await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      return settle(tx, sourceId, crawl, startedAt);
    });
    for (const listing of closed) {
      run.event({
        kind: "listing.closed",
        stage: STAGE,
        reason: listing.closedReason ?? "gone",
        message: listing.title,
        url: listing.url,
        detail: { postingId: listing.postingId },
      });
      run.outputs.add(`closed ${listing.id} ${listing.closedReason ?? ""}`);
    }
    for (const listing of returned) {
      run.event({
        kind: "listing.reopened",
        stage: STAGE,
        message: listing.title,
        url: listing.url,
        detail: { postingId: listing.postingId },
      });
      run.outputs.add(`reopened ${listing.id}`);
    }
    run.count(STAGE, "closed", closed.length);
    run.count(STAGE, "reopened", returned.length);
  });
}
