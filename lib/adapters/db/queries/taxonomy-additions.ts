import type { TaxonomyAddition } from "@/lib/core/skills/add-to-taxonomy";
import type { Db, Tx } from "../client";

/** What administrators added to the taxonomy, in the order of ids. */
export async function findAdditions(db: Db): Promise<TaxonomyAddition[]> {
  return db.taxonomyAddition.findMany({
    select: { conceptId: true, isNew: true, label: true, lang: true, kind: true, family: true },
    orderBy: { id: "asc" },
  });
}

/** Changes with every addition and removal; costs one row however many there are. */
export async function markOfAdditions(db: Db): Promise<string> {
  const { _count, _max } = await db.taxonomyAddition.aggregate({ _count: true, _max: { addedAt: true, id: true } });
  return `${_count}/${_max.addedAt?.toISOString() ?? ""}/${_max.id ?? ""}`;
}

/** Adds one; again is harmless. */
export async function insertAddition(
  tx: Tx,
  row: TaxonomyAddition & { id: string; addedById: string | null; addedAt: Date },
): Promise<void> {
  await tx.taxonomyAddition.createMany({ data: [row], skipDuplicates: true });
}
