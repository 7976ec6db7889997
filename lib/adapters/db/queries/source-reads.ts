import type { Db } from "../client";

/** What the newest crawl of each source met: listings seen by it, and of those the new ones; and how many are open. */
export async function countListingsBySource(
  db: Db,
): Promise<Map<string, { open: number; seen: number; fresh: number }>> {
  const rows = await db.$queryRaw<{ sourceId: string; open: bigint; seen: bigint; fresh: bigint }[]>`
    SELECT l."sourceId", count(*) FILTER (WHERE l."state" = 'open') AS open,
      count(*) FILTER (WHERE l."lastSeenAt" >= s."lastRunAt") AS seen,
      count(*) FILTER (WHERE l."firstSeenAt" >= s."lastRunAt") AS fresh
    FROM "Listing" l JOIN "Source" s ON s."id" = l."sourceId" GROUP BY l."sourceId"`;
  return new Map(
    rows.map(({ sourceId, open, seen, fresh }) => [
      sourceId,
      { open: Number(open), seen: Number(seen), fresh: Number(fresh) },
    ]),
  );
}

/** The newest run of each source that was asked for on its own. */
export async function findNewestRuns(db: Db): Promise<Map<string, { id: string; status: string }>> {
  const rows = await db.$queryRaw<{ sourceId: string; id: string; status: string }[]>`
    SELECT DISTINCT ON ("sourceId") "sourceId", "id", "status"::text FROM "Run"
    WHERE "sourceId" IS NOT NULL ORDER BY "sourceId", "queuedAt" DESC, "id"`;
  return new Map(rows.map(({ sourceId, ...run }) => [sourceId, run]));
}
