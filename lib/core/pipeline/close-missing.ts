import type { ListingRow } from "./posting-rows";

/** Complete crawls that a listing must be missing from before it counts as closed. */
export const MISSES_BEFORE_CLOSED = 2;

/**
 * The listings of a source that change at the end of a crawl: gone ones closed at once, and, after a complete crawl,
 * those not seen in it counted as missed and closed at the second miss. A partial crawl closes nothing by absence.
 */
export function closeMissing(
  open: readonly ListingRow[],
  crawl: { startedAt: Date; complete: boolean; goneUrls: ReadonlySet<string> },
): ListingRow[] {
  return open.flatMap((listing) => {
    if (listing.state === "closed" || listing.lastSeenAt >= crawl.startedAt) return [];
    const gone = listing.url !== null && crawl.goneUrls.has(listing.url);
    if (!gone && !crawl.complete) return [];
    const missedCrawls = listing.missedCrawls + 1;
    if (!gone && missedCrawls < MISSES_BEFORE_CLOSED) return [{ ...listing, missedCrawls }];
    return [
      {
        ...listing,
        missedCrawls,
        state: "closed" as const,
        closedAt: crawl.startedAt,
        closedReason: gone ? "gone" : "missing_from_crawls",
      },
    ];
  });
}
