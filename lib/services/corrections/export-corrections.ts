import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import type { CorrectionState } from "./correction-input";

/** One label for the next labelled set: ids and what is right, nothing of the person who said it. */
export type CorrectionLine = {
  id: string;
  postingId: string;
  versionId: string;
  contentHash: string;
  field: string;
  value: unknown;
  shouldBe: string | null;
  comment: string | null;
  state: string;
};

/** The reports of a state, or of all where it is null, oldest first. Throws `not_found` for anybody but an administrator. */
export async function exportCorrections(ctx: Context, state: CorrectionState | null): Promise<CorrectionLine[]> {
  adminOnly(ctx);
  const rows = await ctx.db.correction.findMany({
    where: state === null ? {} : { state },
    include: { version: { select: { postingId: true, contentHash: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, versionId, field, value, shouldBe, comment, version, ...row }) => ({
    id,
    postingId: version.postingId,
    versionId,
    contentHash: version.contentHash,
    field,
    value,
    shouldBe,
    comment,
    state: row.state,
  }));
}
