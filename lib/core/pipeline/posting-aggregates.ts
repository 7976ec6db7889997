import { trendDate } from "@/lib/core/trends/trend-date";
import { placeIdOf } from "./company-and-place";
import type { ListingRow, PostingRow } from "./posting-rows";

/** The columns of a posting that follow from its listings alone. */
export type PostingAggregates = Pick<
  PostingRow,
  | "state"
  | "firstSeenAt"
  | "lastSeenAt"
  | "postedAt"
  | "trendAt"
  | "closedAt"
  | "listingCount"
  | "repostCount"
  | "refreshedCount"
  | "reopenedCount"
  | "sourceIds"
  | "placeIds"
>;

function earliest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((least, date) => (least === null || date < least ? date : least), null);
}

function latest(dates: readonly Date[]): Date | null {
  return dates.reduce<Date | null>((most, date) => (most === null || date > most ? date : most), null);
}

function present(dates: readonly (Date | null)[]): Date[] {
  return dates.filter((date) => date !== null);
}

/** A listing reposts another when it first appeared at the same source after the other one was last seen there. */
export function countReposts(listings: readonly ListingRow[]): number {
  const firstEnds = new Map<string, Date>();
  for (const { sourceId, lastSeenAt } of listings) {
    const known = firstEnds.get(sourceId);
    if (known === undefined || lastSeenAt < known) firstEnds.set(sourceId, lastSeenAt);
  }
  return listings.filter((listing) => (firstEnds.get(listing.sourceId) ?? listing.firstSeenAt) < listing.firstSeenAt)
    .length;
}

/** A posting is open while any of its listings is; it was first seen with the first and last seen with the last. */
export function aggregatesOf(listings: readonly ListingRow[]): PostingAggregates {
  const firstSeenAt = earliest(listings.map((listing) => listing.firstSeenAt));
  const lastSeenAt = latest(listings.map((listing) => listing.lastSeenAt));
  if (firstSeenAt === null || lastSeenAt === null) throw new Error("A posting has at least one listing.");
  const open = listings.some((listing) => listing.state === "open");
  const postedAt = earliest(present(listings.map((listing) => listing.postedAt)));
  return {
    state: open ? "open" : "closed",
    firstSeenAt,
    lastSeenAt,
    postedAt,
    trendAt: trendDate({ postedAt, firstSeenAt }),
    closedAt: open ? null : latest(present(listings.map((listing) => listing.closedAt))),
    listingCount: listings.length,
    repostCount: countReposts(listings),
    refreshedCount: listings.reduce((sum, listing) => sum + listing.refreshedCount, 0),
    reopenedCount: listings.reduce((sum, listing) => sum + listing.reopenedCount, 0),
    sourceIds: [...new Set(listings.map((listing) => listing.sourceId))].sort(),
    placeIds: [...new Set(listings.flatMap((listing) => placeIdOf(listing.location) ?? []))].sort(),
  };
}
