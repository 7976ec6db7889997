import { cookies, headers } from "next/headers";
import {
  readSessionToken,
  SESSION_COOKIE,
  type SessionClaims,
  writeSessionToken,
} from "@/lib/adapters/auth/session-token";
import { appOrigin } from "@/lib/services/accounts/app-origin";
import type { OpenedSession } from "@/lib/services/accounts/open-session";
import { getApp, getSecrets } from "@/lib/services/context/get-app";
import { isHttps } from "./client-of";

/** How the session cookie is set wherever it is: by our own sign-in and by next-auth. */
export function sessionCookieOptions(secure: boolean) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
}

/** The claims of the request's session cookie; not yet checked against the session table. */
export async function readSessionCookie(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(SESSION_COOKIE)?.value;
  return token === undefined ? null : readSessionToken(token, getSecrets().auth);
}

/** Hands the browser the token of a session that was just opened. */
export async function setSessionCookie(session: OpenedSession): Promise<void> {
  const token = await writeSessionToken(session, getSecrets().auth);
  const { env } = getApp().context({ kind: "visitor" });
  const secure = isHttps(await headers(), appOrigin(env));
  (await cookies()).set(SESSION_COOKIE, token, { ...sessionCookieOptions(secure), expires: session.expiresAt });
}

/** Takes the token back. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(SESSION_COOKIE);
}
