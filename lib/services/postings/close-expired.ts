import { loadExpiredListings } from "@/lib/adapters/db/queries/absorb";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { closeExpired } from "@/lib/core/pipeline/close-missing";
import type { ListingRow } from "@/lib/core/pipeline/posting-rows";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { LIFE_STAGE, recordClosed, saveSettled } from "./settle-listings";

const BATCH = 500;

async function closeBatch(ctx: Context, now: Date): Promise<{ closed: ListingRow[]; openPostings: Set<string> }> {
  return ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    const closed = closeExpired(await loadExpiredListings(tx, now, BATCH), now);
    return { closed, openPostings: await saveSettled(tx, new Map(closed.map((listing) => [listing.id, listing]))) };
  });
}

/** Closes every open listing of any source whose own last day has passed, whether its board was asked or not. */
export async function closeExpiredListings(ctx: Context, run: RunRecorder): Promise<void> {
  await run.stage(LIFE_STAGE, async () => {
    for (;;) {
      const { closed, openPostings } = await closeBatch(ctx, run.clock);
      recordClosed(run, closed, openPostings);
      if (closed.length < BATCH) return;
    }
  });
}
