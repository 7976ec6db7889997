import { verifyPassword } from "@/lib/adapters/auth/password-hash";
import { findUserById, type User } from "@/lib/adapters/db/queries/users";
import { AppError } from "@/lib/core/kernel/app-error";
import type { UserContext } from "@/lib/services/context/context";
import { checkLimit, clearLimit, LIMITS } from "./limits";

/** The signed-in person's own row. Throws `not_found` when it is gone. */
export async function getOwnUser(ctx: UserContext): Promise<User> {
  const user = await findUserById(ctx.db, ctx.actor.userId);
  if (user === null) throw new AppError("not_found", "This account no longer exists.");
  return user;
}

/** Throws `forbidden` unless the password is the account's; `rate_limited` after too many wrong ones. */
export async function provePassword(ctx: UserContext, user: User, password: string): Promise<void> {
  await checkLimit(ctx, LIMITS.passwordByUser, user.id);
  if (!(await verifyPassword(user.passwordHash, password)))
    throw new AppError("forbidden", "That is not your password.");
  await clearLimit(ctx, LIMITS.passwordByUser, user.id);
}
