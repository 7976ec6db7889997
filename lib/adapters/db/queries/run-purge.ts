import type { Db } from "../client";

export type PurgeableContent = { hash: string; bytes: bigint };

/**
 * Contents whose raw documents were all fetched before an instant and are needed by nothing: they are not the last document of a
 * listing, nor that of a posting's current version, nor in a source's snapshot, nor read or replayed by a run that has not ended.
 */
export async function findPurgeable(db: Db, before: Date, take: number): Promise<PurgeableContent[]> {
  return db.$queryRaw<PurgeableContent[]>`
    WITH held AS (
      SELECT "id" FROM "Run" WHERE "status" IN ('queued', 'running')
      UNION SELECT "replayOfId" FROM "Run" WHERE "status" IN ('queued', 'running') AND "replayOfId" IS NOT NULL
      UNION SELECT "snapshotRunId" FROM "Source" WHERE "snapshotRunId" IS NOT NULL
    ), needed AS (
      SELECT "rawDocumentId" AS id FROM "Listing"
      UNION SELECT v."rawDocumentId" FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
      UNION SELECT d."rawDocumentId" FROM "RunDocument" d JOIN held ON held."id" = d."runId"
    )
    SELECT r."contentHash" AS hash, max(r."bytes")::bigint AS bytes
    FROM "RawDocument" r LEFT JOIN needed ON needed.id = r."id"
    WHERE r."purgedAt" IS NULL
    GROUP BY r."contentHash"
    HAVING bool_and(needed.id IS NULL AND r."fetchedAt" < ${before})
    ORDER BY r."contentHash" LIMIT ${take}`;
}

/** Marks the raw documents of some contents as purged; returns how many they are. */
export async function markPurged(db: Db, hashes: readonly string[], at: Date): Promise<number> {
  const { count } = await db.rawDocument.updateMany({
    where: { contentHash: { in: [...hashes] }, purgedAt: null },
    data: { purgedAt: at },
  });
  return count;
}
