import { hashPassword } from "@/lib/adapters/auth/password-hash";
import { closePasswordResets } from "@/lib/adapters/db/queries/password-resets";
import { revokeSessionsOfUser } from "@/lib/adapters/db/queries/sessions";
import { setPasswordHash } from "@/lib/adapters/db/queries/users";
import type { UserContext } from "@/lib/services/context/context";
import { appOrigin } from "./app-origin";
import { audit } from "./audit";
import { type MailLocale, putIntoOutbox } from "./mails";
import { getOwnUser, provePassword } from "./prove-password";
import { refuseWeakPassword } from "./refuse-weak-password";

export type ChangePasswordInput = { current: string; password: string; locale: MailLocale };

/**
 * Sets a new password; the current one must be given where there is one. Ends the person's other sessions and leaves them a
 * mail. Throws `forbidden` for a wrong current password.
 */
export async function changePassword(ctx: UserContext, input: ChangePasswordInput): Promise<{ revoked: number }> {
  const user = await getOwnUser(ctx);
  refuseWeakPassword(input.password, user.email);
  if (user.passwordHash !== null) await provePassword(ctx, user, input.current);
  const passwordHash = await hashPassword(input.password);
  return ctx.db.$transaction(async (tx) => {
    const at = ctx.wallNow();
    await setPasswordHash(tx, user.id, passwordHash);
    await closePasswordResets(tx, user.id, at);
    const revoked = await revokeSessionsOfUser(tx, { userId: user.id, at, exceptId: ctx.actor.sessionId });
    const link = `${appOrigin(ctx.env)}/forgot`;
    const { id: userId, email: recipient } = user;
    await putIntoOutbox(ctx, tx, { template: "password_changed", userId, recipient, locale: input.locale, link });
    await audit(ctx, tx, { action: "password.changed", subject: user.id });
    return { revoked };
  });
}
