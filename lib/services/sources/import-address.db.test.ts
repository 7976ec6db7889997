import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answer, type Handler, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { startProxy } from "@/lib/adapters/http/fixtures/local-proxy";
import type { UserContext } from "@/lib/services/context/context";
import { advertPage } from "@/test/advert-page";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { previewAddress, readAddress, requestAddressImport, runAddressImport, watchAddress } from "./import-address";

let database: TestDatabase;

const acting = (role: "user" | "admin" = "admin") => ({
  ...pipelineContext({ db: database.db }),
  actor: { kind: "user" as const, userId: role, role, sessionId: "s" },
});

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.source.deleteMany();
  await database.db.run.deleteMany();
});

test("an address says which board it belongs to, and whether that is a source already", async () => {
  const address = "https://jobs.lever.co/acme/22222222-3333-4444-8555-666666666601?lever-source=x";
  const read = await readAddress(acting(), { address });
  expect(read).toMatchObject({ what: "advert", adapter: { id: "lever" }, config: { id: "lever-acme" }, known: null });
  await watchAddress(acting(), { address });
  expect(await readAddress(acting(), { address })).toMatchObject({ known: { id: "lever-acme", enabled: true } });
  await expect(watchAddress(acting(), { address })).rejects.toMatchObject({ code: "conflict" });
});

test("any other public site is read for its JobPosting data", async () => {
  const read = await readAddress(acting(), { address: "careers.acme.example/jobs/7" });
  expect(read).toMatchObject({
    what: "unknown",
    adapter: { id: "jsonld" },
    address: "https://careers.acme.example/jobs/7",
  });
});

test.each(["http://127.0.0.1/admin", "file:///etc/passwd", "http://user:secret@acme.example/", "hello"])(
  "%s is refused with a reason and nothing is stored",
  async (address) => {
    await expect(previewAddress(acting(), { address })).rejects.toMatchObject({ code: "invalid_input" });
    await expect(requestAddressImport(acting(), { address })).rejects.toMatchObject({ code: "invalid_input" });
    expect(await database.db.run.count()).toBe(0);
  },
);

test("an import is registered and queued; a page that cannot be had is a failure of its run, and its board stays off", async () => {
  const ctx = acting();
  const address = "https://nowhere.invalid.example.org/jobs/7";
  const { runId } = await requestAddressImport(ctx, { address });
  expect(ctx.sent).toEqual([{ name: "import_address", payload: { runId, address } }]);
  const asSystem = { ...pipelineContext({ db: database.db }), wallNow: () => new Date() };
  const { status } = await runAddressImport(asSystem, address, { trigger: "admin", runId });
  expect(status).not.toBe("succeeded");
  const run = await database.db.run.findUniqueOrThrow({ where: { id: runId }, include: { events: true } });
  expect(run.events.some((event) => event.kind === "item.failed")).toBe(true);
  expect(await database.db.source.findMany({ select: { enabled: true } })).toEqual([{ enabled: false }]);
});

test("an advert is previewed without a trace, imported once however often it is pasted, and closed when it is gone", async () => {
  const handlers: Record<string, Handler> = {
    "/jobs/7": answer(
      advertPage({ id: "7", title: "Beekeeper", company: "Colmena Sur", description: "<p>Look after hives.</p>" }),
    ),
  };
  const board = await startServer(handlers);
  // A public address that a proxy leads to the board of this test: pasted addresses may not be this machine's.
  const proxy = await startProxy(Number(new URL(board.origin).port));
  const address = "http://93.184.216.34/jobs/7?utm_source=newsletter";
  const world = pipelineContext({ db: database.db, env: { SCRAPE_PROXY_URL: proxy.url } });
  const boss = { ...world, actor: { kind: "user" as const, userId: "admin", role: "admin" as const, sessionId: "s" } };
  try {
    const { look } = await previewAddress(boss, { address });
    expect(look.postings).toMatchObject([{ title: "Beekeeper", company: "Colmena Sur" }]);
    expect([await database.db.listing.count(), await database.db.rawDocument.count()]).toEqual([0, 0]);
    const imported = () => runAddressImport(world, address, { trigger: "admin" });
    expect([(await imported()).status, (await imported()).status]).toEqual(["succeeded", "succeeded"]);
    const stored = () => database.db.listing.findMany({ include: { posting: true } });
    expect(await stored()).toMatchObject([{ externalId: "7", state: "open", posting: { title: "Beekeeper" } }]);
    expect(await database.db.source.findMany({ select: { id: true, enabled: true } })).toEqual([
      { id: "site-93-184-216-34", enabled: false },
    ]);
    handlers["/jobs/7"] = answer("", {}, 410);
    await imported();
    expect(await stored()).toMatchObject([{ state: "closed", closedReason: "gone" }]);
    expect([...new Set(board.log.map((line) => line.path))]).toEqual(["/robots.txt", "/jobs/7"]);
  } finally {
    await proxy.close();
    await board.close();
  }
});

test("nothing is imported from or looked at on a board that is to be left alone, or whose notice nobody has read", async () => {
  const ctx = acting();
  const address = "https://jobs.lever.co/acme/22222222-3333-4444-8555-666666666601";
  const { sourceId } = await watchAddress(ctx, { address });
  const cooldownUntil = new Date(Date.now() + 3_600_000);
  await database.db.source.update({ where: { id: sourceId }, data: { breaker: "open", cooldownUntil } });
  await expect(requestAddressImport(ctx, { address })).rejects.toMatchObject({ code: "unavailable" });
  await expect(previewAddress(ctx, { address })).rejects.toMatchObject({
    code: "unavailable",
    message: `Lever: acme is cooling down until ${cooldownUntil.toISOString()}; look at it after that.`,
  });
  await expect(runAddressImport(ctx, address, { trigger: "admin" })).rejects.toMatchObject({ code: "unavailable" });
  const unread = { address: "https://www.linkedin.com/jobs/view/1234567890" };
  await expect(requestAddressImport(ctx, unread)).rejects.toMatchObject({ code: "invalid_input" });
  expect(await database.db.run.count()).toBe(0);
  expect(ctx.sent).toEqual([]);
});

test("only an administrator may paste addresses", async () => {
  const somebody: UserContext = acting("user");
  const input = { address: "https://jobs.lever.co/acme" };
  for (const attempt of [readAddress, previewAddress, watchAddress, requestAddressImport])
    await expect(attempt(somebody, input)).rejects.toMatchObject({ code: "not_found" });
});
