/** One thing that happened to a posting, at one source where that is known. */
export type LifeEvent = {
  at: Date;
  kind: "posted" | "first_seen" | "seen_elsewhere" | "reposted" | "changed" | "refreshed" | "closed" | "last_seen";
  source: string | null;
  /** Number of the version that a change made. */
  version: number | null;
  /** How often it happened, where only the last time is dated. */
  times: number;
  reason: string | null;
};

/** A listing as far as its life goes. */
export type ListingLife = {
  source: string;
  postedAt: Date | null;
  restatedAt: Date | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  state: "open" | "closed";
  closedAt: Date | null;
  closedReason: string | null;
  refreshedCount: number;
};

const ORDER: LifeEvent["kind"][] = [
  "posted",
  "first_seen",
  "seen_elsewhere",
  "reposted",
  "changed",
  "refreshed",
  "last_seen",
  "closed",
];

function event(kind: LifeEvent["kind"], at: Date, more: Partial<LifeEvent> = {}): LifeEvent {
  return { at, kind, source: null, version: null, times: 1, reason: null, ...more };
}

function firstKind(listing: ListingLife, others: readonly ListingLife[]): LifeEvent["kind"] {
  const earlier = others.filter((other) => other.firstSeenAt < listing.firstSeenAt);
  if (earlier.length === 0) return "first_seen";
  const gone = earlier.some((other) => other.source === listing.source && other.lastSeenAt < listing.firstSeenAt);
  return gone ? "reposted" : "seen_elsewhere";
}

function listingEvents(listing: ListingLife, all: readonly ListingLife[]): LifeEvent[] {
  const { source } = listing;
  const others = all.filter((other) => other !== listing);
  const events = [event(firstKind(listing, others), listing.firstSeenAt, { source })];
  if (listing.restatedAt !== null)
    events.push(event("refreshed", listing.restatedAt, { source, times: Math.max(1, listing.refreshedCount) }));
  if (listing.closedAt !== null)
    events.push(event("closed", listing.closedAt, { source, reason: listing.closedReason }));
  else events.push(event("last_seen", listing.lastSeenAt, { source }));
  return events;
}

/**
 * What happened to a posting, oldest first: stated date, first seen, other boards, reposts, changes of the text (its
 * versions after the first), moved dates, closings.
 */
export function lifeLine(
  listings: readonly ListingLife[],
  changes: readonly { number: number; observedAt: Date }[],
): LifeEvent[] {
  const stated = listings.flatMap((listing) => listing.postedAt ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
  const events = [
    ...(stated === undefined ? [] : [event("posted", stated)]),
    ...listings.flatMap((listing) => listingEvents(listing, listings)),
    ...changes.map((version) => event("changed", version.observedAt, { version: version.number })),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime() || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
