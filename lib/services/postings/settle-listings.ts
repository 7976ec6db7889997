import type { Tx } from "@/lib/adapters/db/client";
import { loadSiblings, saveListingStates } from "@/lib/adapters/db/queries/absorb";
import { aggregatesOf } from "@/lib/core/pipeline/posting-aggregates";
import type { ListingRow } from "@/lib/core/pipeline/posting-rows";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

/** The stage in which listings are closed and reopened. */
export const LIFE_STAGE = "life";

/** Saves changed listings, and what their postings are with them; which of the postings are open. Part of the caller's transaction. */
export async function saveSettled(tx: Tx, changed: ReadonlyMap<string, ListingRow>): Promise<Set<string>> {
  const postingIds = new Set([...changed.values()].map(({ postingId }) => postingId));
  const groups = new Map<string, ListingRow[]>();
  for (const sibling of await loadSiblings(tx, [...postingIds])) {
    const listing = changed.get(sibling.id) ?? sibling;
    groups.set(listing.postingId, [...(groups.get(listing.postingId) ?? []), listing]);
  }
  const postings = [...groups].map(([id, listings]) => ({ id, ...aggregatesOf(listings) }));
  await saveListingStates(tx, [...changed.values()], postings);
  return new Set(postings.filter(({ state }) => state === "open").map(({ id }) => id));
}

/** Counts closed listings, and says of each in the run's events and its manifest why it was closed. */
export function recordClosed(run: RunRecorder, closed: readonly ListingRow[], openPostings: ReadonlySet<string>): void {
  for (const { id, postingId, title, url, closedReason } of closed) {
    const reason = closedReason ?? "gone";
    run.event({ kind: "listing.closed", stage: LIFE_STAGE, reason, message: title, url, detail: { postingId } });
    const postingOpen = openPostings.has(postingId);
    run.line({ kind: "closed", listing: id, posting: postingId, reason, postingOpen });
  }
  run.count(LIFE_STAGE, "closed", closed.length);
}
