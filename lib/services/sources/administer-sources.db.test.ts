import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import type { UserContext } from "@/lib/services/context/context";
import { runDaily, runScrape } from "@/lib/services/pipeline/run-daily";
import { getRun } from "@/lib/services/runs/get-run";
import { listComparableRuns } from "@/lib/services/runs/list-comparable-runs";
import { listRunDocuments } from "@/lib/services/runs/list-run-documents";
import { listRunRequests } from "@/lib/services/runs/list-run-requests";
import { advertPage } from "@/test/advert-page";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { getSource, lookAtSourceForm, newSource, saveSourceForm } from "./edit-source";
import { ensureSource } from "./ensure-sources";
import { listSources } from "./list-sources";
import { pasteAddress, previewPasted } from "./paste-address";
import { requestScrape, requestScrapeOfAll } from "./request-scrape";

const TEXT = "<p>Look after the hives of the terrace, harvest in autumn and teach visitors.</p>".repeat(12);
const advert = (n: number) =>
  advertPage({ id: `H-${n}`, title: `Beekeeper ${n}`, company: `Colmena ${n}`, description: TEXT });
const html = { "content-type": "text/html" };

let database: TestDatabase;
let server: Awaited<ReturnType<typeof startServer>>;

function acting(role: "user" | "admin") {
  const world = pipelineContext({ db: database.db, env: { SCRAPE_EXEMPT_ORIGIN: server.origin } });
  const ctx: UserContext = { ...world, actor: { kind: "user", userId: role, role, sessionId: "s" } };
  return { ctx, sent: world.sent };
}
const admin = () => acting("admin").ctx;
const worker = () => pipelineContext({ db: database.db, env: { SCRAPE_EXEMPT_ORIGIN: server.origin } });

const hives = () => ({
  id: "hives",
  name: "Hives",
  adapter: "jsonld",
  startUrls: [`${server.origin}/jobs`],
  params: { detailPaths: ["/jobs/*"] },
  politeness: { minIntervalMs: 0 },
});
const hivesForm = async () => {
  await ensureSource(admin(), { ...hives(), managedBy: "admin" });
  const { form } = await getSource(admin(), "hives");
  await database.db.source.delete({ where: { id: "hives" } });
  return form;
};

beforeAll(async () => {
  database = await createTestDatabase();
  const links = [0, 1, 2].map((n) => `<a href="/jobs/${n}">Beekeeper ${n}</a>`).join("");
  server = await startServer({
    "/jobs": answer(`<html><body>${links}</body></html>`, html),
    "/jobs/0": answer(advert(0), html),
    "/jobs/1": answer(advert(1), html),
    "/jobs/2": answer("<html><body><p>Nothing to be read here, whatever one may have hoped.</p></body></html>", html),
  });
});
afterAll(async () => {
  await server.close();
  await database.close();
});
beforeEach(async () => {
  await database.db.run.deleteMany();
  await database.db.robotsFile.deleteMany();
  await database.db.posting.deleteMany();
  await database.db.source.deleteMany();
});

test("a source is looked at and saved by its form; a second one of the same id is refused beside its field", async () => {
  const form = await hivesForm();
  const looked = await lookAtSourceForm(admin(), { form, isNew: true });
  expect(looked).toMatchObject({
    kind: "looked",
    look: { postings: [{ title: "Beekeeper 0" }, { title: "Beekeeper 1" }] },
  });
  expect(await database.db.source.count()).toBe(0);
  await expect(saveSourceForm(admin(), { form, isNew: true })).resolves.toEqual({
    kind: "saved",
    sourceId: "hives",
    enabled: true,
  });
  await expect(saveSourceForm(admin(), { form, isNew: true })).resolves.toMatchObject({
    kind: "mistakes",
    mistakes: [{ path: "id" }],
  });
  await saveSourceForm(admin(), { form: { ...form, name: "Hives of the south" }, isNew: false });
  expect(await getSource(admin(), "hives")).toMatchObject({ form: { name: "Hives of the south" }, managedBy: "admin" });
});

test("mistakes of a form are named by their paths, and nobody is asked", async () => {
  const form = { ...(await hivesForm()), params: '{"colour": 3}', name: "" };
  const asked = server.log.length;
  for (const answered of [
    await saveSourceForm(admin(), { form, isNew: true }),
    await lookAtSourceForm(admin(), { form, isNew: true }),
  ])
    expect(answered).toMatchObject({ kind: "mistakes", mistakes: [{ path: "name" }] });
  expect(await saveSourceForm(admin(), { form: { ...form, name: "Hives" }, isNew: true })).toMatchObject({
    kind: "mistakes",
    mistakes: [{ path: expect.stringMatching(/^params/) }],
  });
  expect(server.log).toHaveLength(asked);
});

test("a source of the sources file is shown and cannot be changed", async () => {
  await ensureSource(admin(), { ...hives(), managedBy: "file" });
  const { form, managedBy } = await getSource(admin(), "hives");
  expect(managedBy).toBe("file");
  await expect(saveSourceForm(admin(), { form, isNew: false })).rejects.toMatchObject({ code: "conflict" });
});

test("a board with a notice is saved off, and only off", async () => {
  const form = { ...newSource(admin()).form, id: "li", name: "LinkedIn search", adapter: "linkedin" };
  const saved = await saveSourceForm(admin(), {
    form: { ...form, startUrls: "https://www.linkedin.com/jobs/search" },
    isNew: true,
  });
  expect(saved).toMatchObject({ kind: "saved", enabled: false });
  const [line] = await listSources(admin());
  expect(line).toMatchObject({ state: "off", stateReason: "notice_unread", hasNotice: true });
});

test("all sources that are on are one run; one that is turned off meanwhile is not asked", async () => {
  await ensureSource(admin(), { ...hives(), managedBy: "admin" });
  await ensureSource(admin(), { ...hives(), id: "hives-2", managedBy: "admin" });
  await ensureSource(admin(), { ...hives(), id: "hives-off", enabled: false, managedBy: "admin" });
  const { ctx, sent } = acting("admin");
  const asked = await requestScrapeOfAll(ctx);
  expect(asked.sources).toBe(2);
  expect(sent).toEqual([{ name: "daily", payload: { runId: asked.runId, sourceIds: ["hives", "hives-2"] } }]);
  expect((await getRun(ctx, asked.runId)).sourcesBegun).toEqual({ begun: 0, total: 2 });
  await database.db.source.update({ where: { id: "hives-2" }, data: { enabled: false } });
  await runDaily(worker(), { trigger: "admin", runId: asked.runId, sourceIds: ["hives", "hives-2"] });
  const run = await getRun(ctx, asked.runId);
  expect(Object.keys(run.report.sources)).toEqual(["hives"]);
  expect(run.sourcesBegun).toEqual({ begun: 1, total: 2 });
  expect(run.report.crawls).toEqual({ hives: { seen: 3, saved: 2 } });
});

test("nothing is crawled where no source is on, nor from a snapshot that is not there", async () => {
  await expect(requestScrapeOfAll(admin())).rejects.toMatchObject({ code: "conflict" });
  await ensureSource(admin(), { ...hives(), enabled: false, managedBy: "admin" });
  await expect(requestScrape(admin(), { sourceId: "hives" })).rejects.toMatchObject({ code: "conflict" });
  await expect(requestScrape(admin(), { sourceId: "hives", from: "snapshot" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the newest crawl tells what was saved of what was seen; its snapshot can be asked for of a source that is off", async () => {
  await ensureSource(admin(), { ...hives(), managedBy: "admin" });
  const { runId } = await runScrape(worker(), "hives", { trigger: "cli" });
  const [line] = await listSources(admin());
  expect(line).toMatchObject({ state: "healthy", crawl: { runId, seen: 3, saved: 2 }, open: 2, fresh: 2 });
  await database.db.source.update({ where: { id: "hives" }, data: { enabled: false, snapshotRunId: runId } });
  const { ctx, sent } = acting("admin");
  const asked = await requestScrape(ctx, { sourceId: "hives", from: "snapshot" });
  expect(sent).toEqual([{ name: "scrape", payload: { runId: asked.runId, sourceId: "hives", from: "snapshot" } }]);
  await runScrape(worker(), "hives", { trigger: "admin", runId: asked.runId, from: "snapshot" });
  expect((await getRun(ctx, asked.runId)).report.sources["hives"]).toMatchObject({ input: "snapshot" });
});

test("a run's requests and documents are listed in pages with their provenance", async () => {
  await ensureSource(admin(), { ...hives(), managedBy: "admin" });
  const { runId } = await runScrape(worker(), "hives", { trigger: "cli" });
  const { requests, total, from, next } = await listRunRequests(admin(), runId, 0);
  expect(requests.map(({ purpose, status, robots, sent }) => [purpose, status, robots, sent])).toEqual([
    ["robots", 404, null, true],
    ...Array.from({ length: 4 }, () => ["page", 200, "none", true]),
  ]);
  expect([total, from, next]).toEqual([5, 1, null]);
  const later = await listRunRequests(admin(), runId, requests[2]?.seq ?? 0);
  expect([later.requests.length, later.total, later.from]).toEqual([2, 5, 4]);
  const { documents } = await listRunDocuments(admin(), runId, 0);
  expect(documents.length).toBeGreaterThanOrEqual(3);
  expect(documents[0]).toMatchObject({ how: "fetched", status: 200, purged: false });
  const run = await getRun(admin(), runId);
  expect(run.failedItems).toMatchObject([{ stage: "scrape", reason: "broken", url: `${server.origin}/jobs/2` }]);
  expect(run.comparable).toBe(true);
  expect((await listComparableRuns(admin())).map(({ id }) => id)).toEqual([runId]);
});

test("a pasted address is refused for a reason or recognised, before anybody is asked", async () => {
  await expect(pasteAddress(admin(), { address: "hello" })).resolves.toEqual({ kind: "refused", reason: "no_address" });
  await expect(pasteAddress(admin(), { address: "http://10.0.0.1/jobs" })).resolves.toEqual({
    kind: "refused",
    reason: "private",
  });
  await expect(previewPasted(admin(), { address: "http://10.0.0.1/jobs" })).rejects.toMatchObject({
    code: "invalid_input",
  });
  await expect(
    pasteAddress(admin(), { address: "https://www.linkedin.com/jobs/view/4000000001" }),
  ).resolves.toMatchObject({ kind: "read", read: { what: "advert", needsNotice: true, adapter: { id: "linkedin" } } });
});

test("none of it exists for other people", async () => {
  const { ctx } = acting("user");
  const form = newSource(admin()).form;
  const asked = [
    () => getSource(ctx, "hives"),
    () => saveSourceForm(ctx, { form, isNew: true }),
    () => lookAtSourceForm(ctx, { form, isNew: true }),
    () => pasteAddress(ctx, { address: "https://example.org/" }),
    () => previewPasted(ctx, { address: "https://example.org/" }),
    () => listRunRequests(ctx, "x", 0),
    () => listRunDocuments(ctx, "x", 0),
    () => listComparableRuns(ctx),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code: "not_found" });
  expect(() => newSource(ctx)).toThrow("nothing here");
  await expect(requestScrapeOfAll(ctx)).rejects.toMatchObject({ code: "forbidden" });
});
