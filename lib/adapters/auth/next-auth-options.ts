import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import type { Env } from "@/lib/config/env";
import type { Logger } from "@/lib/observability/logger";
import { oauthProviders, type ProviderIdentity, readIdentity } from "./providers";
import { SESSION_COOKIE, SESSION_SECONDS, type SessionClaims } from "./session-token";

/** What next-auth asks of us: proofs go in, claims come out. It keeps no table of its own. */
export type AuthDoors = {
  /** Checks e-mail and password and opens a session; null for a refusal. */
  withPassword: (given: { email: unknown; password: unknown }) => Promise<SessionClaims | null>;
  /** Decides who a provider's identity is; the word for a refusal goes into the sign-in page's address. */
  withProvider: (
    identity: ProviderIdentity,
  ) => Promise<{ kind: "known"; userId: string } | { kind: "refused"; why: string }>;
  /** The session of somebody that `withProvider` has just admitted: a new one, or the one they came with. */
  sessionOf: (identity: ProviderIdentity) => Promise<SessionClaims | null>;
  /** Whether the claims name a live session. */
  isLive: (claims: SessionClaims) => Promise<boolean>;
  end: (claims: SessionClaims) => Promise<void>;
};

type World = { env: Env; secret: string; secure: boolean; log: Logger; doors: AuthDoors };
type Token = Record<string, unknown>;

function claimsOf(token: Token): SessionClaims | null {
  const { sub, sid } = token;
  return typeof sub === "string" && typeof sid === "string" ? { userId: sub, sessionId: sid } : null;
}

function credentials(doors: AuthDoors) {
  return Credentials({
    id: "credentials",
    name: "E-mail and password",
    credentials: { email: { type: "email" }, password: { type: "password" } },
    authorize: async (given) => {
      const claims = await doors.withPassword({ email: given?.email, password: given?.password });
      return claims === null ? null : { id: claims.userId, sessionId: claims.sessionId };
    },
  });
}

function cookies(secure: boolean): NextAuthOptions["cookies"] {
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    sessionToken: { name: SESSION_COOKIE, options },
    callbackUrl: { name: "atalaya.callback-url", options },
    csrfToken: { name: "atalaya.csrf", options },
    state: { name: "atalaya.state", options: { ...options, maxAge: 900 } },
    pkceCodeVerifier: { name: "atalaya.pkce", options: { ...options, maxAge: 900 } },
    nonce: { name: "atalaya.nonce", options },
  };
}

function callbacks(doors: AuthDoors): NextAuthOptions["callbacks"] {
  return {
    signIn: async ({ account, profile }) => {
      if (account?.type === "credentials") return true;
      const identity = readIdentity(account, profile);
      if (identity === null) return false;
      const outcome = await doors.withProvider(identity);
      return outcome.kind === "known" || `/sign-in?error=${outcome.why}`;
    },
    // Only what the session table needs goes into the token: no name, no address, no role.
    jwt: async ({ token, user, account, profile }) => {
      const claims = await claimsFor({ token, user, account, profile }, doors);
      if (claims === null || !(await doors.isLive(claims))) throw new Error("The session is over.");
      return { sub: claims.userId, sid: claims.sessionId };
    },
    session: ({ session }) => ({ expires: session.expires }),
  };
}

async function claimsFor(
  given: { token: Token; user: unknown; account: unknown; profile: unknown },
  doors: AuthDoors,
): Promise<SessionClaims | null> {
  const identity = readIdentity(given.account, given.profile);
  if (identity !== null) return doors.sessionOf(identity);
  const { user } = given;
  if (typeof user === "object" && user !== null && "sessionId" in user && "id" in user) {
    return claimsOf({ sub: user.id, sid: user.sessionId });
  }
  return claimsOf(given.token);
}

/** next-auth set up for Atalaya: JWT sessions that are nothing without their row, our own pages, our own cookie names. */
export function nextAuthOptions({ env, secret, secure, log, doors }: World): NextAuthOptions {
  return {
    secret,
    providers: [credentials(doors), ...oauthProviders(env)],
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    useSecureCookies: secure,
    cookies: cookies(secure) ?? {},
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    callbacks: callbacks(doors) ?? {},
    events: {
      signOut: async ({ token }) => {
        const claims = claimsOf(token);
        if (claims !== null) await doors.end(claims);
      },
    },
    logger: {
      error: (code) => log.warn("auth.refused", { code }),
      warn: (code) => log.debug("auth.warned", { code }),
      debug: () => undefined,
    },
  };
}
