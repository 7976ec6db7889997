import type { Tx } from "@/lib/adapters/db/client";
import {
  countAdmins,
  countUsers,
  deleteUser,
  listFilesOfUserOnly,
  lockUsers,
  type User,
} from "@/lib/adapters/db/queries/users";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";
import { audit } from "./audit";
import { getOwnUser, provePassword } from "./prove-password";

/**
 * Deletes the person's account with everything in it, files included. `confirmation` is the password, or the e-mail address
 * where the account has no password. Throws `forbidden` when it is wrong, `conflict` for the last administrator among others.
 */
export async function deleteAccount(ctx: UserContext, input: { confirmation: string }): Promise<{ deleted: true }> {
  const user = await getOwnUser(ctx);
  await proveWish(ctx, user, input.confirmation);
  const files = await ctx.db.$transaction(async (tx) => {
    await lockUsers(tx);
    await refuseLastAdmin(tx, user);
    const own = await listFilesOfUserOnly(tx, user.id);
    await audit(ctx, tx, { action: "user.deleted", subject: user.id });
    await deleteUser(tx, user.id);
    return own;
  });
  for (const hash of files) await ctx.files.remove(hash);
  return { deleted: true };
}

async function proveWish(ctx: UserContext, user: User, confirmation: string): Promise<void> {
  if (user.passwordHash !== null) return provePassword(ctx, user, confirmation);
  if (confirmation.trim().toLowerCase() !== user.email)
    throw new AppError("forbidden", "That is not your e-mail address.");
}

async function refuseLastAdmin(tx: Tx, user: User): Promise<void> {
  if (user.role !== "admin" || (await countAdmins(tx)) > 1 || (await countUsers(tx)) === 1) return;
  throw new AppError("conflict", "You are the only administrator. Make somebody else one first.");
}
