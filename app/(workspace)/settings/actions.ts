"use server";

import { getLocale } from "next-intl/server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { weightsInput } from "@/lib/core/matching/weights";
import { defineAction, defineAdminAction } from "@/lib/entry/define-action";
import { clearSessionCookie } from "@/lib/entry/session-cookie";
import { createApiToken, createTokenInput, revokeApiToken } from "@/lib/services/accounts/api-tokens";
import { changePassword } from "@/lib/services/accounts/change-password";
import { disconnect } from "@/lib/services/accounts/connections";
import { deleteAccount } from "@/lib/services/accounts/delete-account";
import {
  changePasswordInput,
  deleteAccountInput,
  idInput,
  profileInput,
  providerInput,
} from "@/lib/services/accounts/inputs";
import { revokeOtherSessions, revokeSession } from "@/lib/services/accounts/sessions";
import { setSignUps } from "@/lib/services/accounts/sign-ups";
import { updateProfile, updateWeights } from "@/lib/services/accounts/update-profile";

/** Lets the page be read again after its service has run. */
function thenRefresh<Ctx, Input, Output>(service: (ctx: Ctx, input: Input) => Promise<Output>) {
  return async (ctx: Ctx, input: Input): Promise<Output> => {
    const output = await service(ctx, input);
    revalidatePath("/settings");
    return output;
  };
}

export const updateProfileAction = defineAction({
  name: "accounts.update_profile",
  input: profileInput,
  run: thenRefresh(updateProfile),
});

const typedWeight = z.union([z.number(), z.string().trim().min(1).pipe(z.coerce.number())]);
export const updateWeightsAction = defineAction({
  name: "accounts.update_weights",
  input: z.object({ skills: typedWeight, experience: typedWeight, keywords: typedWeight }).pipe(weightsInput),
  run: thenRefresh(updateWeights),
});

export const resetWeightsAction = defineAction({
  name: "accounts.reset_weights",
  input: z.unknown(),
  run: thenRefresh((ctx) => updateWeights(ctx, null)),
});

export const changePasswordAction = defineAction({
  name: "accounts.change_password",
  input: changePasswordInput,
  run: thenRefresh(async (ctx, input) => changePassword(ctx, { ...input, locale: await getLocale() })),
});

export const revokeSessionAction = defineAction({
  name: "accounts.revoke_session",
  input: idInput,
  run: thenRefresh(revokeSession),
});

export const revokeOtherSessionsAction = defineAction({
  name: "accounts.revoke_other_sessions",
  input: z.unknown(),
  run: thenRefresh((ctx) => revokeOtherSessions(ctx)),
});

export const disconnectAction = defineAction({
  name: "accounts.disconnect",
  input: providerInput,
  run: thenRefresh(disconnect),
});

export const createApiTokenAction = defineAction({
  name: "accounts.create_api_token",
  input: createTokenInput,
  run: thenRefresh(createApiToken),
});

export const revokeApiTokenAction = defineAction({
  name: "accounts.revoke_api_token",
  input: idInput,
  run: thenRefresh(revokeApiToken),
});

export const setSignUpsAction = defineAdminAction({
  name: "accounts.set_sign_ups",
  input: z.object({ open: z.stringbool() }),
  run: thenRefresh(setSignUps),
});

export const deleteAccountAction = defineAction({
  name: "accounts.delete",
  input: deleteAccountInput,
  run: async (ctx, input) => {
    await deleteAccount(ctx, input);
    await clearSessionCookie();
    redirect("/");
  },
});
