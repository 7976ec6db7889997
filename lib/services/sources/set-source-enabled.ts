import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

export const sourceEnabledInput = z.object({ sourceId: z.string().min(1).max(100), enabled: z.stringbool() });

/** Turns a source on or off; off means that no schedule and no button crawls it. What was collected stays. Throws `not_found`. */
export async function setSourceEnabled(
  ctx: Context,
  { sourceId, enabled }: z.output<typeof sourceEnabledInput>,
): Promise<{ enabled: boolean }> {
  adminOnly(ctx);
  await ctx.db.$transaction(async (tx) => {
    const changed = await tx.source.updateMany({ where: { id: sourceId }, data: { enabled } });
    if (changed.count === 0) throw new AppError("not_found", "This source is not there any more.");
    await audit(ctx, tx, { action: enabled ? "source.enabled" : "source.disabled", subject: sourceId });
  });
  return { enabled };
}
