import { writeRows } from "@/lib/adapters/db/write-rows";
import type { Context } from "@/lib/services/context/context";

/** Brings the skills of the database up to the taxonomy's data files; concepts that left the files stay, for old rows. */
export async function syncSkills(ctx: Context): Promise<void> {
  const { concepts, version } = ctx.taxonomy();
  const current = await ctx.db.skill.count({ where: { taxonomyVersion: version } });
  if (current === concepts.size) return;
  const rows = [...concepts.values()].map((concept) => ({
    id: concept.id,
    kind: concept.kind,
    family: concept.family,
    labelEn: concept.en[0] ?? concept.id,
    labelEs: concept.es[0] ?? concept.en[0] ?? concept.id,
    esco: concept.esco,
    taxonomyVersion: version,
  }));
  await writeRows(ctx.db, "Skill", rows, {
    key: ["id"],
    update: ["kind", "family", "labelEn", "labelEs", "esco", "taxonomyVersion"],
  });
}
