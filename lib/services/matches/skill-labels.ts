import type { UserContext } from "@/lib/services/context/context";

/** What a skill is called in each language of the interface. */
export type SkillLabels = { en: string; es: string };

/** The labels of some skills, as the database keeps them; a skill that it does not know is absent. */
export async function loadSkillLabels(
  ctx: Pick<UserContext, "db">,
  ids: readonly string[],
): Promise<Map<string, SkillLabels>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.skill.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, labelEn: true, labelEs: true },
  });
  return new Map(rows.map(({ id, labelEn, labelEs }) => [id, { en: labelEn, es: labelEs }]));
}
