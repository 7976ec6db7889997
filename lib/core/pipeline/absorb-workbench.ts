import { companyIdentityOf, placeIdOf } from "./company-and-place";
import type { aggregatesOf } from "./posting-aggregates";
import type {
  CompanyAliasRow,
  CompanyRow,
  ListingRow,
  PlaceRow,
  PostingRow,
  VersionMark,
  VersionRow,
} from "./posting-rows";

/** What the database holds of the things that a batch touches. */
export type AbsorbState = {
  /** All listings of every posting that a batch touches. */
  listings: readonly ListingRow[];
  postings: readonly PostingRow[];
  versions: readonly VersionMark[];
  /** Spellings of companies that are known already. */
  companyAliases: readonly { foldedName: string; companyId: string }[];
};

/** A posting without what follows from its listings and versions. */
export type Draft = Omit<PostingRow, keyof ReturnType<typeof aggregatesOf> | "versionCount"> & { id: string };

/** What absorbing a batch has before it: the rows as they were, and as they become advert by advert. */
export class Workbench {
  readonly listings = new Map<string, ListingRow>();
  readonly byPosting = new Map<string, Set<string>>();
  readonly drafts = new Map<string, Draft>();
  readonly byKey = new Map<string, string>();
  /** Posting → content hash → version. */
  readonly versionsOf = new Map<string, Map<string, VersionMark>>();
  readonly versionsById = new Map<string, VersionMark>();
  readonly newVersions: VersionRow[] = [];
  readonly companies = new Map<string, CompanyRow>();
  readonly companyAliases = new Map<string, CompanyAliasRow>();
  readonly knownAliases: ReadonlyMap<string, string>;
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
    for (const version of state.versions) this.keepVersion(version);
    this.knownAliases = new Map(state.companyAliases.map(({ foldedName, companyId }) => [foldedName, companyId]));
  }

  keepListing(listing: ListingRow): void {
    this.listings.set(listing.id, listing);
    const siblings = this.byPosting.get(listing.postingId) ?? new Set();
    this.byPosting.set(listing.postingId, siblings.add(listing.id));
  }

  keepVersion(version: VersionMark): void {
    const known = this.versionsOf.get(version.postingId) ?? new Map<string, VersionMark>();
    this.versionsOf.set(version.postingId, known.set(version.contentHash, version));
    this.versionsById.set(version.id, version);
  }

  writeListing(listing: ListingRow): void {
    this.keepListing(listing);
    this.touchedListings.add(listing.id);
    this.touchedPostings.add(listing.postingId);
  }
}

/** The company that a name means: the one that this spelling was met for, else the one whose key it has. */
export function companyIdFor(bench: Workbench, name: string | null): string | null {
  const identity = companyIdentityOf(name);
  if (identity === null) return null;
  const { key, foldedName } = identity;
  const known = bench.knownAliases.get(foldedName);
  if (known !== undefined) return known;
  const createdAt = bench.now;
  if (!bench.companies.has(identity.id))
    bench.companies.set(identity.id, { id: identity.id, name: identity.name, foldedName: key, createdAt });
  if (!bench.companyAliases.has(foldedName)) {
    const reason = key === foldedName ? "same_name" : "suffix";
    bench.companyAliases.set(foldedName, {
      foldedName,
      name: identity.name,
      companyId: identity.id,
      reason,
      createdAt,
    });
  }
  return identity.id;
}

/** The place that some words name, noted to be written where it is new. */
export function placeIdFor(bench: Workbench, words: string | null): string | null {
  const id = placeIdOf(words);
  if (id !== null && words !== null && !bench.places.has(id)) bench.places.set(id, { id, name: words });
  return id;
}
