import type { Db } from "../client";

/** Which of some raw documents have a row. */
export async function findKeptDocuments(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.rawDocument.findMany({ where: { id: { in: [...ids] } }, select: { id: true } });
  return new Set(rows.map((row) => row.id));
}
