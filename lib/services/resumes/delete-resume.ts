import { z } from "zod";
import { markResume, removeMarkedResumes } from "@/lib/adapters/db/queries/resumes";
import { AppError } from "@/lib/core/kernel/app-error";
import { UNDO_MS } from "@/lib/core/resumes/undo-window";
import type { Context, UserContext } from "@/lib/services/context/context";

/** What the network may add to that before an undo is refused; after it the résumé is really gone. */
const GRACE_MS = 10_000;

export const resumeIdInput = z.object({ id: z.string().min(1).max(64) });
export type ResumeIdInput = z.infer<typeof resumeIdInput>;

/** Takes a résumé out of sight, with its matches; `restoreResume` brings it back for a while. Throws `not_found`. */
export async function deleteResume(ctx: UserContext, input: ResumeIdInput): Promise<{ id: string }> {
  const owned = { id: input.id, userId: ctx.actor.userId };
  const changed = await markResume(ctx.db, owned, { deletedAt: ctx.wallNow() });
  if (changed === 0) throw new AppError("not_found", "This résumé is not there any more.");
  ctx.log.info("resume.deleted", { resumeId: input.id });
  return { id: input.id };
}

/** Takes a deletion back. Throws `not_found` once it is too late. */
export async function restoreResume(ctx: UserContext, input: ResumeIdInput): Promise<{ id: string }> {
  const since = new Date(ctx.wallNow().getTime() - UNDO_MS - GRACE_MS);
  const owned = { id: input.id, userId: ctx.actor.userId };
  const changed = await markResume(ctx.db, owned, { restoreIfDeletedAfter: since });
  if (changed === 0) throw new AppError("not_found", "It is too late to bring this résumé back.");
  return { id: input.id };
}

/** Removes what the person deleted and can no longer bring back: rows, vectors, and files that nothing else refers to. */
export async function purgeDeletedResumes(ctx: UserContext): Promise<{ files: number }> {
  return { files: await purgeFor(ctx, ctx.actor.userId) };
}

/** The same for everybody; what a server that stopped in between left behind goes with the next daily run. */
export async function purgeEverybodysDeletedResumes(ctx: Context): Promise<void> {
  const owners = await ctx.db.resume.findMany({
    where: { deletedAt: { not: null } },
    select: { userId: true },
    distinct: ["userId"],
  });
  for (const { userId } of owners) await purgeFor(ctx, userId);
}

async function purgeFor(ctx: Context, userId: string): Promise<number> {
  const before = new Date(ctx.wallNow().getTime() - UNDO_MS - GRACE_MS);
  const files = await ctx.db.$transaction((tx) => removeMarkedResumes(tx, { userId, before }));
  for (const hash of files) await ctx.files.remove(hash);
  return files.length;
}

/** How long after a deletion its résumé can be purged. */
export const PURGE_AFTER_MS = UNDO_MS + GRACE_MS + 1_000;
