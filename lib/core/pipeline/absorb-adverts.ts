import { derivedId } from "@/lib/core/kernel/derived-id";
import { foldLabel } from "@/lib/core/kernel/fold";
import { CANONICAL_TEXT_VERSION } from "@/lib/core/postings/to-canonical-text";
import { aggregatesOf } from "./posting-aggregates";
import type { CompanyRow, ListingRow, PlaceRow, PostingRow, VersionRow } from "./posting-rows";
import type { PreparedAdvert } from "./prepare-advert";

/** Changes whenever the same adverts could make other rows. */
export const ABSORB_VERSION = 1;

/** What became of one advert. Every advert that enters has exactly one. */
export type AbsorbOutcome =
  | { kind: "new"; postingId: string }
  | { kind: "changed"; postingId: string; version: number }
  | { kind: "unchanged"; postingId: string }
  | { kind: "refreshed"; postingId: string }
  | { kind: "reopened"; postingId: string }
  | { kind: "duplicate"; reason: "repeated_id" | "same_content"; postingId: string };

/** What the database holds of the things that a batch touches. */
export type AbsorbState = {
  /** All listings of every posting that a batch touches. */
  listings: readonly ListingRow[];
  postings: readonly PostingRow[];
  versions: readonly { id: string; postingId: string; number: number; contentHash: string }[];
};

/** The rows to write, and one outcome an advert in the order given. */
export type AbsorbPlan = {
  listings: ListingRow[];
  postings: PostingRow[];
  versions: VersionRow[];
  companies: CompanyRow[];
  places: PlaceRow[];
  outcomes: AbsorbOutcome[];
};

type Draft = Omit<PostingRow, keyof ReturnType<typeof aggregatesOf>> & { id: string };

class Workbench {
  readonly listings = new Map<string, ListingRow>();
  readonly byPosting = new Map<string, Set<string>>();
  readonly drafts = new Map<string, Draft>();
  readonly byKey = new Map<string, string>();
  readonly versionIds = new Map<string, Map<string, { id: string; number: number }>>();
  readonly newVersions: VersionRow[] = [];
  readonly companies = new Map<string, CompanyRow>();
  readonly places = new Map<string, PlaceRow>();
  readonly touchedListings = new Set<string>();
  readonly touchedPostings = new Set<string>();
  readonly now: Date;

  constructor(state: AbsorbState, now: Date) {
    this.now = now;
    for (const listing of state.listings) this.keepListing(listing);
    for (const posting of state.postings) {
      this.drafts.set(posting.id, posting);
      this.byKey.set(posting.contentKey, posting.id);
    }
    for (const { postingId, contentHash, id, number } of state.versions)
      this.keepVersion(postingId, contentHash, { id, number });
  }

  keepListing(listing: ListingRow): void {
    this.listings.set(listing.id, listing);
    const siblings = this.byPosting.get(listing.postingId) ?? new Set();
    this.byPosting.set(listing.postingId, siblings.add(listing.id));
  }

  keepVersion(postingId: string, contentHash: string, version: { id: string; number: number }): void {
    const known = this.versionIds.get(postingId) ?? new Map<string, { id: string; number: number }>();
    this.versionIds.set(postingId, known.set(contentHash, version));
  }

  writeListing(listing: ListingRow): void {
    this.keepListing(listing);
    this.touchedListings.add(listing.id);
    this.touchedPostings.add(listing.postingId);
  }
}

function companyIdOf(bench: Workbench, name: string | null): string | null {
  if (name === null) return null;
  const foldedName = foldLabel(name);
  if (foldedName === "") return null;
  const id = derivedId("company", foldedName);
  if (!bench.companies.has(id)) bench.companies.set(id, { id, name, foldedName, createdAt: bench.now });
  return id;
}

function placeIdOf(bench: Workbench, words: string | null): string | null {
  if (words === null) return null;
  const folded = foldLabel(words);
  if (folded === "") return null;
  const id = derivedId("place", folded);
  if (!bench.places.has(id)) bench.places.set(id, { id, name: words });
  return id;
}

function searchTextOf(advert: PreparedAdvert): string {
  return foldLabel([advert.title, advert.company ?? "", advert.location ?? "", advert.text].join("\n"));
}

/** Makes the advert's content the current version of its posting; an earlier version that returns is not a new one. */
function setContent(bench: Workbench, postingId: string, advert: PreparedAdvert): { number: number; isNew: boolean } {
  const known = bench.versionIds.get(postingId)?.get(advert.contentHash);
  const number = known?.number ?? (bench.versionIds.get(postingId)?.size ?? 0) + 1;
  const id = known?.id ?? derivedId("version", postingId, advert.contentHash);
  if (known === undefined) {
    const { contentHash, title, company, location, text, blocks, structured, rawDocumentId } = advert;
    bench.newVersions.push({
      id,
      postingId,
      number,
      contentHash,
      title,
      company,
      location,
      text,
      blocks,
      structured,
      rawDocumentId,
      textVersion: CANONICAL_TEXT_VERSION,
      observedAt: bench.now,
    });
    bench.keepVersion(postingId, contentHash, { id, number });
  }
  bench.drafts.set(postingId, {
    id: postingId,
    title: advert.title,
    companyId: companyIdOf(bench, advert.company),
    placeId: placeIdOf(bench, advert.location),
    versionCount: bench.versionIds.get(postingId)?.size ?? 1,
    contentKey: advert.contentKey,
    currentVersionId: id,
    searchText: searchTextOf(advert),
    isDemo: advert.isDemo,
  });
  bench.byKey.set(advert.contentKey, postingId);
  return { number, isNew: known === undefined };
}

function closing(advert: PreparedAdvert, now: Date): Pick<ListingRow, "state" | "closedAt" | "closedReason"> {
  if (advert.closed) return { state: "closed", closedAt: now, closedReason: "stated" };
  if (advert.validThrough !== null && advert.validThrough < now) {
    return { state: "closed", closedAt: advert.validThrough, closedReason: "valid_through" };
  }
  return { state: "open", closedAt: null, closedReason: null };
}

function stated(advert: PreparedAdvert) {
  const {
    url,
    title,
    company,
    location,
    postedAt,
    validThrough,
    contentHash,
    rawDocumentId,
    rawLocator,
    structured,
    warnings,
  } = advert;
  return {
    url,
    title,
    company,
    location,
    postedAt,
    validThrough,
    contentHash,
    rawDocumentId,
    rawLocator,
    parsed: { ...structured, warnings },
  };
}

function absorbNew(bench: Workbench, advert: PreparedAdvert): AbsorbOutcome {
  const sameContent = bench.byKey.get(advert.contentKey);
  const postingId = sameContent ?? derivedId("posting", advert.listingId);
  bench.writeListing({
    id: advert.listingId,
    sourceId: advert.sourceId,
    externalId: advert.externalId,
    ...stated(advert),
    ...closing(advert, bench.now),
    restatedAt: null,
    firstSeenAt: bench.now,
    lastSeenAt: bench.now,
    missedCrawls: 0,
    refreshedCount: 0,
    reopenedCount: 0,
    parseVersion: ABSORB_VERSION,
    postingId,
    joinReason: sameContent === undefined ? "new" : "same_content",
  });
  if (sameContent !== undefined) return { kind: "duplicate", reason: "same_content", postingId };
  setContent(bench, postingId, advert);
  return { kind: "new", postingId };
}

function absorbKnown(bench: Workbench, advert: PreparedAdvert, before: ListingRow): AbsorbOutcome {
  const { postingId } = before;
  const repeated = before.lastSeenAt >= bench.now;
  const end = closing(advert, bench.now);
  const reopened = before.state === "closed" && end.state === "open" && before.closedReason !== "valid_through";
  const changed = before.contentHash !== advert.contentHash;
  const moved =
    advert.postedAt !== null && before.postedAt !== null && advert.postedAt > (before.restatedAt ?? before.postedAt);
  const refreshed = moved && !changed;
  bench.writeListing({
    ...before,
    ...stated(advert),
    ...(before.state === "closed" && end.state === "closed" ? {} : end),
    postedAt: before.postedAt ?? advert.postedAt,
    restatedAt: moved ? advert.postedAt : before.restatedAt,
    lastSeenAt: repeated ? before.lastSeenAt : bench.now,
    missedCrawls: 0,
    refreshedCount: before.refreshedCount + (refreshed && !repeated ? 1 : 0),
    reopenedCount: before.reopenedCount + (reopened ? 1 : 0),
  });
  if (changed) {
    const version = setContent(bench, postingId, advert);
    if (repeated) return { kind: "duplicate", reason: "repeated_id", postingId };
    return version.isNew ? { kind: "changed", postingId, version: version.number } : { kind: "unchanged", postingId };
  }
  if (repeated) return { kind: "duplicate", reason: "repeated_id", postingId };
  if (reopened) return { kind: "reopened", postingId };
  return { kind: refreshed ? "refreshed" : "unchanged", postingId };
}

function finishPosting(bench: Workbench, id: string): PostingRow {
  const draft = bench.drafts.get(id);
  const ids = bench.byPosting.get(id);
  if (draft === undefined || ids === undefined) throw new Error(`Posting ${id} was not loaded with its listings.`);
  const listings = [...ids]
    .sort()
    .map((listingId) => bench.listings.get(listingId))
    .filter((row) => row !== undefined);
  return { ...draft, ...aggregatesOf(listings) };
}

/**
 * Works out what a batch of adverts changes: new listings and postings, exact duplicates joined to the posting with
 * the same content, new versions, refreshed dates, reopenings. Pure; adverts are taken in the order given.
 */
export function absorbAdverts(state: AbsorbState, adverts: readonly PreparedAdvert[], now: Date): AbsorbPlan {
  const bench = new Workbench(state, now);
  const outcomes = adverts.map((advert) => {
    const before = bench.listings.get(advert.listingId);
    return before === undefined ? absorbNew(bench, advert) : absorbKnown(bench, advert, before);
  });
  return {
    listings: [...bench.touchedListings]
      .sort()
      .map((id) => bench.listings.get(id))
      .filter((row) => row !== undefined),
    postings: [...bench.touchedPostings].sort().map((id) => finishPosting(bench, id)),
    versions: bench.newVersions,
    companies: [...bench.companies.values()],
    places: [...bench.places.values()],
    outcomes,
  };
}
