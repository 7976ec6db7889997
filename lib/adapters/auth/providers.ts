import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { NextAuthOptions } from "next-auth";
import { z } from "zod";
import type { Env } from "@/lib/config/env";

/** Sign-in providers besides e-mail and password. */
export const PROVIDER_IDS = ["github", "google"] as const;
export type ProviderId = (typeof PROVIDER_IDS)[number];

/** Narrows an unknown word to a provider. */
export function isProviderId(value: unknown): value is ProviderId {
  return PROVIDER_IDS.some((id) => id === value);
}

/** What a provider says about who signed in. The e-mail is null unless the provider vouches for it. */
export type ProviderIdentity = {
  provider: ProviderId;
  providerAccountId: string;
  email: string | null;
  name: string | null;
};

const statedProfile = z.object({
  email: z.email().nullish().catch(null),
  name: z.string().nullish().catch(null),
  email_verified: z.boolean().optional().catch(undefined),
});

type Providers = NextAuthOptions["providers"];

/** The providers that the environment configures. Neither is needed. */
export function configuredProviders(env: Env): ProviderId[] {
  return PROVIDER_IDS.filter((id) => (id === "github" ? env.GITHUB_ID : env.GOOGLE_ID) !== undefined);
}

/** The same as next-auth takes them. */
export function oauthProviders(env: Env): Providers {
  const github =
    env.GITHUB_ID !== undefined && env.GITHUB_SECRET !== undefined
      ? [GitHub({ clientId: env.GITHUB_ID, clientSecret: env.GITHUB_SECRET })]
      : [];
  const google =
    env.GOOGLE_ID !== undefined && env.GOOGLE_SECRET !== undefined
      ? [Google({ clientId: env.GOOGLE_ID, clientSecret: env.GOOGLE_SECRET })]
      : [];
  return [...github, ...google];
}

/** Reads a provider's answer; null when the provider is unknown. Google says whether it checked an address; GitHub gives checked ones. */
export function readIdentity(account: unknown, profile: unknown): ProviderIdentity | null {
  const link = z
    .object({ provider: z.string(), providerAccountId: z.coerce.string().min(1).max(200) })
    .safeParse(account);
  if (!link.success || !isProviderId(link.data.provider)) return null;
  const stated = statedProfile.safeParse(profile ?? {});
  const email = stated.success ? (stated.data.email ?? null) : null;
  const vouched = stated.success && stated.data.email_verified !== false;
  return {
    provider: link.data.provider,
    providerAccountId: link.data.providerAccountId,
    email: vouched && email !== null ? email.trim().toLowerCase() : null,
    name: stated.success ? (stated.data.name?.slice(0, 100) ?? null) : null,
  };
}
