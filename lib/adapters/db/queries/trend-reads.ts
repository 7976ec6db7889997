import { Prisma } from "@/generated/prisma/client";
import { ALL, type Dimension, DIMENSIONS, type TrendCell } from "@/lib/core/trends/trend-cells";
import { GRAINS, type Grain } from "@/lib/core/trends/time-bucket";
import type { Db } from "../client";

export type CellQuery = { grain: Grain; from: string; to: string; source: string; dimensions: readonly Dimension[] };

type Row = { grain: string; bucket: string; dimension: string; key: string; source: string; postings: number };

function toCell(row: Row): TrendCell[] {
  const grain = GRAINS.find((known) => known === row.grain);
  const dimension = DIMENSIONS.find((known) => known === row.dimension);
  return grain === undefined || dimension === undefined ? [] : [{ ...row, grain, dimension }];
}

/** The stored cells of some dimensions between two buckets, at one source or at all of them. */
export async function findTrendCells(db: Db, query: CellQuery): Promise<TrendCell[]> {
  const rows = await db.trendCell.findMany({
    where: {
      grain: query.grain,
      source: query.source,
      dimension: { in: [...query.dimensions] },
      bucket: { gte: query.from, lte: query.to },
    },
    select: { grain: true, bucket: true, dimension: true, key: true, source: true, postings: true },
  });
  return rows.flatMap(toCell);
}

/** The cells of some keys only, which is all that a chart of chosen skills at several sources needs. */
export async function findKeyCells(
  db: Db,
  query: Omit<CellQuery, "source" | "dimensions"> & { keys: readonly string[]; sources: readonly string[] },
): Promise<TrendCell[]> {
  const rows = await db.trendCell.findMany({
    where: {
      grain: query.grain,
      source: { in: [...query.sources] },
      bucket: { gte: query.from, lte: query.to },
      OR: [{ dimension: "skill", key: { in: [...query.keys] } }, { dimension: "total" }],
    },
    select: { grain: true, bucket: true, dimension: true, key: true, source: true, postings: true },
  });
  return rows.flatMap(toCell);
}

/** First and last bucket that anything was counted in, and when it was counted. */
export async function findTrendExtent(db: Db, grain: Grain) {
  const extent = await db.trendCell.aggregate({
    where: { grain, dimension: "total", key: ALL, source: ALL },
    _min: { bucket: true },
    _max: { bucket: true, computedAt: true },
  });
  return { first: extent._min.bucket, last: extent._max.bucket, computedAt: extent._max.computedAt };
}

/**
 * Skills by language are not stored as cells; they are counted from the postings. The shape is that of cells, under the
 * source that stands for all of them, so that one set of rules reads both.
 */
export async function countByLanguage(
  db: Db,
  query: { grain: Grain; since: Date; until: Date; langs: readonly string[]; source: string | null },
): Promise<(TrendCell & { lang: string })[]> {
  const format = query.grain === "month" ? "YYYY-MM" : 'IYYY-"W"IW';
  const atSource = query.source === null ? Prisma.sql`TRUE` : Prisma.sql`p."sourceIds" @> ${[query.source]}::text[]`;
  const rows = await db.$queryRaw<{ bucket: string; lang: string; key: string | null; n: bigint }[]>`
    WITH counted AS (
      SELECT to_char(p."trendAt" AT TIME ZONE 'UTC', ${format}) AS bucket, COALESCE(p."lang", 'und') AS lang, p."skillIds"
      FROM "Posting" p
      WHERE p."trendAt" >= ${query.since} AND p."trendAt" < ${query.until}
        AND COALESCE(p."lang", 'und') = ANY(${[...query.langs]}::text[]) AND ${atSource}
    )
    SELECT bucket, lang, NULL AS key, count(*) AS n FROM counted GROUP BY bucket, lang
    UNION ALL
    SELECT bucket, lang, skill AS key, count(*) AS n FROM counted, unnest(counted."skillIds") AS skill GROUP BY bucket, lang, skill`;
  return rows.map(({ bucket, lang, key, n }) => ({
    grain: query.grain,
    bucket,
    dimension: key === null ? ("total" as const) : ("skill" as const),
    key: key ?? ALL,
    source: ALL,
    postings: Number(n),
    lang,
  }));
}
