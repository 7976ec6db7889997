import type { ModelReading } from "@/lib/core/model-reading/model-reading";
import type { Db } from "../client";
import { toJson } from "../to-json";

/** What the readings of current versions have to be made with to count as up to date. */
export type WantedVersions = { aiVersion: string; readingVersion: string };

/** Current versions of open postings that our own reading is up to date on and a model's is not: those seen first last come first. */
export async function findVersionsToEnrich(
  db: Db,
  { aiVersion, readingVersion }: WantedVersions,
  take: number,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT v."id" FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    WHERE p."state" = 'open' AND v."readingVersion" = ${readingVersion} AND v."aiVersion" IS DISTINCT FROM ${aiVersion}
    ORDER BY p."firstSeenAt" DESC, v."id" LIMIT ${take}`;
  return rows.map(({ id }) => id);
}

/** How many of them there are. */
export async function countVersionsToEnrich(db: Db, { aiVersion, readingVersion }: WantedVersions): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    WHERE p."state" = 'open' AND v."readingVersion" = ${readingVersion} AND v."aiVersion" IS DISTINCT FROM ${aiVersion}`;
  return rows[0]?.n ?? 0;
}

/** How many current versions of open postings our own reading is not up to date on. */
export async function countOpenVersionsToRead(db: Db, readingVersion: string): Promise<number> {
  const rows = await db.$queryRaw<{ n: number }[]>`
    SELECT count(*)::int AS n FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    WHERE p."state" = 'open' AND v."readingVersion" IS DISTINCT FROM ${readingVersion}`;
  return rows[0]?.n ?? 0;
}

/** One wording of a posting, as it is read. */
export async function findVersionToEnrich(db: Db, id: string) {
  return db.postingVersion.findUnique({
    where: { id },
    select: {
      id: true,
      postingId: true,
      title: true,
      company: true,
      location: true,
      text: true,
      blocks: true,
      structured: true,
    },
  });
}

/** Keeps what a model added to a version. A version that is gone is passed over. */
export async function saveModelReading(db: Db, id: string, reading: ModelReading, aiVersion: string): Promise<void> {
  await db.postingVersion.updateMany({ where: { id }, data: { aiReading: toJson(reading), aiVersion } });
}

/** The wordings that some postings speak with. */
export async function loadCurrentWordings(db: Db, postingIds: readonly string[]) {
  const postings = await db.posting.findMany({
    where: { id: { in: [...postingIds] } },
    select: { id: true, currentVersionId: true },
  });
  const versions = await db.postingVersion.findMany({
    where: { id: { in: postings.map(({ currentVersionId }) => currentVersionId) } },
    select: { id: true, title: true, company: true, location: true, text: true, blocks: true },
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  return postings.flatMap(({ id, currentVersionId }) => {
    const version = byId.get(currentVersionId);
    return version === undefined ? [] : [{ ...version, postingId: id }];
  });
}

/** Fingerprints of a posting's listings. */
export async function loadPostingFingerprints(db: Db, postingId: string) {
  return db.listingFingerprint.findMany({
    where: { listing: { postingId } },
    select: { listingId: true, keys: true, data: true },
    orderBy: { listingId: "asc" },
  });
}

/** Fingerprints of open listings of other open postings that share a key, by id. */
export async function findNearFingerprints(db: Db, postingId: string, keys: readonly string[], take: number) {
  if (keys.length === 0) return [];
  return db.listingFingerprint.findMany({
    where: { keys: { hasSome: [...keys] }, listing: { postingId: { not: postingId }, state: "open" } },
    select: { listingId: true, keys: true, data: true, listing: { select: { postingId: true } } },
    orderBy: { listingId: "asc" },
    take,
  });
}

/** Pairs of listings on which an administrator has decided, of those that one of the given ones is in. */
export async function findDecidedPairs(db: Db, listingIds: readonly string[]) {
  const within = { in: [...listingIds] };
  return db.dedupeDecision.findMany({
    where: { OR: [{ listingAId: within }, { listingBId: within }] },
    select: { listingAId: true, listingBId: true },
  });
}

/** What models keep in their readings on a posting: first that of its own current wording, then those that name it as another's near one, by id. */
export async function findReadingsOn(db: Db, postingId: string, take: number) {
  const named = JSON.stringify({ duplicates: [{ postingId }] });
  return db.$queryRaw<{ postingId: string; aiReading: unknown }[]>`
    SELECT p."id" AS "postingId", v."aiReading" FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    WHERE v."aiReading" IS NOT NULL AND p."state" = 'open' AND (p."id" = ${postingId} OR v."aiReading" @> ${named}::jsonb)
    ORDER BY p."id" <> ${postingId}, p."id" LIMIT ${take}`;
}

/** What the ledger has of a run's questions with some purposes. */
export async function sumCalls(db: Db, runId: string, purposes: readonly string[]) {
  const groups = await db.aiCall.groupBy({
    by: ["cached"],
    where: { runId, purpose: { in: [...purposes] } },
    _count: true,
    _sum: { inputTokens: true, outputTokens: true, costUsd: true },
  });
  const asked = groups.find(({ cached }) => !cached);
  return {
    asked: asked?._count ?? 0,
    cached: groups.find(({ cached }) => cached)?._count ?? 0,
    inputTokens: asked?._sum.inputTokens ?? 0,
    outputTokens: asked?._sum.outputTokens ?? 0,
    costUsd: Number(asked?._sum.costUsd ?? 0),
  };
}
