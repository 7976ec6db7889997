import type { ListingRow } from "./posting-rows";

/** Complete crawls that a listing must be missing from before it counts as closed. */
export const MISSES_BEFORE_CLOSED = 2;

/** Crawls closer together than this say the same thing: a crawl that was cut off and repeated counts one miss. */
const APART_MS = 10 * 60_000;

function countsAnew(listing: ListingRow, startedAt: Date): boolean {
  return listing.missedAt === null || startedAt.getTime() - listing.missedAt.getTime() >= APART_MS;
}

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
    if (!gone && !countsAnew(listing, crawl.startedAt)) return [];
    const missed = { missedCrawls: listing.missedCrawls + 1, missedAt: crawl.startedAt };
    if (!gone && missed.missedCrawls < MISSES_BEFORE_CLOSED) return [{ ...listing, ...missed }];
    return [
      {
        ...listing,
        ...missed,
        state: "closed" as const,
        closedAt: crawl.startedAt,
        closedReason: gone ? "gone" : "missing_from_crawls",
      },
    ];
  });
}

/** Open listings whose own last day has passed, closed with that day. */
export function closeExpired(open: readonly ListingRow[], now: Date): ListingRow[] {
  return open.flatMap((listing) => {
    const end = listing.validThrough;
    if (listing.state === "closed" || end === null || end >= now) return [];
    return [{ ...listing, state: "closed" as const, closedAt: end, closedReason: "valid_through" }];
  });
}
