import type { Db } from "../client";

/** Which of some raw documents have a row. */
export async function findKeptDocuments(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.rawDocument.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}

/** A page of the documents that a run read, in the order of reading, with their rows. */
export async function findRunDocuments(db: Db, runId: string, page: { after: number; take: number }) {
  return db.runDocument.findMany({
    where: { runId, seq: { gt: page.after } },
    include: { rawDocument: { include: { source: { select: { adapter: true, isDemo: true, config: true } } } } },
    orderBy: { seq: "asc" },
    take: page.take,
  });
}

export type RunDocumentRow = Awaited<ReturnType<typeof findRunDocuments>>[number];

/** Which of some listings have a row. */
export async function findKeptListings(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.listing.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}
