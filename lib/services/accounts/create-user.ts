import { hashPassword } from "@/lib/adapters/auth/password-hash";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { addUser } from "./add-user";
import { type CreateUserInput, createUserInput } from "./inputs";

/**
 * Makes an account for somebody: the command line's and the launcher's way in. The first one is an administrator whatever was
 * asked. Throws `forbidden` for anyone but the system and administrators, `conflict` when the address is taken.
 */
export async function createUser(
  ctx: Context,
  input: CreateUserInput,
): Promise<{ userId: string; email: string; role: "user" | "admin" }> {
  const trusted = ctx.actor.kind === "system" || (ctx.actor.kind === "user" && ctx.actor.role === "admin");
  if (!trusted) throw new AppError("forbidden", "Only an administrator can create accounts for others.");
  const { password, role, ...user } = createUserInput.parse(input);
  const passwordHash = await hashPassword(password);
  const added = await ctx.db.$transaction((tx) =>
    addUser(ctx, tx, { ...user, passwordHash, ...(role === undefined ? {} : { role }) }),
  );
  if (added.kind === "taken") throw new AppError("conflict", "There is already an account with this e-mail address.");
  return { userId: added.userId, email: user.email, role: added.role };
}
