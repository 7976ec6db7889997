import { loadSiblings, loadUnseenListings, saveListingStates } from "@/lib/adapters/db/queries/absorb";
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

/** Settles what a crawl says about the listings that it did not read: still on the board, gone, missed once, closed. */
export async function closeGone(
  ctx: Context,
  run: RunRecorder,
  sourceId: string,
  crawl: CrawlSummary,
  startedAt: Date,
): Promise<void> {
  await run.stage(STAGE, async () => {
    const closed = await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      const unseen = await loadUnseenListings(tx, sourceId, startedAt);
      const still = unseen.filter(
        (listing) => listing.url !== null && crawl.seenUrls.has(listing.url) && !crawl.goneUrls.has(listing.url),
      );
      const kept = still.map((listing) => ({ ...listing, lastSeenAt: startedAt, missedCrawls: 0 }));
      const keptIds = new Set(kept.map((listing) => listing.id));
      const missing = closeMissing(
        unseen.filter((listing) => !keptIds.has(listing.id)),
        { startedAt, complete: crawl.complete, goneUrls: crawl.goneUrls },
      );
      const changed = new Map([...kept, ...missing].map((listing) => [listing.id, listing]));
      const siblings = await loadSiblings(tx, [...new Set([...changed.values()].map((listing) => listing.postingId))]);
      const groups = byPosting(siblings.map((listing) => changed.get(listing.id) ?? listing));
      await saveListingStates(
        tx,
        [...changed.values()],
        [...groups].map(([id, listings]) => ({ id, ...aggregatesOf(listings) })),
      );
      return missing.filter((listing) => listing.state === "closed");
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
    run.count(STAGE, "closed", closed.length);
  });
}
