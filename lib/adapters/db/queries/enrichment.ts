import type { Db, Tx } from "../client";
import { updateRows, writeRows } from "../write-rows";

/** Versions to be read: current or not, whose reading is missing or out of date, in the order of their ids. */
export async function findUnreadVersions(db: Db, readingVersion: string, page: { after: string; take: number }) {
  return db.postingVersion.findMany({
    where: { id: { gt: page.after }, OR: [{ readingVersion: null }, { readingVersion: { not: readingVersion } }] },
    select: { id: true, title: true, text: true, blocks: true, structured: true, location: true },
    orderBy: { id: "asc" },
    take: page.take,
  });
}

/** How many versions are still to be read. */
export async function countUnreadVersions(db: Db, readingVersion: string): Promise<number> {
  return db.postingVersion.count({
    where: { OR: [{ readingVersion: null }, { readingVersion: { not: readingVersion } }] },
  });
}

export type VersionReading = { id: string; readingVersion: string; reading: unknown };
export type SkillRow = { versionId: string; skillId: string; requirement: string; confidence: number; method: string };
export type MentionRow = { versionId: string; skillId: string; field: string; start: number; end: number };
export type PostingFacts = {
  currentVersionId: string;
  lang: string | null;
  seniority: string | null;
  yearsMin: number | null;
  workplace: string | null;
  employmentType: string | null;
  country: string | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryCurrency: string | null;
  salaryPeriod: string | null;
  skillIds: string[];
};

/** Replaces the readings of some versions, and the facts of the postings whose current version they are. */
export async function saveReadings(
  tx: Tx,
  readings: { versions: VersionReading[]; skills: SkillRow[]; mentions: MentionRow[]; facts: PostingFacts[] },
): Promise<void> {
  await tx.postingSkill.deleteMany({ where: { versionId: { in: readings.versions.map((version) => version.id) } } });
  await writeRows(tx, "PostingSkill", readings.skills, { key: ["versionId", "skillId"], update: [] });
  await writeRows(tx, "Mention", readings.mentions, { key: ["versionId", "skillId", "field", "start"], update: [] });
  await updateRows(tx, "PostingVersion", readings.versions, ["id"]);
  await updateRows(tx, "Posting", readings.facts, ["currentVersionId"]);
}

/** Postings whose facts are not those of their current version, because that version was read before it became current. */
export async function findStaleFacts(db: Db, readingVersion: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT p."currentVersionId" AS id FROM "Posting" p JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    WHERE v."readingVersion" = ${readingVersion} AND p."lang" IS DISTINCT FROM (v."reading"->>'lang')`;
  return rows.map((row) => row.id);
}
