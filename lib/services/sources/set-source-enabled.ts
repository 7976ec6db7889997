import { z } from "zod";
import { findAdapter } from "@/lib/adapters/sources/registry";
import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

export const sourceEnabledInput = z.object({
  sourceId: z.string().min(1).max(100),
  enabled: z.stringbool(),
  /** The administrator says that they have read the source's notice. */
  noticeRead: z.stringbool().optional(),
});

/**
 * Turns a source on or off; off means that no schedule and no button crawls it. What was collected stays. Throws `not_found`, and
 * `invalid_input` when a source with a notice is turned on unread.
 */
export async function setSourceEnabled(
  ctx: Context,
  { sourceId, enabled, noticeRead }: z.output<typeof sourceEnabledInput>,
): Promise<{ enabled: boolean }> {
  adminOnly(ctx);
  await ctx.db.$transaction(async (tx) => {
    const source = await tx.source.findUnique({
      where: { id: sourceId },
      select: { adapter: true, noticeAcceptedAt: true },
    });
    if (source === null) throw new AppError("not_found", "This source is not there any more.");
    const needsNotice = enabled && source.noticeAcceptedAt === null && findAdapter(source.adapter)?.hasNotice === true;
    if (needsNotice && noticeRead !== true)
      throw new AppError("invalid_input", "Read this source's notice first, and confirm that you have.");
    const accepted = needsNotice
      ? { noticeAcceptedAt: ctx.wallNow(), noticeAcceptedById: ctx.actor.kind === "user" ? ctx.actor.userId : null }
      : {};
    await tx.source.update({ where: { id: sourceId }, data: { enabled, ...accepted } });
    if (needsNotice) await audit(ctx, tx, { action: "source.notice_accepted", subject: sourceId });
    await audit(ctx, tx, { action: enabled ? "source.enabled" : "source.disabled", subject: sourceId });
  });
  return { enabled };
}
