import type { Db } from "../client";

/** Current versions of open postings with everything that a score reads, by posting id. */
export async function loadMatchPostings(db: Db, page: { after: string; take: number }) {
  const postings = await db.posting.findMany({
    where: { state: "open", id: { gt: page.after } },
    select: { id: true, currentVersionId: true },
    orderBy: { id: "asc" },
    take: page.take,
  });
  const versions = await loadMatchVersions(
    db,
    postings.map((posting) => posting.currentVersionId),
  );
  return postings.flatMap(({ id, currentVersionId }) => {
    const version = versions.get(currentVersionId);
    return version === undefined ? [] : [{ postingId: id, version }];
  });
}

/** Posting versions with their skills and mentions, by version id. Versions that were not read yet are left out. */
export async function loadMatchVersions(db: Db, ids: readonly string[]) {
  const rows = await db.postingVersion.findMany({
    where: { id: { in: [...ids] }, readingVersion: { not: null } },
    select: {
      id: true,
      contentHash: true,
      title: true,
      company: true,
      text: true,
      reading: true,
      readingVersion: true,
      skills: {
        select: {
          skillId: true,
          requirement: true,
          confidence: true,
          method: true,
          mentions: { select: { field: true, start: true, end: true }, orderBy: [{ field: "asc" }, { start: "asc" }] },
        },
        orderBy: { skillId: "asc" },
      },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export type MatchVersion = Awaited<ReturnType<typeof loadMatchVersions>> extends Map<string, infer V> ? V : never;
