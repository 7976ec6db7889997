import type { TrendCell, TrendRow } from "@/lib/core/trends/trend-cells";
import type { Grain } from "@/lib/core/trends/time-bucket";
import type { Db, Tx } from "../client";
import { writeRows } from "../write-rows";

type RawTrendRow = Omit<TrendRow, "skills"> & { skillIds: string[] };

/** Every listing as trends read it, with what its posting's current version says. */
export async function loadTrendRows(db: Db): Promise<TrendRow[]> {
  const rows = await db.$queryRaw<RawTrendRow[]>`
    SELECT l."postingId", l."postedAt", l."firstSeenAt", l."sourceId" AS source, COALESCE(p."lang", 'und') AS lang,
      p."country", p."seniority", p."skillIds"
    FROM "Listing" l JOIN "Posting" p ON p."id" = l."postingId" ORDER BY l."id"`;
  return rows.map(({ skillIds, ...row }) => ({ ...row, skills: skillIds }));
}

/** Replaces all cells of one grain. */
export async function replaceTrendCells(
  tx: Tx,
  grain: Grain,
  cells: readonly TrendCell[],
  stamp: { version: string; computedAt: Date },
): Promise<void> {
  await tx.trendCell.deleteMany({ where: { grain } });
  for (let from = 0; from < cells.length; from += 5_000) {
    const rows = cells.slice(from, from + 5_000).map((cell) => ({ ...cell, ...stamp }));
    await writeRows(tx, "TrendCell", rows, {
      key: ["grain", "dimension", "key", "source", "bucket"],
      update: ["postings", "version", "computedAt"],
    });
  }
}
