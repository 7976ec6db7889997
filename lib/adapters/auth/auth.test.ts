import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { parseEnv } from "@/lib/config/env";
import { silentLogger } from "@/lib/observability/logger";
import { type AuthDoors, nextAuthOptions } from "./next-auth-options";
import { hashPassword, verifyPassword } from "./password-hash";
import { configuredProviders, oauthProviders, readIdentity } from "./providers";
import { hashToken, makeToken } from "./secret-token";
import { readSessionToken, writeSessionToken } from "./session-token";

const SECRET = "a secret for tests that is long enough";

test("a password is verified against its own hash only", async () => {
  const hash = await hashPassword("a quiet lookout");
  expect(await verifyPassword(hash, "a quiet lookout")).toBe(true);
  expect(await verifyPassword(hash, "another lookout")).toBe(false);
  expect(await verifyPassword(null, "a quiet lookout")).toBe(false);
  expect(await hashPassword("a quiet lookout")).not.toBe(hash);
});

test("a session token says who and which session, to the holder of the secret only", async () => {
  // As long as no run of an encrypted token says by chance.
  const claims = { userId: "user-of-this-token", sessionId: "s1" };
  const token = await writeSessionToken(claims, SECRET);
  expect(await readSessionToken(token, SECRET)).toEqual(claims);
  expect(await readSessionToken(token, "another secret that is long enough")).toBeNull();
  expect(token).not.toContain(claims.userId);
});

test("what is no token of ours is nobody", async () => {
  const expired = await encode({ token: { sub: "u1", sid: "s1" }, secret: SECRET, maxAge: -100 });
  const withoutSession = await encode({ token: { sub: "u1", role: "admin" }, secret: SECRET });
  for (const token of [undefined, "", "nonsense", "a.b.c.d.e", expired, withoutSession]) {
    expect(await readSessionToken(token, SECRET)).toBeNull();
  }
});

test("a made token is found by its hash and carries its prefix", () => {
  const { token, tokenHash } = makeToken("atl_");
  expect(token.startsWith("atl_")).toBe(true);
  expect(hashToken(token)).toBe(tokenHash);
  expect(makeToken("atl_").token).not.toBe(token);
});

test("only configured providers are offered", () => {
  expect(configuredProviders(parseEnv({}))).toEqual([]);
  const both = parseEnv({ GITHUB_ID: "a", GITHUB_SECRET: "b", GOOGLE_ID: "c", GOOGLE_SECRET: "d" });
  expect(configuredProviders(both)).toEqual(["github", "google"]);
  expect(oauthProviders(both).map(({ id }) => id)).toEqual(["github", "google"]);
});

test("a provider's address counts only where the provider vouches for it", () => {
  const google = { provider: "google", providerAccountId: "7" };
  expect(readIdentity(google, { email: "Ana@Example.test", email_verified: true, name: "Ana" })).toEqual({
    provider: "google",
    providerAccountId: "7",
    email: "ana@example.test",
    name: "Ana",
  });
  expect(readIdentity(google, { email: "ana@example.test", email_verified: false })?.email).toBeNull();
  expect(readIdentity({ provider: "github", providerAccountId: 9 }, { email: null, name: 5 })).toMatchObject({
    providerAccountId: "9",
    email: null,
    name: null,
  });
  for (const account of [
    null,
    {},
    { provider: "elsewhere", providerAccountId: "1" },
    { provider: "credentials", providerAccountId: "1" },
  ]) {
    expect(readIdentity(account, {})).toBeNull();
  }
});

function optionsWith(doors: Partial<AuthDoors>, secure = false) {
  const all: AuthDoors = {
    withPassword: () => Promise.resolve(null),
    withProvider: () => Promise.resolve({ kind: "refused", why: "account_exists" }),
    sessionOf: () => Promise.resolve(null),
    isLive: () => Promise.resolve(true),
    end: () => Promise.resolve(),
    ...doors,
  };
  return nextAuthOptions({ env: parseEnv({}), secret: SECRET, secure, log: silentLogger, doors: all });
}

test("next-auth's cookies are closed to scripts and other sites, and secure where the connection is", () => {
  const cookies = Object.values(optionsWith({}, true).cookies ?? {});
  expect(cookies).toHaveLength(6);
  for (const { options } of cookies) expect(options).toMatchObject({ httpOnly: true, sameSite: "lax", secure: true });
});

test("a token keeps the two ids and drops everything else", async () => {
  const jwt = optionsWith({}).callbacks?.jwt;
  const given = { token: { sub: "u1", sid: "s1", name: "Ana", email: "ana@example.test", role: "admin" } };
  // @ts-expect-error next-auth types the first call's user and account as always there
  expect(await jwt?.(given)).toEqual({ sub: "u1", sid: "s1" });
});

test("a token whose session is over is refused", async () => {
  const jwt = optionsWith({ isLive: () => Promise.resolve(false) }).callbacks?.jwt;
  // @ts-expect-error next-auth types the first call only, as above
  await expect(jwt?.({ token: { sub: "u1", sid: "s1" } })).rejects.toThrow("over");
  // @ts-expect-error next-auth types the first call only, as above
  await expect(jwt?.({ token: { sub: "u1" } })).rejects.toThrow("over");
});

test("a refused provider leads to the sign-in page with the reason; an unknown one is denied", async () => {
  const signIn = optionsWith({}).callbacks?.signIn;
  const account = { provider: "github", providerAccountId: "1", type: "oauth" } as const;
  const user = { id: "x" };
  expect(await signIn?.({ user, account, profile: { email: "ana@example.test" } })).toBe(
    "/sign-in?error=account_exists",
  );
  expect(await signIn?.({ user, account: { ...account, provider: "elsewhere" } })).toBe(false);
  const known = optionsWith({ withProvider: () => Promise.resolve({ kind: "known", userId: "u1" }) }).callbacks?.signIn;
  expect(await known?.({ user, account, profile: {} })).toBe(true);
});
