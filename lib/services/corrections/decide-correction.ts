import type { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import type { decideCorrectionInput } from "./correction-input";

/** Takes a report, dismisses it, or opens it again. Throws `not_found` where it is not there, and for anybody but an administrator. */
export async function decideCorrection(
  ctx: Context,
  { id, state }: z.output<typeof decideCorrectionInput>,
): Promise<{ id: string }> {
  adminOnly(ctx);
  await ctx.db.$transaction(async (tx) => {
    const { count } = await tx.correction.updateMany({
      where: { id },
      data: { state, decidedAt: state === "open" ? null : ctx.wallNow() },
    });
    if (count === 0) throw new AppError("not_found", "This report is not there any more.");
    await audit(ctx, tx, { action: "correction.decided", subject: id, detail: { state } });
  });
  return { id };
}
