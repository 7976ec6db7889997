import type { Tx } from "@/lib/adapters/db/client";
import { countUsers, findUserByEmail, insertUser, lockUsers } from "@/lib/adapters/db/queries/users";
import type { Context } from "@/lib/services/context/context";
import { audit } from "./audit";

export type UserToAdd = {
  email: string;
  name: string | null;
  passwordHash: string | null;
  role?: "user" | "admin";
  isDemo?: boolean;
};

export type AddedUser = { kind: "added"; userId: string; role: "user" | "admin" } | { kind: "taken"; userId: string };

/**
 * Adds a user unless the address is taken. The first one of an installation becomes its administrator: the lock makes two
 * first sign-ups decide one after the other. Must be the first thing that its transaction does.
 */
export async function addUser(ctx: Context, tx: Tx, user: UserToAdd): Promise<AddedUser> {
  await lockUsers(tx);
  const existing = await findUserByEmail(tx, user.email);
  if (existing !== null) return { kind: "taken", userId: existing.id };
  const role = (await countUsers(tx)) === 0 ? "admin" : (user.role ?? "user");
  const userId = ctx.newId();
  await insertUser(tx, {
    id: userId,
    email: user.email,
    name: user.name,
    passwordHash: user.passwordHash,
    role,
    isDemo: user.isDemo ?? false,
    at: ctx.wallNow(),
  });
  await audit(ctx, tx, { action: "user.created", subject: userId, detail: { role } });
  return { kind: "added", userId, role };
}
