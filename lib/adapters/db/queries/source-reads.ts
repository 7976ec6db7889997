import type { Db } from "../client";

/** The listings of each source that are open, and those that its newest crawl saw first. */
export async function countListingsBySource(db: Db): Promise<Map<string, { open: number; fresh: number }>> {
  const rows = await db.$queryRaw<{ sourceId: string; open: bigint; fresh: bigint }[]>`
    SELECT l."sourceId", count(*) FILTER (WHERE l."state" = 'open') AS open,
      count(*) FILTER (WHERE l."firstSeenAt" >= s."lastRunAt") AS fresh
    FROM "Listing" l JOIN "Source" s ON s."id" = l."sourceId" GROUP BY l."sourceId"`;
  return new Map(rows.map(({ sourceId, open, fresh }) => [sourceId, { open: Number(open), fresh: Number(fresh) }]));
}

/** The newest run of each source that was asked for on its own. */
export async function findNewestRuns(db: Db): Promise<Map<string, { id: string; status: string }>> {
  const rows = await db.$queryRaw<{ sourceId: string; id: string; status: string }[]>`
    SELECT DISTINCT ON ("sourceId") "sourceId", "id", "status"::text FROM "Run"
    WHERE "sourceId" IS NOT NULL ORDER BY "sourceId", "queuedAt" DESC, "id"`;
  return new Map(rows.map(({ sourceId, ...run }) => [sourceId, run]));
}

export type NewestCrawl = { runId: string; status: string; seen: number; saved: number };

/** What the newest crawl of each source met and kept, from the reports of the newest thousand runs that crawl. */
export async function findNewestCrawls(db: Db): Promise<Map<string, NewestCrawl>> {
  const rows = await db.$queryRaw<{ sourceId: string; runId: string; status: string; seen: number; saved: number }[]>`
    SELECT DISTINCT ON (c.key) c.key AS "sourceId", r."id" AS "runId", r."status"::text,
      COALESCE((c.value->>'seen')::int, 0) AS seen, COALESCE((c.value->>'saved')::int, 0) AS saved
    FROM (
      SELECT "id", "status", "queuedAt", "report" FROM "Run" WHERE "kind" IN ('scrape', 'daily', 'import')
        AND "report" ? 'crawls' ORDER BY "queuedAt" DESC LIMIT 1000
    ) r, jsonb_each(r."report"->'crawls') c
    ORDER BY c.key, r."queuedAt" DESC, r."id"`;
  return new Map(rows.map(({ sourceId, ...crawl }) => [sourceId, crawl]));
}
