import { z } from "zod";
import { conceptLabels } from "@/lib/core/skills/concept-labels";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { CORRECTION_STATES, type CorrectionState } from "./correction-input";

const skillValue = z.object({ id: z.string() });

export type CorrectionView = {
  id: string;
  field: string;
  /** The skill that is meant, where it is one. */
  skill: { id: string; labels: { en: string; es: string } } | null;
  /** What had been read, as stored. */
  value: unknown;
  shouldBe: string | null;
  comment: string | null;
  state: CorrectionState;
  createdAt: Date;
  posting: { id: string; title: string };
};

const SHOWN = 50;

/** What people reported, newest first, at most fifty of a state, with how many there are. Throws `not_found` for anybody but an administrator. */
export async function listCorrections(
  ctx: Context,
  state: CorrectionState,
): Promise<{ corrections: CorrectionView[]; total: number }> {
  adminOnly(ctx);
  const [rows, total] = await Promise.all([
    ctx.db.correction.findMany({
      where: { state },
      include: { version: { select: { postingId: true, title: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: SHOWN,
    }),
    ctx.db.correction.count({ where: { state } }),
  ]);
  const { concepts } = ctx.taxonomy();
  const skillOf = (value: unknown): CorrectionView["skill"] => {
    const parsed = skillValue.safeParse(value);
    if (!parsed.success) return null;
    const { id } = parsed.data;
    const concept = concepts.get(id);
    return { id, labels: concept === undefined ? { en: id, es: id } : conceptLabels(concept) };
  };
  const corrections = rows.map(({ id, field, value, shouldBe, comment, createdAt, version, ...row }) => ({
    id,
    field,
    skill: field === "skill" ? skillOf(value) : null,
    value,
    shouldBe,
    comment,
    state: CORRECTION_STATES.find((known) => known === row.state) ?? "open",
    createdAt,
    posting: { id: version.postingId, title: version.title },
  }));
  return { corrections, total };
}
