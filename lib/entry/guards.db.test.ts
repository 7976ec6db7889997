import { redirect } from "next/navigation";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { SESSION_COOKIE, writeSessionToken } from "@/lib/adapters/auth/session-token";
import { createUser } from "@/lib/services/accounts/create-user";
import { signIn } from "@/lib/services/accounts/sign-in";
import type { Actor } from "@/lib/services/context/context";
import type { App } from "@/lib/services/context/create-app";
import { contextOn } from "@/test/accounts-context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { defineAction, defineAdminAction, definePublicAction } from "./define-action";
import { defineCronRoute } from "./define-cron-route";
import { requireAdmin, requireUser } from "./require-user";
import { withAdmin, withUser } from "./route-handler";

const request = vi.hoisted(() => ({ cookie: "", path: "/matches" }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ "x-path": request.path })),
  cookies: () =>
    Promise.resolve({ get: (name: string) => ({ name, value: name === SESSION_COOKIE ? request.cookie : "" }) }),
}));

const PASSWORD = "a quiet lookout over the bay";
const SECRETS = { auth: "x".repeat(40), cron: "y".repeat(40) };
let database: TestDatabase;
let session: { userId: string; sessionId: string };

beforeAll(async () => {
  database = await createTestDatabase();
  const app: App = {
    context: <A extends Actor>(actor: A) => contextOn(actor, { db: database.db }),
    close: () => Promise.resolve(),
  };
  Object.assign(globalThis, { atalayaApp: app, atalayaSecrets: SECRETS });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.user.deleteMany();
  const { db } = database;
  const system = contextOn({ kind: "system", name: "test" }, { db });
  for (const email of ["boss@example.test", "ana@example.test"])
    await createUser(system, { email, password: PASSWORD });
  const credentials = { email: "ana@example.test", password: PASSWORD };
  session = await signIn(contextOn({ kind: "visitor" }, { db }), credentials, { ip: "203.0.113.1", userAgent: null });
  request.cookie = await writeSessionToken(session, SECRETS.auth);
});

const input = z.object({ n: z.number("n_missing") });
const own = defineAction({ name: "test.own", input, run: (ctx, { n }) => Promise.resolve([ctx.actor.userId, n]) });
const admin = defineAdminAction({ name: "test.admin", input, run: () => Promise.resolve("done") });
const open = definePublicAction({ name: "test.open", input, run: (ctx) => Promise.resolve(ctx.actor.kind) });
const page = { params: Promise.resolve({}) };
const revoke = () => database.db.session.update({ where: { id: session.sessionId }, data: { revokedAt: new Date() } });
const promote = () => database.db.user.update({ where: { id: session.userId }, data: { role: "admin" } });

test("an action runs as the signed-in person, and is refused on the next request after the session was revoked", async () => {
  expect(await own({ n: 1 })).toEqual({ ok: true, data: [session.userId, 1] });
  await revoke();
  expect(await own({ n: 1 })).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
});

test("without a session only a public action runs", async () => {
  request.cookie = "";
  expect(await own({ n: 1 })).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
  expect(await open({ n: 1 })).toEqual({ ok: true, data: "visitor" });
});

test("an administrator's action does not exist for others, and opens at once with the role", async () => {
  expect(await admin({ n: 1 })).toMatchObject({ ok: false, error: { code: "not_found" } });
  await promote();
  expect(await admin({ n: 1 })).toEqual({ ok: true, data: "done" });
});

test("the session is asked for before the input is looked at", async () => {
  const form = new FormData();
  expect(await own(null, form)).toMatchObject({
    ok: false,
    error: { code: "invalid_input", fields: { n: ["n_missing"] } },
  });
  request.cookie = "";
  expect(await own(null, form)).toMatchObject({ ok: false, error: { code: "unauthenticated" } });
});

test("a redirect travels through; a crash becomes a reference", async () => {
  const away = definePublicAction({ name: "test.away", input: z.unknown(), run: () => redirect("/somewhere") });
  await expect(away()).rejects.toMatchObject({ digest: expect.stringContaining("/somewhere") as unknown });
  const broken = definePublicAction({
    name: "test.broken",
    input: z.unknown(),
    run: () => Promise.reject(new Error("secret")),
  });
  const reply = await broken();
  expect(reply).toMatchObject({ ok: false, error: { code: "internal" } });
  expect(JSON.stringify(reply)).not.toContain("secret");
});

test("a page sends strangers to sign in and back; an administrator's page is not found by others", async () => {
  expect((await requireUser()).user.email).toBe("ana@example.test");
  await expect(requireAdmin()).rejects.toMatchObject({ digest: expect.stringContaining("404") as unknown });
  request.cookie = "forged";
  await expect(requireUser()).rejects.toMatchObject({
    digest: expect.stringContaining("/sign-in?next=%2Fmatches") as unknown,
  });
});

test("a handler answers 401, 403 or 404 as JSON, and is never cached", async () => {
  const mine = withUser("test.mine", (ctx) => Promise.resolve(Response.json({ user: ctx.actor.userId })));
  const theirs = withAdmin("test.theirs", () => Promise.resolve(Response.json({})));
  const get = new Request("http://here.test/x");
  const foreign = new Request("http://here.test/x", { method: "POST", headers: { "sec-fetch-site": "cross-site" } });
  const fine = await mine(get, page);
  expect([fine.status, fine.headers.get("cache-control")]).toEqual([200, "private, no-store"]);
  expect((await mine(foreign, page)).status).toBe(403);
  expect((await theirs(get, page)).status).toBe(404);
  await revoke();
  expect((await mine(get, page)).status).toBe(401);
});

test("a cron route runs for the holder of the secret only, as the system, with a deadline", async () => {
  const route = defineCronRoute({
    name: "test",
    sliceMs: 1000,
    run: (ctx, { deadline }) => Promise.resolve({ by: ctx.actor.name, deadline }),
  });
  const asked = (authorization: string) =>
    route(new Request("http://here.test/api/cron/test", { headers: { authorization } }));
  expect((await asked("Bearer wrong")).status).toBe(401);
  const fine = await asked(`Bearer ${SECRETS.cron}`);
  expect(fine.status).toBe(200);
  expect(await fine.json()).toMatchObject({ by: "cron:test" });
});
