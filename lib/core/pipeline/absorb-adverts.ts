import { derivedId } from "@/lib/core/kernel/derived-id";
import { CANONICAL_TEXT_VERSION } from "@/lib/core/postings/to-canonical-text";
import { type AbsorbState, companyIdFor, type Draft, placeIdFor, Workbench } from "./absorb-workbench";
import { aggregatesOf } from "./posting-aggregates";
import type {
  CompanyAliasRow,
  CompanyRow,
  ListingRow,
  PlaceRow,
  PostingRow,
  VersionMark,
  VersionRow,
} from "./posting-rows";
import { type PreparedAdvert, searchTextOf } from "./prepare-advert";

/** Changes whenever the same adverts could make other rows. */
export const ABSORB_VERSION = 3;

/** What became of one advert. Every advert that enters has exactly one. */
export type AbsorbOutcome =
  | { kind: "new"; postingId: string }
  | { kind: "changed"; postingId: string; version: number }
  | { kind: "unchanged"; postingId: string }
  | { kind: "refreshed"; postingId: string }
  | { kind: "reopened"; postingId: string }
  | { kind: "duplicate"; reason: "repeated_id" | "same_content"; postingId: string };

/** The rows to write, and one outcome an advert in the order given. */
export type AbsorbPlan = {
  listings: ListingRow[];
  postings: PostingRow[];
  versions: VersionRow[];
  companies: CompanyRow[];
  companyAliases: CompanyAliasRow[];
  places: PlaceRow[];
  outcomes: AbsorbOutcome[];
};

/** Keeps the advert's content as a version of its posting; an earlier version that returns is not a new one. */
function keepContent(
  bench: Workbench,
  postingId: string,
  advert: PreparedAdvert,
): { version: VersionMark; isNew: boolean } {
  const versions = bench.versionsOf.get(postingId);
  const known = versions?.get(advert.contentHash);
  if (known !== undefined) return { version: known, isNew: false };
  const { contentHash, title, company, location, text, blocks, structured, rawDocumentId, listingId } = advert;
  const number = Math.max(0, ...[...(versions?.values() ?? [])].map((version) => version.number)) + 1;
  const version: VersionMark = {
    id: derivedId("version", postingId, contentHash),
    postingId,
    listingId,
    number,
    contentHash,
  };
  bench.newVersions.push({
    ...version,
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
  bench.keepVersion(version);
  return { version, isNew: true };
}

/** Makes a version what its posting says now. */
function setCurrent(bench: Workbench, version: VersionMark, advert: PreparedAdvert): void {
  const { postingId } = version;
  bench.drafts.set(postingId, {
    id: postingId,
    title: advert.title,
    companyId: companyIdFor(bench, advert.company),
    placeId: placeIdFor(bench, advert.location),
    contentKey: advert.contentKey,
    currentVersionId: version.id,
    searchText: searchTextOf(advert),
    isDemo: advert.isDemo,
  });
  bench.byKey.set(advert.contentKey, postingId);
}

/** Whether a posting speaks with this listing's words: it worded the current version, or the one that did is no longer open. */
function isVoice(bench: Workbench, listing: ListingRow): boolean {
  const current = bench.versionsById.get(bench.drafts.get(listing.postingId)?.currentVersionId ?? "");
  if (current === undefined || current.listingId === null || current.listingId === listing.id) return true;
  return bench.listings.get(current.listingId)?.state !== "open";
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
    missedAt: null,
    refreshedCount: 0,
    reopenedCount: 0,
    parseVersion: ABSORB_VERSION,
    postingId,
    joinReason: sameContent === undefined ? "new" : "same_content",
    joinDetail: null,
  });
  placeIdFor(bench, advert.location);
  companyIdFor(bench, advert.company);
  if (sameContent !== undefined) return { kind: "duplicate", reason: "same_content", postingId };
  setCurrent(bench, keepContent(bench, postingId, advert).version, advert);
  return { kind: "new", postingId };
}

function absorbKnown(bench: Workbench, advert: PreparedAdvert, before: ListingRow): AbsorbOutcome {
  const { postingId } = before;
  const repeated = before.lastSeenAt >= bench.now;
  const end = closing(advert, bench.now);
  const reopened = before.state === "closed" && end.state === "open";
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
    missedAt: null,
    refreshedCount: before.refreshedCount + (refreshed && !repeated ? 1 : 0),
    reopenedCount: before.reopenedCount + (reopened ? 1 : 0),
  });
  if (changed) {
    placeIdFor(bench, advert.location);
    companyIdFor(bench, advert.company);
    const { version, isNew } = keepContent(bench, postingId, advert);
    if (isVoice(bench, before)) setCurrent(bench, version, advert);
    if (repeated) return { kind: "duplicate", reason: "repeated_id", postingId };
    return isNew ? { kind: "changed", postingId, version: version.number } : { kind: "unchanged", postingId };
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
  return { ...draft, ...aggregatesOf(listings), versionCount: versionCountOf(bench, draft) };
}

/** Versions of the listing that the posting speaks with. */
function versionCountOf(bench: Workbench, { id, currentVersionId }: Draft): number {
  const voice = bench.versionsById.get(currentVersionId)?.listingId ?? null;
  return [...(bench.versionsOf.get(id)?.values() ?? [])].filter((version) => version.listingId === voice).length;
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
    companyAliases: [...bench.companyAliases.values()],
    places: [...bench.places.values()],
    outcomes,
  };
}
