import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { contextOn } from "@/test/accounts-context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { createUser } from "./create-user";
import { findSignedIn } from "./find-signed-in";
import { signIn } from "./sign-in";
import { signInWithProvider } from "./sign-in-with-provider";
import { areSignUpsOpen, setSignUps } from "./sign-ups";
import { signUp } from "./sign-up";

const CLIENT = { ip: "203.0.113.7", userAgent: "Test browser" };
const PASSWORD = "a quiet lookout over the bay";
const GITHUB = { provider: "github", providerAccountId: "42", email: "ana@example.test", name: "Ana" } as const;

let database: TestDatabase;
const visitor = () => contextOn({ kind: "visitor" }, { db: database.db });
const system = () => contextOn({ kind: "system", name: "test" }, { db: database.db });
const asked = (email: string, password = PASSWORD) => ({ email, password, name: null, locale: "en" as const });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const { db } = database;
  await Promise.all([db.user.deleteMany(), db.rateLimit.deleteMany(), db.setting.deleteMany()]);
});

async function signedIn(email: string, role: "user" | "admin" = "user") {
  await createUser(system(), { email, password: PASSWORD, role });
  const session = await signIn(visitor(), { email, password: PASSWORD }, CLIENT);
  const found = await findSignedIn(visitor(), session);
  if (found === null) throw new Error("A session that was just opened must be live.");
  return contextOn(found.actor, { db: database.db });
}

test("of several first sign-ups at once exactly one becomes administrator", async () => {
  const emails = ["a@example.test", "b@example.test", "c@example.test"];
  await Promise.all(emails.map((email) => signUp(visitor(), asked(email), CLIENT)));
  const roles = await database.db.user.findMany({ select: { role: true } });
  expect(roles.map(({ role }) => role).sort()).toEqual(["admin", "user", "user"]);
});

test("two sign-ups with one address at once make one account", async () => {
  await Promise.all([
    signUp(visitor(), asked("a@example.test"), CLIENT),
    signUp(visitor(), asked("a@example.test"), CLIENT),
  ]);
  expect(await database.db.user.count()).toBe(1);
});

test("a sign-up with a taken address answers the same, changes nothing and leaves its owner a mail", async () => {
  const free = await signUp(visitor(), asked("ana@example.test"), CLIENT);
  const taken = await signUp(visitor(), asked("ana@example.test", "another good password"), CLIENT);
  expect(taken).toEqual(free);
  const mails = await database.db.outboxMessage.findMany();
  expect(mails.map(({ template, recipient }) => [template, recipient])).toEqual([
    ["address_in_use", "ana@example.test"],
  ]);
  await expect(signIn(visitor(), { email: "ana@example.test", password: PASSWORD }, CLIENT)).resolves.toBeDefined();
});

test("the password is kept as argon2id only", async () => {
  await createUser(system(), { email: "ana@example.test", password: PASSWORD });
  const { passwordHash } = await database.db.user.findFirstOrThrow();
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test("an unknown address, a wrong password and an account without one are refused in the same words", async () => {
  await createUser(system(), { email: "ana@example.test", password: PASSWORD });
  await signInWithProvider(visitor(), { ...GITHUB, email: "only-github@example.test" });
  const replies: unknown[] = [];
  for (const email of ["ana@example.test", "nobody@example.test", "only-github@example.test"]) {
    await signIn(visitor(), { email, password: "not the password" }, CLIENT).catch((error: unknown) =>
      replies.push(error),
    );
  }
  expect(replies).toHaveLength(3);
  expect(new Set(replies.map(String)).size).toBe(1);
  expect(replies[0]).toMatchObject({ code: "unauthenticated" });
});

test("guessing at one account is stopped after ten tries, wherever they come from, also for an unknown address", async () => {
  for (const email of ["ana@example.test", "nobody@example.test"]) {
    const guess = (n: number) => signIn(visitor(), { email, password: "wrong" }, { ...CLIENT, ip: `203.0.113.${n}` });
    for (let n = 0; n < 10; n += 1) await expect(guess(n)).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(guess(11)).rejects.toMatchObject({ code: "rate_limited" });
  }
});

test("one network address cannot make accounts without end", async () => {
  await database.db.rateLimit.deleteMany();
  const limited: string[] = [];
  for (let n = 0; n < 31; n += 1) {
    await signUp(visitor(), asked(`n${n}@example.test`), CLIENT).catch((error: unknown) => limited.push(String(error)));
  }
  expect(limited).toHaveLength(1);
}, 120_000);

test("a successful sign-in gives the tries back", async () => {
  await createUser(system(), { email: "ana@example.test", password: PASSWORD });
  for (let round = 0; round < 3; round += 1) {
    for (let n = 0; n < 5; n += 1)
      await signIn(visitor(), { email: "ana@example.test", password: "wrong" }, CLIENT).catch(() => null);
    await expect(signIn(visitor(), { email: "ana@example.test", password: PASSWORD }, CLIENT)).resolves.toBeDefined();
  }
});

test("a change of role takes effect at once", async () => {
  await createUser(system(), { email: "first@example.test", password: PASSWORD });
  const ctx = await signedIn("ana@example.test");
  expect(ctx.actor.role).toBe("user");
  await database.db.user.update({ where: { id: ctx.actor.userId }, data: { role: "admin" } });
  expect((await findSignedIn(visitor(), ctx.actor))?.actor.role).toBe("admin");
});

test("a session is nobody's once revoked, expired, or claimed for another user", async () => {
  const ana = await signedIn("ana@example.test");
  const luz = await signedIn("luz@example.test");
  const { sessionId, userId } = ana.actor;
  expect(await findSignedIn(visitor(), { sessionId, userId: luz.actor.userId })).toBeNull();
  const later = contextOn({ kind: "visitor" }, { db: database.db, now: () => new Date(Date.now() + 31 * 86_400_000) });
  expect(await findSignedIn(later, { sessionId, userId })).toBeNull();
  await database.db.session.update({ where: { id: sessionId }, data: { revokedAt: new Date() } });
  expect(await findSignedIn(visitor(), { sessionId, userId })).toBeNull();
});

test("activity is written down at most every five minutes", async () => {
  const ana = await signedIn("ana@example.test");
  const before = await database.db.session.findUniqueOrThrow({ where: { id: ana.actor.sessionId } });
  await findSignedIn(visitor(), ana.actor);
  const at = new Date(Date.now() + 10 * 60_000);
  await findSignedIn(contextOn({ kind: "visitor" }, { db: database.db, now: () => at }), ana.actor);
  const after = await database.db.session.findUniqueOrThrow({ where: { id: ana.actor.sessionId } });
  expect(after.lastSeenAt).toEqual(at);
  expect(before.lastSeenAt.getTime()).toBeLessThan(at.getTime());
});

test("a provider's identity with the address of a password account is refused, and connects nothing", async () => {
  await createUser(system(), { email: "ana@example.test", password: PASSWORD });
  expect(await signInWithProvider(visitor(), GITHUB)).toEqual({ kind: "refused", why: "account_exists" });
  expect(await database.db.account.count()).toBe(0);
});

test("a signed-in person connects a provider, and it opens that account from then on", async () => {
  const ana = await signedIn("ana@example.test");
  const known = { kind: "known", userId: ana.actor.userId };
  expect(await signInWithProvider(ana, { ...GITHUB, email: "other@example.test" })).toEqual(known);
  expect(await signInWithProvider(ana, GITHUB)).toEqual(known);
  expect(await signInWithProvider(visitor(), GITHUB)).toEqual(known);
});

test("what is connected to somebody else cannot be connected again", async () => {
  await signInWithProvider(await signedIn("ana@example.test"), GITHUB);
  const luz = await signedIn("luz@example.test");
  expect(await signInWithProvider(luz, GITHUB)).toEqual({ kind: "refused", why: "account_of_another" });
});

test("a stranger from a provider gets an account, unless no address is vouched for or sign-up is closed", async () => {
  expect(await signInWithProvider(visitor(), { ...GITHUB, email: null })).toEqual({ kind: "refused", why: "no_email" });
  const made = await signInWithProvider(visitor(), GITHUB);
  expect(made.kind).toBe("known");
  const closed = contextOn({ kind: "visitor" }, { db: database.db, env: { SIGNUPS: "closed" } });
  const stranger = { ...GITHUB, providerAccountId: "43", email: "new@example.test" };
  expect(await signInWithProvider(closed, stranger)).toEqual({ kind: "refused", why: "sign_ups_closed" });
  expect(await signInWithProvider(closed, GITHUB)).toEqual(made);
});

test("closed sign-up lets the first account in and nobody else", async () => {
  const closed = contextOn({ kind: "visitor" }, { db: database.db, env: { SIGNUPS: "closed" } });
  await signUp(closed, asked("first@example.test"), CLIENT);
  await expect(signUp(closed, asked("second@example.test"), CLIENT)).rejects.toMatchObject({ code: "forbidden" });
});

test("only an administrator closes sign-up in the settings", async () => {
  const admin = await signedIn("first@example.test");
  const user = await signedIn("ana@example.test");
  await expect(setSignUps(user, { open: false })).rejects.toMatchObject({ code: "forbidden" });
  await setSignUps(admin, { open: false });
  expect(await areSignUpsOpen(visitor())).toBe(false);
  await setSignUps(admin, { open: true });
  expect(await areSignUpsOpen(visitor())).toBe(true);
});

test("accounts for others are made by the system and by administrators only, and one address once", async () => {
  const input = { email: "  Ana@Example.test ", password: PASSWORD, role: "admin" } as const;
  await expect(createUser(visitor(), input)).rejects.toMatchObject({ code: "forbidden" });
  await createUser(system(), { email: "first@example.test", password: PASSWORD });
  expect(await createUser(system(), input)).toMatchObject({ email: "ana@example.test", role: "admin" });
  await expect(createUser(system(), input)).rejects.toMatchObject({ code: "conflict" });
});

test("the first account is an administrator even when nobody asked for it", async () => {
  expect((await createUser(system(), { email: "a@example.test", password: PASSWORD, role: "user" })).role).toBe(
    "admin",
  );
});
