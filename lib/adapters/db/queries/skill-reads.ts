import type { Db } from "../client";

/** Skills that the open postings asking for a skill ask for too, the most frequent first, with how many do. */
export async function findSkillsAskedTogether(
  db: Db,
  skillId: string,
  take: number,
): Promise<{ id: string; postings: number }[]> {
  return db.$queryRaw<{ id: string; postings: number }[]>`
    SELECT other AS "id", count(*)::int AS "postings"
    FROM "Posting" p CROSS JOIN LATERAL unnest(p."skillIds") AS other
    WHERE p."state" = 'open' AND p."skillIds" @> ${[skillId]}::text[] AND other <> ${skillId}
    GROUP BY other ORDER BY count(*) DESC, other LIMIT ${take}`;
}

/** How strongly versions of postings ask for a skill, by version id. */
export async function findStrengths(db: Db, skillId: string, versionIds: readonly string[]) {
  const rows = await db.postingSkill.findMany({
    where: { skillId, versionId: { in: [...versionIds] } },
    select: { versionId: true, requirement: true },
  });
  return new Map(rows.map(({ versionId, requirement }) => [versionId, requirement]));
}
