import { hashPassword } from "@/lib/adapters/auth/password-hash";
import { hashToken, makeToken } from "@/lib/adapters/auth/secret-token";
import {
  closePasswordResets,
  insertPasswordReset,
  isPasswordResetOpen,
  takePasswordReset,
} from "@/lib/adapters/db/queries/password-resets";
import { revokeSessionsOfUser } from "@/lib/adapters/db/queries/sessions";
import { findUserByEmail, findUserById, setPasswordHash } from "@/lib/adapters/db/queries/users";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { appOrigin } from "./app-origin";
import { audit } from "./audit";
import type { Client } from "./client";
import { checkLimit, clearLimit, LIMITS } from "./limits";
import { type MailLocale, putIntoOutbox } from "./mails";
import { refuseWeakPassword } from "./refuse-weak-password";

const LINK_MINUTES = 30;

/** Leaves a reset link in the outbox if the address has an account; the reply is the same if it has none. */
export async function requestPasswordReset(
  ctx: Context,
  input: { email: string; locale: MailLocale },
  client: Client,
): Promise<{ accepted: true }> {
  await checkLimit(ctx, LIMITS.resetByIp, client.ip);
  await checkLimit(ctx, LIMITS.resetByEmail, input.email);
  const { token, tokenHash } = makeToken("");
  const user = await findUserByEmail(ctx.db, input.email);
  if (user === null) return { accepted: true };
  const at = ctx.wallNow();
  await ctx.db.$transaction(async (tx) => {
    const expiresAt = new Date(at.getTime() + LINK_MINUTES * 60_000);
    await insertPasswordReset(tx, { tokenHash, userId: user.id, at, expiresAt });
    const link = `${appOrigin(ctx.env)}/reset?token=${token}`;
    const { email: recipient } = user;
    await putIntoOutbox(ctx, tx, {
      template: "password_reset",
      userId: user.id,
      recipient,
      locale: input.locale,
      link,
    });
    await audit(ctx, tx, { action: "password.reset_requested", subject: user.id });
  });
  return { accepted: true };
}

/** Whether a reset link can still be used; changes nothing. */
export function isResetLinkOpen(ctx: Context, token: string): Promise<boolean> {
  return isPasswordResetOpen(ctx.db, { tokenHash: hashToken(token), at: ctx.wallNow() });
}

/**
 * Sets a new password by a link's token: once, within half an hour. Ends every session and closes every other link of the
 * account. Throws `invalid_input` for a password that the policy refuses, and for a link that is unknown, used or expired.
 */
export async function resetPassword(
  ctx: Context,
  input: { token: string; password: string },
  client: Client,
): Promise<{ done: true }> {
  await checkLimit(ctx, LIMITS.resetUseByIp, client.ip);
  refuseWeakPassword(input.password, "");
  const passwordHash = await hashPassword(input.password);
  const email = await ctx.db.$transaction(async (tx) => {
    const at = ctx.wallNow();
    const userId = await takePasswordReset(tx, { tokenHash: hashToken(input.token), at });
    const user = userId === null ? null : await findUserById(tx, userId);
    if (user === null)
      throw new AppError("invalid_input", "This link was used already or is too old. Ask for a new one.");
    refuseWeakPassword(input.password, user.email);
    await setPasswordHash(tx, user.id, passwordHash);
    await closePasswordResets(tx, user.id, at);
    await revokeSessionsOfUser(tx, { userId: user.id, at });
    await audit(ctx, tx, { action: "password.reset", subject: user.id });
    return user.email;
  });
  await clearLimit(ctx, LIMITS.signInByEmail, email);
  return { done: true };
}
