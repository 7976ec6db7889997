import { verifyPassword } from "@/lib/adapters/auth/password-hash";
import { findUserByEmail } from "@/lib/adapters/db/queries/users";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import type { Client } from "./client";
import type { SignInInput } from "./inputs";
import { checkLimit, clearLimit, LIMITS } from "./limits";
import { type OpenedSession, openSession } from "./open-session";

/**
 * Signs in with e-mail and password. Throws `unauthenticated`, with one and the same message and after the same work, for an
 * unknown address, an account without a password and a wrong password; `rate_limited` after too many tries.
 */
export async function signIn(ctx: Context, input: SignInInput, client: Client): Promise<OpenedSession> {
  await checkLimit(ctx, LIMITS.signInByIp, client.ip);
  await checkLimit(ctx, LIMITS.signInByEmail, input.email);
  const user = await findUserByEmail(ctx.db, input.email);
  const proved = await verifyPassword(user?.passwordHash ?? null, input.password);
  if (user === null || !proved) {
    throw new AppError("unauthenticated", "No account has this e-mail address and password together.");
  }
  await clearLimit(ctx, LIMITS.signInByEmail, input.email);
  return openSession(ctx, user.id, client);
}
