import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { UserContext } from "@/lib/services/context/context";
import { contextOn } from "@/test/accounts-context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { createApiToken, createTokenInput, findTokenOwner, listApiTokens, revokeApiToken } from "./api-tokens";
import { changePassword } from "./change-password";
import { disconnect, listConnections } from "./connections";
import { createUser } from "./create-user";
import { deleteAccount } from "./delete-account";
import { exportOwnData } from "./export-own-data";
import { findSignedIn } from "./find-signed-in";
import { listOutbox } from "./outbox";
import { isResetLinkOpen, requestPasswordReset, resetPassword } from "./password-reset";
import { listSessions, revokeOtherSessions, revokeSession, signOut } from "./sessions";
import { signIn } from "./sign-in";
import { signInWithProvider } from "./sign-in-with-provider";
import { updateProfile, updateWeights } from "./update-profile";

const CLIENT = { ip: "203.0.113.7", userAgent: "Test browser" };
const PASSWORD = "a quiet lookout over the bay";
const NEXT_PASSWORD = "three lamps on the long pier";

let database: TestDatabase;
let ana: UserContext;
let luz: UserContext;

const visitor = (minutes = 0) =>
  contextOn({ kind: "visitor" }, { db: database.db, now: () => new Date(Date.now() + minutes * 60_000) });

async function openFor(email: string): Promise<UserContext> {
  const found = await findSignedIn(visitor(), await signIn(visitor(), { email, password: PASSWORD }, CLIENT));
  if (found === null) throw new Error("A session that was just opened must be live.");
  return contextOn(found.actor, { db: database.db });
}

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  const { db } = database;
  await Promise.all([db.user.deleteMany(), db.rateLimit.deleteMany()]);
  const system = contextOn({ kind: "system", name: "test" }, { db });
  for (const email of ["boss@example.test", "ana@example.test", "luz@example.test"]) {
    await createUser(system, { email, password: PASSWORD });
  }
  ana = await openFor("ana@example.test");
  luz = await openFor("luz@example.test");
});

async function addResume(owner: UserContext, name: string): Promise<string> {
  const at = new Date();
  const fileHash = await owner.files.put(Buffer.from(name));
  await database.db.resume.create({
    data: {
      id: `resume-${name}-${owner.actor.userId}`,
      userId: owner.actor.userId,
      title: name,
      createdAt: at,
      updatedAt: at,
      versions: {
        create: {
          id: `version-${name}-${owner.actor.userId}`,
          number: 1,
          fileName: `${name}.txt`,
          fileType: "txt",
          fileHash,
          fileBytes: name.length,
          text: `The text of ${name}`,
          blocks: [],
          profile: {},
          profileVersion: "1",
          contentHash: fileHash,
          createdAt: at,
        },
      },
    },
  });
  return fileHash;
}

async function resetToken(email: string): Promise<string> {
  await requestPasswordReset(visitor(), { email, locale: "es" }, CLIENT);
  const mail = await database.db.outboxMessage.findFirstOrThrow({
    where: { recipient: email },
    orderBy: { createdAt: "desc" },
  });
  return /token=(\S+)/.exec(mail.body)?.[1] ?? "";
}

test("people see their own live sessions, with the current one marked", async () => {
  const second = await openFor("ana@example.test");
  await signOut(visitor(), second.actor);
  const third = await openFor("ana@example.test");
  const sessions = await listSessions(ana);
  expect(sessions.map(({ id }) => id).sort()).toEqual([ana.actor.sessionId, third.actor.sessionId].sort());
  expect(sessions.filter(({ isCurrent }) => isCurrent).map(({ id }) => id)).toEqual([ana.actor.sessionId]);
});

test("a revoked session is refused on its next request; somebody else's cannot be revoked", async () => {
  await expect(revokeSession(luz, { id: ana.actor.sessionId })).rejects.toMatchObject({ code: "not_found" });
  expect(await findSignedIn(visitor(), ana.actor)).not.toBeNull();
  await revokeSession(ana, { id: ana.actor.sessionId });
  expect(await findSignedIn(visitor(), ana.actor)).toBeNull();
  await expect(revokeSession(ana, { id: ana.actor.sessionId })).rejects.toMatchObject({ code: "not_found" });
});

test("ending the other sessions leaves this one and other people's", async () => {
  const second = await openFor("ana@example.test");
  expect(await revokeOtherSessions(ana)).toEqual({ revoked: 1 });
  expect(await findSignedIn(visitor(), second.actor)).toBeNull();
  expect(await findSignedIn(visitor(), ana.actor)).not.toBeNull();
  expect(await findSignedIn(visitor(), luz.actor)).not.toBeNull();
});

test("a reset link works once, ends every session and closes the other links", async () => {
  const other = await resetToken("ana@example.test");
  const token = await resetToken("ana@example.test");
  expect(await isResetLinkOpen(visitor(), token)).toBe(true);
  await resetPassword(visitor(), { token, password: NEXT_PASSWORD }, CLIENT);
  expect(await findSignedIn(visitor(), ana.actor)).toBeNull();
  for (const used of [token, other, "made up"]) {
    expect(await isResetLinkOpen(visitor(), used)).toBe(false);
    await expect(
      resetPassword(visitor(), { token: used, password: "one more password" }, CLIENT),
    ).rejects.toMatchObject({
      code: "invalid_input",
    });
  }
  await expect(
    signIn(visitor(), { email: "ana@example.test", password: NEXT_PASSWORD }, CLIENT),
  ).resolves.toBeDefined();
});

test("two uses of one link at once: one wins", async () => {
  const token = await resetToken("ana@example.test");
  const uses = await Promise.allSettled(
    [NEXT_PASSWORD, "some other password"].map((password) => resetPassword(visitor(), { token, password }, CLIENT)),
  );
  expect(uses.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a reset link is over after half an hour, and the table does not hold it", async () => {
  const token = await resetToken("ana@example.test");
  await expect(resetPassword(visitor(31), { token, password: NEXT_PASSWORD }, CLIENT)).rejects.toMatchObject({
    code: "invalid_input",
  });
  const rows = await database.db.passwordReset.findMany();
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a password that the policy refuses does not use the link up", async () => {
  const token = await resetToken("ana@example.test");
  await expect(resetPassword(visitor(), { token, password: "short" }, CLIENT)).rejects.toThrow(/password_too_short/);
  await expect(resetPassword(visitor(), { token, password: "ana@example.test" }, CLIENT)).rejects.toThrow(
    /password_is_email/,
  );
  expect(await isResetLinkOpen(visitor(), token)).toBe(true);
});

test("asking for a link for an unknown address answers the same, leaves nothing, and is limited alike", async () => {
  const known = await requestPasswordReset(visitor(), { email: "ana@example.test", locale: "en" }, CLIENT);
  const ask = () => requestPasswordReset(visitor(), { email: "nobody@example.test", locale: "en" }, CLIENT);
  expect(await ask()).toEqual(known);
  await ask();
  await ask();
  await expect(ask()).rejects.toMatchObject({ code: "rate_limited" });
  expect(await database.db.outboxMessage.count({ where: { recipient: "nobody@example.test" } })).toBe(0);
});

test("changing the password asks for the current one, ends other sessions and tells the owner", async () => {
  const second = await openFor("ana@example.test");
  const input = { current: "wrong", password: NEXT_PASSWORD, locale: "en" } as const;
  await expect(changePassword(ana, input)).rejects.toMatchObject({ code: "forbidden" });
  expect(await changePassword(ana, { ...input, current: PASSWORD })).toEqual({ revoked: 1 });
  expect(await findSignedIn(visitor(), second.actor)).toBeNull();
  expect(await findSignedIn(visitor(), ana.actor)).not.toBeNull();
  expect(await database.db.outboxMessage.count({ where: { template: "password_changed" } })).toBe(1);
});

test("the current password cannot be guessed at without end", async () => {
  const input = { current: "wrong", password: NEXT_PASSWORD, locale: "en" } as const;
  for (let n = 0; n < 10; n += 1) await expect(changePassword(ana, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(changePassword(ana, { ...input, current: PASSWORD })).rejects.toMatchObject({ code: "rate_limited" });
});

test("an API token is shown once, works until revoked or expired, and is its owner's to revoke", async () => {
  const { id, token } = await createApiToken(ana, { name: "Laptop", days: 30 });
  expect(token).toMatch(/^atl_[\w-]{43}$/);
  expect(await findTokenOwner(visitor(), token)).toMatchObject({
    userId: ana.actor.userId,
    role: "user",
    scopes: ["read"],
  });
  expect(JSON.stringify(await listApiTokens(ana))).not.toContain(token);
  expect(await listApiTokens(luz)).toEqual([]);
  expect(await findTokenOwner(visitor(31 * 24 * 60), token)).toBeNull();
  await expect(revokeApiToken(luz, { id })).rejects.toMatchObject({ code: "not_found" });
  await revokeApiToken(ana, { id });
  expect(await findTokenOwner(visitor(), token)).toBeNull();
  expect(await findTokenOwner(visitor(), "atl_made-up")).toBeNull();
});

test("a token's days come from a form: empty means no end, nonsense is refused", () => {
  expect(createTokenInput.parse({ name: "Laptop", days: "" }).days).toBeNull();
  expect(createTokenInput.parse({ name: "Laptop", days: "30" }).days).toBe(30);
  for (const days of ["0", "-1", "1.5", "soon", "99999"]) {
    expect(createTokenInput.safeParse({ name: "Laptop", days }).success).toBe(false);
  }
});

test("a person has at most twenty tokens", async () => {
  for (let n = 0; n < 20; n += 1) await createApiToken(ana, { name: `Token ${n}` });
  await expect(createApiToken(ana, { name: "One more" })).rejects.toMatchObject({ code: "conflict" });
});

test("name and weights are kept, and weights go back to the defaults", async () => {
  await updateProfile(ana, { name: "Ana Ríos" });
  await updateWeights(ana, { skills: 10, experience: 80, keywords: 10 });
  const seen = await findSignedIn(visitor(), ana.actor);
  expect(seen?.user).toMatchObject({ name: "Ana Ríos", weights: { skills: 10, experience: 80, keywords: 10 } });
  await updateWeights(ana, null);
  expect((await findSignedIn(visitor(), ana.actor))?.user.weights).toBeNull();
});

test("a connection can be removed unless it is the only way in", async () => {
  const identity = { provider: "github", providerAccountId: "1", email: "gh@example.test", name: null } as const;
  await signInWithProvider(ana, identity);
  expect(await listConnections(ana)).toMatchObject([{ provider: "github", isConfigured: false }]);
  await disconnect(ana, { provider: "github" });
  await expect(disconnect(ana, { provider: "github" })).rejects.toMatchObject({ code: "not_found" });
  const made = await signInWithProvider(visitor(), identity);
  const userId = made.kind === "known" ? made.userId : "";
  const only = contextOn({ kind: "user", userId, role: "user", sessionId: "none" }, { db: database.db });
  await expect(disconnect(only, { provider: "github" })).rejects.toMatchObject({ code: "conflict" });
  await expect(deleteAccount(only, { confirmation: "wrong" })).rejects.toMatchObject({ code: "forbidden" });
  await deleteAccount(only, { confirmation: "GH@example.test" });
});

test("the export holds all of one's own rows, nobody else's, and no hash", async () => {
  await addResume(ana, "own résumé");
  await addResume(luz, "another résumé");
  await createApiToken(ana, { name: "Laptop" });
  const exported = await exportOwnData(ana);
  expect(exported.resumes.map(({ title }) => title)).toEqual(["own résumé"]);
  expect(exported.apiTokens).toHaveLength(1);
  const text = JSON.stringify(exported);
  expect(text).toContain("The text of own résumé");
  for (const absent of ["another résumé", luz.actor.userId, "argon2", "passwordHash", "tokenHash"])
    expect(text).not.toContain(absent);
});

test("deleting an account needs the password and removes everything but other people's", async () => {
  const ownFile = await addResume(ana, "own résumé");
  const sharedFile = await addResume(ana, "shared résumé");
  await luz.files.put(Buffer.from("shared résumé"));
  await addResume(luz, "shared résumé");
  await createApiToken(ana, { name: "Laptop" });
  await resetToken("ana@example.test");
  await expect(deleteAccount(ana, { confirmation: "wrong" })).rejects.toMatchObject({ code: "forbidden" });
  await deleteAccount(ana, { confirmation: PASSWORD });
  const { db } = database;
  const where = { userId: ana.actor.userId };
  const left = await Promise.all([
    db.user.count({ where: { id: ana.actor.userId } }),
    db.session.count({ where }),
    db.resume.count({ where }),
    db.apiToken.count({ where }),
    db.passwordReset.count({ where }),
    db.outboxMessage.count({ where: { recipient: "ana@example.test" } }),
  ]);
  expect(left).toEqual([0, 0, 0, 0, 0, 0]);
  expect(await db.resume.count()).toBe(1);
  expect([await ana.files.has(ownFile), await ana.files.has(sharedFile)]).toEqual([false, true]);
  expect(await findSignedIn(visitor(), ana.actor)).toBeNull();
});

test("the last administrator among others stays; alone they may go", async () => {
  const boss = await openFor("boss@example.test");
  await expect(deleteAccount(boss, { confirmation: PASSWORD })).rejects.toMatchObject({ code: "conflict" });
  await database.db.user.deleteMany({ where: { role: "user" } });
  await deleteAccount(boss, { confirmation: PASSWORD });
  expect(await database.db.user.count()).toBe(0);
});

test("the outbox is there for administrators and for nobody else", async () => {
  await resetToken("ana@example.test");
  await expect(listOutbox(ana)).rejects.toMatchObject({ code: "not_found" });
  const mails = await listOutbox(await openFor("boss@example.test"));
  expect(mails.map(({ recipient }) => recipient)).toEqual(["ana@example.test"]);
});
