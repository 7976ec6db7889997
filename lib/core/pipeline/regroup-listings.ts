import { type Cluster, FINGERPRINT_VERSION } from "@/lib/core/dedupe/dedupe-types";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { companyIdentityOf, placeIdOf } from "./company-and-place";
import { aggregatesOf } from "./posting-aggregates";
import type { ListingRow, PostingRow, VersionRow } from "./posting-rows";
import { contentKeyOf, searchTextOf } from "./prepare-advert";

/** Postings that clusters touch, with all their listings and versions, and the company that each spelling stands for. */
export type RegroupState = {
  postings: readonly PostingRow[];
  listings: readonly ListingRow[];
  versions: readonly VersionRow[];
  companyIds: ReadonlyMap<string, string>;
  /** Listings that an administrator separated from others. */
  decidedApart: ReadonlySet<string>;
};

/** One listing that changes its posting, and why. */
export type ListingMove = {
  listingId: string;
  from: string;
  to: string;
  /** near_copy, joined_by_hand, split, split_by_hand, or what it was where the listing goes along with others. */
  joinReason: string;
  /** The fingerprints' version, the other listing, and the reasons of their verdict. */
  joinDetail: unknown;
};

export type RegroupPlan = {
  moves: ListingMove[];
  /** Postings to write whole: those that gained, lost or were made. */
  postings: PostingRow[];
  /** Versions that go to another posting or get another number. */
  versionMoves: { id: string; postingId: string; number: number }[];
  newVersions: VersionRow[];
  /** Postings that have no listing left, each with the one that its links lead to. */
  ended: { id: string; into: string }[];
};

const byAge = (a: ListingRow, b: ListingRow) =>
  a.firstSeenAt.getTime() - b.firstSeenAt.getTime() || (a.id < b.id ? -1 : 1);

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

type Bench = {
  state: RegroupState;
  clusters: readonly Cluster[];
  listings: Map<string, ListingRow>;
  /** Oldest listing of every posting as it is now. */
  oldest: Map<string, ListingRow>;
  clusterOf: Map<string, Cluster>;
};

function benchOf(state: RegroupState, clusters: readonly Cluster[]): Bench {
  const oldest = new Map<string, ListingRow>();
  for (const [id, group] of groupBy(state.listings, (listing) => listing.postingId)) {
    const [first] = group.sort(byAge);
    if (first !== undefined) oldest.set(id, first);
  }
  return {
    state,
    clusters,
    oldest,
    listings: new Map(state.listings.map((listing) => [listing.id, listing])),
    clusterOf: new Map(clusters.flatMap((cluster) => cluster.ids.map((id) => [id, cluster] as const))),
  };
}

function membersOf(bench: Bench, cluster: Cluster): ListingRow[] {
  return cluster.ids
    .map((id) => bench.listings.get(id))
    .filter((listing) => listing !== undefined)
    .sort(byAge);
}

/**
 * The posting that a cluster is: of the postings whose oldest listing it has, the oldest one; where it has none, one of its own. A
 * posting thus stays with its oldest listing, whatever joins or leaves it.
 */
function targetOf(bench: Bench, members: readonly ListingRow[], taken: ReadonlySet<string>): string {
  const ids = new Set(members.map((listing) => listing.id));
  const claimed = [...new Set(members.map((listing) => listing.postingId))]
    .flatMap((id) => bench.oldest.get(id) ?? [])
    .filter((first) => ids.has(first.id))
    .sort(byAge);
  const [kept] = claimed;
  if (kept !== undefined) return kept.postingId;
  const [lead] = members;
  const own = derivedId("posting", lead?.id ?? "");
  return taken.has(own) ? derivedId("posting", lead?.id ?? "", "apart") : own;
}

/** Why a listing goes: it was put together with one of another posting, it goes along with its own, or it leaves. */
function moveOf(bench: Bench, listing: ListingRow, to: string, isLead: boolean): ListingMove {
  const move = { listingId: listing.id, from: listing.postingId, to };
  const joins = (bench.clusterOf.get(listing.id)?.joins ?? []).flatMap(({ a, b, reasons }) =>
    a === listing.id ? [{ other: b, reasons }] : b === listing.id ? [{ other: a, reasons }] : [],
  );
  const across = joins.find(({ other }) => bench.listings.get(other)?.postingId !== listing.postingId);
  if (across !== undefined) {
    const byHand = across.reasons.some((reason) => reason.code === "decided_same");
    return {
      ...move,
      joinReason: byHand ? "joined_by_hand" : "near_copy",
      joinDetail: { version: FINGERPRINT_VERSION, with: across.other, reasons: across.reasons },
    };
  }
  const { joinReason, joinDetail } = listing;
  const isNew = !bench.state.postings.some((posting) => posting.id === to);
  if (isNew && isLead) {
    const byHand = bench.state.decidedApart.has(listing.id);
    return { ...move, joinReason: byHand ? "split_by_hand" : "split", joinDetail: null };
  }
  const along = { version: FINGERPRINT_VERSION, with: joins[0]?.other ?? null, reasons: [] };
  return joinReason === "new"
    ? { ...move, joinReason: "near_copy", joinDetail: along }
    : { ...move, joinReason, joinDetail };
}

/** The content that a listing without a version of its own shares with its posting, as a version of its own. */
function ownVersion(listing: ListingRow, like: VersionRow, postingId: string): VersionRow {
  const { title, company, location, contentHash, rawDocumentId } = listing;
  return {
    ...like,
    id: derivedId("version", postingId, contentHash),
    postingId,
    listingId: listing.id,
    number: 1,
    contentHash,
    title,
    company,
    location,
    rawDocumentId,
    observedAt: listing.firstSeenAt,
  };
}

const byTime = (a: VersionRow, b: VersionRow) =>
  a.observedAt.getTime() - b.observedAt.getTime() || (a.id < b.id ? -1 : 1);

type Group = { id: string; listings: ListingRow[]; versions: VersionRow[]; before: PostingRow | undefined };

/** The version that a posting speaks with: the one it has where that stays, else the newest of its oldest listing that worded any. */
function currentOf(group: Group): VersionRow | undefined {
  const stays = group.versions.find((version) => version.id === group.before?.currentVersionId);
  if (stays !== undefined) return stays;
  for (const listing of group.listings) {
    const own = group.versions.filter((version) => version.listingId === listing.id);
    const exact = own.find((version) => version.contentHash === listing.contentHash) ?? own.at(-1);
    if (exact !== undefined) return exact;
  }
  return group.versions.at(-1);
}

function postingOf(state: RegroupState, group: Group, current: VersionRow): PostingRow {
  const { title, company, location, text } = current;
  const listing = group.listings.find((row) => row.id === current.listingId) ?? group.listings[0];
  const identity = companyIdentityOf(company);
  return {
    id: group.id,
    title,
    companyId: identity === null ? null : (state.companyIds.get(identity.foldedName) ?? identity.id),
    placeId: placeIdOf(location),
    contentKey: contentKeyOf({ title, company, location, url: listing?.url ?? null, text }),
    currentVersionId: current.id,
    searchText: searchTextOf({ title, company, location, text }),
    isDemo:
      group.before?.isDemo ?? state.postings.find((posting) => posting.id === listing?.postingId)?.isDemo ?? false,
    versionCount: group.versions.filter((version) => version.listingId === current.listingId).length,
    ...aggregatesOf(group.listings),
  };
}

type Seating = { goesTo: Map<string, string>; moves: ListingMove[] };

function seat(bench: Bench): Seating {
  const taken = new Set(bench.state.postings.map((posting) => posting.id));
  const seating: Seating = { goesTo: new Map(), moves: [] };
  for (const cluster of bench.clusters) {
    const members = membersOf(bench, cluster);
    if (members.length === 0) continue;
    const to = targetOf(bench, members, taken);
    for (const listing of members) {
      seating.goesTo.set(listing.id, to);
      if (listing.postingId !== to) seating.moves.push(moveOf(bench, listing, to, listing === members[0]));
    }
  }
  return seating;
}

/** A posting whose listings all came without versions takes over the content that they shared with the one they left. */
function withVersions(state: RegroupState, group: Group): { versions: VersionRow[]; made: VersionRow[] } {
  if (group.versions.length > 0) return { versions: group.versions, made: [] };
  const [lead] = group.listings;
  const shared = state.postings.find((posting) => posting.id === lead?.postingId)?.currentVersionId;
  const like = state.versions.find((version) => version.id === shared);
  if (lead === undefined || like === undefined)
    throw new Error(`Posting ${lead?.postingId ?? ""} was not loaded with its versions.`);
  const own = ownVersion(lead, like, group.id);
  return { versions: [own], made: [own] };
}

function settleGroup(state: RegroupState, group: Group, plan: RegroupPlan): void {
  const { versions, made } = withVersions(state, group);
  plan.newVersions.push(...made);
  const numbered = versions.map((version, index) => ({ ...version, postingId: group.id, number: index + 1 }));
  const current = currentOf({ ...group, versions: numbered });
  if (current === undefined) throw new Error(`Posting ${group.id} has no version.`);
  plan.postings.push(postingOf(state, { ...group, versions: numbered }, current));
  if (made.length > 0) return;
  versions.forEach((was, index) => {
    if (was.postingId !== group.id || was.number !== index + 1)
      plan.versionMoves.push({ id: was.id, postingId: group.id, number: index + 1 });
  });
}

/**
 * Works out what has to change so that every cluster is one posting: listings move with the versions that they worded, postings that
 * lose all their listings end and name the one that goes on, and a listing that leaves becomes a posting again. Pure.
 */
export function regroupListings(state: RegroupState, clusters: readonly Cluster[]): RegroupPlan {
  const bench = benchOf(state, clusters);
  const { goesTo, moves } = seat(bench);
  const plan: RegroupPlan = { moves, postings: [], versionMoves: [], newVersions: [], ended: [] };
  const placed = groupBy(state.listings, (listing) => goesTo.get(listing.id) ?? listing.postingId);
  const worded = groupBy(state.versions, (version) => goesTo.get(version.listingId ?? "") ?? version.postingId);
  const before = new Map(state.postings.map((posting) => [posting.id, posting]));
  const changed = new Set(moves.flatMap(({ from, to }) => [from, to]));
  for (const id of [...changed].sort()) {
    const listings = (placed.get(id) ?? []).sort(byAge);
    if (listings.length === 0) plan.ended.push({ id, into: goesTo.get(bench.oldest.get(id)?.id ?? "") ?? id });
    else
      settleGroup(state, { id, listings, versions: (worded.get(id) ?? []).sort(byTime), before: before.get(id) }, plan);
  }
  return plan;
}
