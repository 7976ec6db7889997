import { hashPassword } from "@/lib/adapters/auth/password-hash";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { addUser } from "./add-user";
import { appOrigin } from "./app-origin";
import type { Client } from "./client";
import type { SignUpInput } from "./inputs";
import { checkLimit, LIMITS } from "./limits";
import { type MailLocale, putIntoOutbox } from "./mails";
import { areSignUpsOpen } from "./sign-ups";

/** The one reply to a sign-up, whether or not the address was free. */
export type SignUpReply = { accepted: true };

/**
 * Makes an account, or, when the address has one, changes nothing and leaves its owner a mail; the reply is the same.
 * Throws `forbidden` where sign-up is closed, `rate_limited` after too many tries.
 */
export async function signUp(
  ctx: Context,
  input: SignUpInput & { locale: MailLocale },
  client: Client,
): Promise<SignUpReply> {
  await checkLimit(ctx, LIMITS.signUpByIp, client.ip);
  await checkLimit(ctx, LIMITS.signUpByEmail, input.email);
  if (!(await areSignUpsOpen(ctx))) throw new AppError("forbidden", "This installation takes no new accounts.");
  const passwordHash = await hashPassword(input.password);
  await ctx.db.$transaction(async (tx) => {
    const added = await addUser(ctx, tx, { email: input.email, name: input.name, passwordHash });
    if (added.kind === "added") return;
    const link = `${appOrigin(ctx.env)}/forgot`;
    const { locale, email: recipient } = input;
    await putIntoOutbox(ctx, tx, { template: "address_in_use", userId: added.userId, recipient, locale, link });
  });
  return { accepted: true };
}
