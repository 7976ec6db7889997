import NextAuth from "next-auth";
import { headers } from "next/headers";
import type { NextRequest } from "next/server";
import { type AuthDoors, nextAuthOptions } from "@/lib/adapters/auth/next-auth-options";
import { tellNextAuth } from "@/lib/config/tell-next-auth";
import { AppError } from "@/lib/core/kernel/app-error";
import { appOrigin } from "@/lib/services/accounts/app-origin";
import type { Client } from "@/lib/services/accounts/client";
import { findSignedIn } from "@/lib/services/accounts/find-signed-in";
import { signInInput } from "@/lib/services/accounts/inputs";
import { openSession } from "@/lib/services/accounts/open-session";
import { signOut } from "@/lib/services/accounts/sessions";
import { signIn } from "@/lib/services/accounts/sign-in";
import { signInWithProvider } from "@/lib/services/accounts/sign-in-with-provider";
import type { Context } from "@/lib/services/context/context";
import { getApp, getSecrets } from "@/lib/services/context/get-app";
import { clientOf, isHttps } from "./client-of";
import { readSessionCookie } from "./session-cookie";

/** The person whose session the browser came with, if any: for them a provider's answer connects an account. */
async function actingContext(visitor: Context): Promise<Context> {
  const claims = await readSessionCookie();
  const signedIn = claims === null ? null : await findSignedIn(visitor, claims);
  return signedIn === null ? visitor : { ...visitor, actor: signedIn.actor };
}

function doorsOf(visitor: Context, client: Client): AuthDoors {
  return {
    withPassword: async (given) => {
      const parsed = signInInput.safeParse(given);
      if (!parsed.success) return null;
      return signIn(visitor, parsed.data, client).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "unauthenticated") return null;
        throw new Error(error instanceof AppError ? error.code : "internal", { cause: error });
      });
    },
    withProvider: async (identity) => signInWithProvider(await actingContext(visitor), identity),
    sessionOf: async (identity) => {
      const ctx = await actingContext(visitor);
      const outcome = await signInWithProvider(ctx, identity);
      if (outcome.kind === "refused") return null;
      return ctx.actor.kind === "user"
        ? { userId: outcome.userId, sessionId: ctx.actor.sessionId }
        : openSession(visitor, outcome.userId, client);
    },
    isLive: async (claims) => (await findSignedIn(visitor, claims)) !== null,
    end: (claims) => signOut(visitor, claims),
  };
}

type AuthRoute = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own routes: providers, callbacks, CSRF token, session and sign-out. */
export async function authHandler(request: NextRequest, route: AuthRoute): Promise<Response> {
  const ctx = getApp().context({ kind: "visitor" });
  const asked = await headers();
  const origin = appOrigin(ctx.env);
  tellNextAuth(origin);
  const options = nextAuthOptions({
    env: ctx.env,
    secret: getSecrets().auth,
    secure: isHttps(asked, origin),
    log: ctx.log,
    doors: doorsOf(ctx, clientOf(asked)),
  });
  const { nextauth } = await route.params;
  const response: unknown = await NextAuth(request, { params: { nextauth } }, options);
  if (!(response instanceof Response)) throw new Error("next-auth gave no response.");
  return response;
}
