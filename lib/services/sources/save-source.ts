import { sourceConfig } from "@/lib/adapters/sources/source-config";
import { AppError } from "@/lib/core/kernel/app-error";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { checkedSource } from "./check-source";
import { ensureSource } from "./ensure-sources";

/** An administrator adds a source or changes one. Throws `invalid_input` with every mistake, `conflict` for a source that is kept elsewhere. */
export async function saveSource(
  ctx: Context,
  entry: Readonly<Record<string, unknown>>,
): Promise<{ sourceId: string; isNew: boolean }> {
  adminOnly(ctx);
  const { config, description } = checkedSource({ ...entry, managedBy: "admin" });
  const known = await ctx.db.source.findUnique({
    where: { id: config.id },
    select: { adapter: true, config: true, noticeAcceptedAt: true },
  });
  if (known !== null) {
    if (known.adapter !== config.adapter)
      throw new AppError(
        "conflict",
        `The source ${config.id} is read by the adapter ${known.adapter}. Give the new source another id.`,
      );
    const stored = sourceConfig.safeParse(known.config);
    if (stored.success && stored.data.managedBy === "file")
      throw new AppError("conflict", `The source ${config.id} is kept in the sources file. Change it there.`);
  }
  const mayStart = !description.hasNotice || (known?.noticeAcceptedAt ?? null) !== null;
  const { isNew } = await ensureSource(ctx, mayStart ? config : { ...config, enabled: false });
  await audit(ctx, ctx.db, {
    action: isNew ? "source.added" : "source.changed",
    subject: config.id,
    detail: { adapter: config.adapter, startUrls: config.startUrls },
  });
  return { sourceId: config.id, isNew };
}
