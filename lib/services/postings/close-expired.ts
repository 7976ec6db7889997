import { loadExpiredListings, loadSiblings, saveListingStates } from "@/lib/adapters/db/queries/absorb";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { closeExpired } from "@/lib/core/pipeline/close-missing";
import { aggregatesOf } from "@/lib/core/pipeline/posting-aggregates";
import type { ListingRow } from "@/lib/core/pipeline/posting-rows";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

const STAGE = "life";
const BATCH = 500;

async function closeBatch(ctx: Context, now: Date): Promise<{ closed: ListingRow[]; openPostings: Set<string> }> {
  return ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    const closed = closeExpired(await loadExpiredListings(tx, now, BATCH), now);
    const changed = new Map(closed.map((listing) => [listing.id, listing]));
    const groups = new Map<string, ListingRow[]>();
    for (const listing of await loadSiblings(tx, [...new Set(closed.map(({ postingId }) => postingId))])) {
      const row = changed.get(listing.id) ?? listing;
      groups.set(row.postingId, [...(groups.get(row.postingId) ?? []), row]);
    }
    const postings = [...groups].map(([id, listings]) => ({ id, ...aggregatesOf(listings) }));
    await saveListingStates(tx, closed, postings);
    return { closed, openPostings: new Set(postings.filter(({ state }) => state === "open").map(({ id }) => id)) };
  });
}

/** Closes every open listing of any source whose own last day has passed, whether its board was asked or not. */
export async function closeExpiredListings(ctx: Context, run: RunRecorder): Promise<void> {
  await run.stage(STAGE, async () => {
    for (;;) {
      const { closed, openPostings } = await closeBatch(ctx, run.clock);
      for (const listing of closed) {
        const { id, postingId } = listing;
        run.event({
          kind: "listing.closed",
          stage: STAGE,
          reason: "valid_through",
          message: listing.title,
          url: listing.url,
          detail: { postingId },
        });
        run.line({
          kind: "closed",
          listing: id,
          posting: postingId,
          reason: "valid_through",
          postingOpen: openPostings.has(postingId),
        });
      }
      run.count(STAGE, "closed", closed.length);
      if (closed.length < BATCH) return;
    }
  });
}
