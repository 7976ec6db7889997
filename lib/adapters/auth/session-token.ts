import { decode, encode } from "next-auth/jwt";
import { z } from "zod";

/** What a session token says: who, and under which row of the session table. Role and name are never in it. */
export type SessionClaims = { userId: string; sessionId: string };

/** How long a session lives at most, in seconds: thirty days. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60;

/** One name with and without TLS; the `secure` attribute follows the connection. */
export const SESSION_COOKIE = "atalaya.session";

const payload = z.object({ sub: z.string().min(1), sid: z.string().min(1) });

/** The encrypted JWT (A256GCM, key derived from the secret) that next-auth reads and writes too. */
export function writeSessionToken(claims: SessionClaims, secret: string): Promise<string> {
  return encode({ token: { sub: claims.userId, sid: claims.sessionId }, secret, maxAge: SESSION_SECONDS });
}

/** The claims of a token; null when it is missing, forged, expired or of another shape. */
export async function readSessionToken(token: string | undefined, secret: string): Promise<SessionClaims | null> {
  if (token === undefined || token === "") return null;
  const decoded: unknown = await decode({ token, secret }).catch(() => null);
  const parsed = payload.safeParse(decoded);
  return parsed.success ? { userId: parsed.data.sub, sessionId: parsed.data.sid } : null;
}
