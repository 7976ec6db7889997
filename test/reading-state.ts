import type { Db } from "@/lib/adapters/db/client";

/** Everything that reading postings leaves in a database, in an order of its own: equal after equal readings. */
export async function readingState(db: Db) {
  return {
    versions: await db.postingVersion.findMany({
      select: { id: true, readingVersion: true, reading: true },
      orderBy: { id: "asc" },
    }),
    skills: await db.postingSkill.findMany({ orderBy: [{ versionId: "asc" }, { skillId: "asc" }] }),
    mentions: await db.mention.findMany({ orderBy: [{ versionId: "asc" }, { skillId: "asc" }, { start: "asc" }] }),
    postings: await db.posting.findMany({ select: { id: true, skillIds: true }, orderBy: { id: "asc" } }),
  };
}
