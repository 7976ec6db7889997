import type { Db } from "../client";

/** How much this installation holds. */
export async function countHoldings(db: Db) {
  const [openPostings, sources] = await Promise.all([
    db.posting.count({ where: { state: "open" } }),
    db.source.count({ where: { enabled: true } }),
  ]);
  return { openPostings, sources };
}

/** Open postings that ask for at least one of some skills. */
export async function countPostingsAsking(db: Db, skillIds: readonly string[]): Promise<number> {
  if (skillIds.length === 0) return 0;
  return db.posting.count({ where: { state: "open", skillIds: { hasSome: [...skillIds] } } });
}

/** The instant of the last crawl that went well, over all enabled sources. */
export async function findFreshness(db: Db): Promise<Date | null> {
  const newest = await db.source.aggregate({ where: { enabled: true }, _max: { lastSuccessAt: true } });
  return newest._max.lastSuccessAt;
}

/** Enabled sources whose last crawl did not go well. */
export async function listTroubledSources(db: Db) {
  return db.source.findMany({
    where: { enabled: true, OR: [{ breaker: { not: "closed" } }, { consecutiveFailures: { gt: 0 } }] },
    orderBy: { id: "asc" },
    select: { id: true, name: true, lastOutcome: true, consecutiveFailures: true },
  });
}

/** Monthly counts over all sources, in total and for some skills, from one month on. */
export async function listMonthlyCells(db: Db, wanted: { skillIds: readonly string[]; from: string }) {
  return db.trendCell.findMany({
    where: {
      grain: "month",
      source: "*",
      bucket: { gte: wanted.from },
      OR: [{ dimension: "total" }, { dimension: "skill", key: { in: [...wanted.skillIds] } }],
    },
    select: { grain: true, bucket: true, dimension: true, key: true, source: true, postings: true },
    orderBy: [{ bucket: "asc" }, { dimension: "asc" }, { key: "asc" }],
  });
}

/** Whether the latest registered matching of a version failed. */
export async function isMatchingFailed(db: Db, resumeVersionId: string): Promise<boolean> {
  const run = await db.run.findFirst({
    where: { kind: "match", input: { path: ["resumeVersionId"], equals: resumeVersionId } },
    orderBy: [{ queuedAt: "desc" }, { id: "asc" }],
    select: { status: true },
  });
  return run?.status === "failed" || run?.status === "interrupted";
}
