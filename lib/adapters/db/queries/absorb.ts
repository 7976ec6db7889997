import { foldLabel } from "@/lib/core/kernel/fold";
import type { AbsorbPlan } from "@/lib/core/pipeline/absorb-adverts";
import type { AbsorbState } from "@/lib/core/pipeline/absorb-workbench";
import type { ListingRow } from "@/lib/core/pipeline/posting-rows";
import type { PreparedAdvert } from "@/lib/core/pipeline/prepare-advert";
import type { Tx } from "../client";
import { updateRows, writeRows } from "../write-rows";

/** Everything that absorbing these adverts has to know: their listings, the postings they meet, and their siblings. */
export async function loadAbsorbState(tx: Tx, adverts: readonly PreparedAdvert[]): Promise<AbsorbState> {
  const known = await tx.listing.findMany({
    where: { id: { in: adverts.map((advert) => advert.listingId) } },
    select: { postingId: true },
  });
  const sameContent = await tx.posting.findMany({
    where: { contentKey: { in: adverts.map((advert) => advert.contentKey) } },
    select: { id: true },
  });
  const ids = [...new Set([...known.map((row) => row.postingId), ...sameContent.map((row) => row.id)])];
  const names = adverts.flatMap((advert) => (advert.company === null ? [] : [foldLabel(advert.company)]));
  const companyAliases = await tx.companyAlias.findMany({
    where: { foldedName: { in: [...new Set(names)] } },
    select: { foldedName: true, companyId: true },
  });
  if (ids.length === 0) return { listings: [], postings: [], versions: [], companyAliases };
  const listings = await tx.listing.findMany({ where: { postingId: { in: ids } }, orderBy: { id: "asc" } });
  const postings = await tx.posting.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });
  const versions = await tx.postingVersion.findMany({
    where: { postingId: { in: ids } },
    select: { id: true, postingId: true, listingId: true, number: true, contentHash: true },
    orderBy: [{ postingId: "asc" }, { number: "asc" }],
  });
  return { listings, postings, versions, companyAliases };
}

const LISTING_KEPT = ["id", "sourceId", "externalId", "firstSeenAt", "postingId", "joinReason", "joinDetail"];
const POSTING_KEPT = ["id"];

function changeable(row: object | undefined, kept: readonly string[]): string[] {
  return Object.keys(row ?? {}).filter((column) => !kept.includes(column));
}

/** Columns that reading fills in start empty; the insert names them because they have no default. */
const UNREAD = { skillIds: [] as string[] };

/** Writes a plan inside the caller's transaction. */
export async function saveAbsorbPlan(tx: Tx, plan: AbsorbPlan): Promise<void> {
  await writeRows(tx, "Company", plan.companies, { key: ["id"], update: [] });
  await writeRows(tx, "CompanyAlias", plan.companyAliases, { key: ["foldedName"], update: [] });
  await writeRows(tx, "Place", plan.places, { key: ["id"], update: [] });
  await writeRows(
    tx,
    "Posting",
    plan.postings.map((posting) => ({ ...postingColumns(posting), ...UNREAD })),
    { key: ["id"], update: changeable(plan.postings.map(postingColumns)[0], POSTING_KEPT) },
  );
  await writeRows(tx, "PostingVersion", plan.versions, { key: ["id"], update: [] });
  await writeRows(tx, "Listing", plan.listings, { key: ["id"], update: changeable(plan.listings[0], LISTING_KEPT) });
}

/** The columns of a posting that absorbing decides, without those that reading filled in. */
export function postingColumns(posting: AbsorbPlan["postings"][number]) {
  return {
    id: posting.id,
    title: posting.title,
    companyId: posting.companyId,
    placeId: posting.placeId,
    state: posting.state,
    firstSeenAt: posting.firstSeenAt,
    lastSeenAt: posting.lastSeenAt,
    postedAt: posting.postedAt,
    trendAt: posting.trendAt,
    closedAt: posting.closedAt,
    listingCount: posting.listingCount,
    repostCount: posting.repostCount,
    refreshedCount: posting.refreshedCount,
    reopenedCount: posting.reopenedCount,
    versionCount: posting.versionCount,
    contentKey: posting.contentKey,
    currentVersionId: posting.currentVersionId,
    searchText: posting.searchText,
    isDemo: posting.isDemo,
    sourceIds: posting.sourceIds,
    placeIds: posting.placeIds,
  };
}

/** Open listings of a source that were last seen before an instant, with the siblings of their postings. */
export async function loadUnseenListings(tx: Tx, sourceId: string, before: Date): Promise<ListingRow[]> {
  return tx.listing.findMany({
    where: { sourceId, state: "open", lastSeenAt: { lt: before } },
    orderBy: { id: "asc" },
  });
}

/** Listings of a source that were closed by absence although these addresses are on its board now. */
export async function loadReturnedListings(tx: Tx, sourceId: string, urls: readonly string[]): Promise<ListingRow[]> {
  return tx.listing.findMany({
    where: { sourceId, state: "closed", closedReason: { in: ["gone", "missing_from_crawls"] }, url: { in: [...urls] } },
    orderBy: { id: "asc" },
  });
}

/** Open listings of any source whose own last day lies before an instant. */
export async function loadExpiredListings(tx: Tx, now: Date, take: number): Promise<ListingRow[]> {
  return tx.listing.findMany({ where: { state: "open", validThrough: { lt: now } }, orderBy: { id: "asc" }, take });
}

/** All listings of some postings. */
export async function loadSiblings(tx: Tx, postingIds: readonly string[]): Promise<ListingRow[]> {
  return tx.listing.findMany({ where: { postingId: { in: [...postingIds] } }, orderBy: { id: "asc" } });
}

/** Saves changed listings and the aggregates of their postings. */
export async function saveListingStates(
  tx: Tx,
  listings: readonly ListingRow[],
  aggregates: readonly ({ id: string } & Readonly<Record<string, unknown>>)[],
): Promise<void> {
  const states = listings.map(
    ({ id, state, closedAt, closedReason, missedCrawls, missedAt, lastSeenAt, reopenedCount }) => ({
      id,
      state,
      closedAt,
      closedReason,
      missedCrawls,
      missedAt,
      lastSeenAt,
      reopenedCount,
    }),
  );
  await updateRows(tx, "Listing", states, ["id"]);
  await updateRows(tx, "Posting", aggregates, ["id"]);
}
