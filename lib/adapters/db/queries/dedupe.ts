import { z } from "zod";
import type { RegroupPlan, RegroupState } from "@/lib/core/pipeline/regroup-listings";
import type { VersionRow } from "@/lib/core/pipeline/posting-rows";
import type { StructuredFields } from "@/lib/core/pipeline/prepare-advert";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { TextBlock } from "@/lib/core/postings/text-block";
import type { Db, Tx } from "../client";
import { updateRows, writeRows } from "../write-rows";
import { postingColumns } from "./absorb";

/** A listing to be compared with others, with the text that it stands for. */
export type ListingToCompare = {
  id: string;
  sourceId: string;
  externalId: string;
  url: string | null;
  title: string;
  company: string | null;
  location: string | null;
  contentHash: string;
  parsed: unknown;
  text: string;
};

/** Listings without a fingerprint of this version and of what they say now, by id. */
export async function findListingsToCompare(
  db: Db,
  version: number,
  page: { after: string; take: number },
): Promise<ListingToCompare[]> {
  return db.$queryRaw<ListingToCompare[]>`
    SELECT l."id", l."sourceId", l."externalId", l."url", l."title", l."company", l."location", l."contentHash", l."parsed", v."text"
    FROM "Listing" l
    LEFT JOIN "ListingFingerprint" f ON f."listingId" = l."id"
    JOIN "Posting" p ON p."id" = l."postingId"
    JOIN LATERAL (
      SELECT w."text" FROM "PostingVersion" w WHERE w."postingId" = l."postingId"
      ORDER BY w."contentHash" = l."contentHash" DESC, w."listingId" IS NOT DISTINCT FROM l."id" DESC,
        w."id" = p."currentVersionId" DESC, w."number" DESC LIMIT 1
    ) v ON TRUE
    WHERE l."id" > ${page.after} AND (f."listingId" IS NULL OR f."version" <> ${version} OR f."contentHash" <> l."contentHash")
    ORDER BY l."id" LIMIT ${page.take}`;
}

export type FingerprintRow = { listingId: string; version: number; contentHash: string; keys: string[]; data: unknown };

export async function saveFingerprints(tx: Tx, rows: readonly FingerprintRow[]): Promise<void> {
  await writeRows(tx, "ListingFingerprint", rows, {
    key: ["listingId"],
    update: ["version", "contentHash", "keys", "data"],
  });
}

/** The keys of all fingerprints of a version, page by page in the order of their listings. */
export async function* readFingerprintKeys(
  db: Db,
  version: number,
  take: number,
): AsyncGenerator<{ listingId: string; keys: string[] }[]> {
  let after = "";
  for (;;) {
    const rows = await db.listingFingerprint.findMany({
      where: { listingId: { gt: after }, version },
      select: { listingId: true, keys: true },
      orderBy: { listingId: "asc" },
      take,
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.listingId;
  }
}

/** The fingerprints of some listings, in no order. */
export async function loadFingerprints(
  db: Db,
  listingIds: readonly string[],
): Promise<{ listingId: string; keys: string[]; data: unknown }[]> {
  if (listingIds.length === 0) return [];
  return db.listingFingerprint.findMany({
    where: { listingId: { in: [...listingIds] } },
    select: { listingId: true, keys: true, data: true },
  });
}

/** One value that differs whenever another set of listings, contents or decisions would be compared. */
export async function comparisonState(db: Db): Promise<string> {
  const [row] = await db.$queryRaw<{ state: string }[]>`
    SELECT concat_ws(':',
      (SELECT md5(string_agg(concat_ws(',', "listingId", "version", "contentHash"), ';' ORDER BY "listingId")) FROM "ListingFingerprint"),
      (SELECT md5(string_agg(concat_ws(',', "id", "verdict"::text, "decidedAt"), ';' ORDER BY "id")) FROM "DedupeDecision")) AS state`;
  return row?.state ?? "";
}

/** A listing of a posting that has others too, and how it came there; `joinVersion` is what its join says of the rules' version. */
export type SharedSeat = {
  id: string;
  postingId: string;
  joinReason: string;
  joinVersion: unknown;
  firstSeenAt: Date;
};

/** The listings that share a posting, by id. */
export async function loadSharedSeats(db: Db): Promise<SharedSeat[]> {
  return db.$queryRaw<SharedSeat[]>`
    SELECT l."id", l."postingId", l."joinReason", l."joinDetail"->'version' AS "joinVersion", l."firstSeenAt"
    FROM "Listing" l
    JOIN (SELECT "postingId" FROM "Listing" GROUP BY "postingId" HAVING count(*) > 1) s ON s."postingId" = l."postingId"
    ORDER BY l."id"`;
}

const SEAT_PAGE = 2_000;

/** The postings of some listings. */
export async function loadPostingIds(db: Db, listingIds: readonly string[]): Promise<Map<string, string>> {
  const postings = new Map<string, string>();
  for (let from = 0; from < listingIds.length; from += SEAT_PAGE) {
    const rows = await db.listing.findMany({
      where: { id: { in: listingIds.slice(from, from + SEAT_PAGE) } },
      select: { id: true, postingId: true },
    });
    for (const { id, postingId } of rows) postings.set(id, postingId);
  }
  return postings;
}

const blocks = z.custom<TextBlock[]>((value) => Array.isArray(value));
const structured = z.custom<StructuredFields>((value) => typeof value === "object" && value !== null);

async function loadVersions(tx: Tx, postingIds: readonly string[]): Promise<VersionRow[]> {
  const rows = await tx.postingVersion.findMany({
    where: { postingId: { in: [...postingIds] } },
    omit: { readingVersion: true, reading: true, aiVersion: true, aiReading: true },
    orderBy: [{ postingId: "asc" }, { number: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    blocks: blocks.parse(row.blocks),
    structured: structured.parse(row.structured),
  }));
}

/** Everything that regrouping some postings has to know. */
export async function loadRegroupState(
  tx: Tx,
  postingIds: readonly string[],
): Promise<Omit<RegroupState, "decidedApart">> {
  const where = { in: [...postingIds] };
  const postings = await tx.posting.findMany({ where: { id: where }, orderBy: { id: "asc" } });
  const listings = await tx.listing.findMany({ where: { postingId: where }, orderBy: { id: "asc" } });
  const versions = await loadVersions(tx, postingIds);
  const names = [...new Set(versions.flatMap(({ company }) => (company === null ? [] : [foldLabel(company)])))];
  const aliases = await tx.companyAlias.findMany({ where: { foldedName: { in: names } } });
  return {
    postings,
    listings,
    versions,
    companyIds: new Map(aliases.map(({ foldedName, companyId }) => [foldedName, companyId])),
  };
}

/** Versions get numbers below zero first, for no two of a posting may share one even for a moment. */
async function renumber(tx: Tx, moves: RegroupPlan["versionMoves"]): Promise<void> {
  await updateRows(
    tx,
    "PostingVersion",
    moves.map(({ id, postingId }, index) => ({ id, postingId, number: -1 - index })),
    ["id"],
  );
  await updateRows(
    tx,
    "PostingVersion",
    moves.map(({ id, number }) => ({ id, number })),
    ["id"],
  );
}

/** Writes a plan inside the caller's transaction. */
export async function saveRegroupPlan(tx: Tx, plan: RegroupPlan, now: Date): Promise<void> {
  const rows = plan.postings.map((posting) => ({ ...postingColumns(posting), skillIds: [] as string[] }));
  const update = Object.keys(rows[0] ?? {}).filter((column) => column !== "id" && column !== "skillIds");
  await tx.postingAlias.deleteMany({ where: { id: { in: plan.postings.map((posting) => posting.id) } } });
  await writeRows(tx, "Posting", rows, { key: ["id"], update });
  await updateRows(
    tx,
    "Listing",
    plan.moves.map(({ listingId, to, joinReason, joinDetail }) => ({
      id: listingId,
      postingId: to,
      joinReason,
      joinDetail,
    })),
    ["id"],
  );
  await renumber(tx, plan.versionMoves);
  await writeRows(tx, "PostingVersion", plan.newVersions, { key: ["id"], update: [] });
  for (const { id, into } of plan.ended)
    await tx.postingAlias.updateMany({ where: { postingId: id }, data: { postingId: into } });
  await writeRows(
    tx,
    "PostingAlias",
    plan.ended.map(({ id, into }) => ({ id, postingId: into, createdAt: now })),
    { key: ["id"], update: ["postingId"] },
  );
  await tx.posting.deleteMany({ where: { id: { in: plan.ended.map(({ id }) => id) } } });
}

/** The posting that a former id leads to; null where it leads nowhere. */
export async function findPostingAlias(db: Db, id: string): Promise<string | null> {
  const alias = await db.postingAlias.findUnique({ where: { id }, select: { postingId: true } });
  return alias?.postingId ?? null;
}
