"use server";

import { getLocale } from "next-intl/server";
import { redirect } from "next/navigation";
import { z } from "zod";
import { definePublicAction } from "@/lib/entry/define-action";
import { safeNextPath } from "@/lib/entry/safe-next-path";
import { clearSessionCookie, readSessionCookie, setSessionCookie } from "@/lib/entry/session-cookie";
import { requestResetInput, resetPasswordInput, signInInput, signUpInput } from "@/lib/services/accounts/inputs";
import { requestPasswordReset, resetPassword } from "@/lib/services/accounts/password-reset";
import { signOut } from "@/lib/services/accounts/sessions";
import { signIn } from "@/lib/services/accounts/sign-in";
import { signUp } from "@/lib/services/accounts/sign-up";

export const signInAction = definePublicAction({
  name: "accounts.sign_in",
  input: signInInput.extend({ next: z.string().max(2000).optional() }),
  run: async (ctx, { next, ...input }, client) => {
    await setSessionCookie(await signIn(ctx, input, client));
    redirect(safeNextPath(next));
  },
});

export const signUpAction = definePublicAction({
  name: "accounts.sign_up",
  input: signUpInput,
  run: async (ctx, input, client) => {
    await signUp(ctx, { ...input, locale: await getLocale() }, client);
    return { email: input.email };
  },
});

export const requestResetAction = definePublicAction({
  name: "accounts.request_reset",
  input: requestResetInput,
  run: async (ctx, input, client) => requestPasswordReset(ctx, { ...input, locale: await getLocale() }, client),
});

export const resetPasswordAction = definePublicAction({
  name: "accounts.reset_password",
  input: resetPasswordInput,
  run: resetPassword,
});

export const signOutAction = definePublicAction({
  name: "accounts.sign_out",
  input: z.unknown(),
  run: async (ctx) => {
    const claims = await readSessionCookie();
    if (claims !== null) await signOut(ctx, claims);
    await clearSessionCookie();
    redirect("/sign-in");
  },
});
