import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type DemoBoard, startDemoBoard } from "@/demo-board/server";
import { AppError } from "@/lib/core/kernel/app-error";
import type { Context } from "@/lib/services/context/context";
import { uploadResume } from "@/lib/services/resumes/upload-resume";
import { withRun } from "@/lib/services/runs/with-run";
import { withLease } from "@/lib/services/runs/with-lease";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { requestScrape } from "@/lib/services/sources/request-scrape";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { PIPELINE_LEASE } from "./pipeline-lease";
import { runDaily, runScrape } from "./run-daily";

const ANCHOR = "2026-11-21";
const DAYS = ["2026-08-21", "2026-09-21", "2026-10-21"] as const;
const RESUME = "data/demo/resume/camila-rojas-mendez.pdf";

let database: TestDatabase;
let board: DemoBoard;
const runIds: string[] = [];

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const contextAt = (day: string) =>
  pipelineContext({ db: database.db, now: at(day), env: { SCRAPE_EXEMPT_ORIGIN: board.origin } });

async function pointAt(day: string): Promise<Context> {
  const ctx = contextAt(day);
  const politeness = { concurrencyPerHost: 8, minIntervalMs: 0 };
  const params = { detailPaths: ["/d/*/jobs/*", "/d/*/private/*"] };
  await ensureSource(
    ctx,
    {
      id: "demo",
      name: "Demo board",
      adapter: "demo",
      startUrls: [`${board.origin}/d/${day}/jobs`],
      params,
      politeness,
    },
    { isDemo: true },
  );
  return ctx;
}

beforeAll(async () => {
  database = await createTestDatabase();
  board = await startDemoBoard({ anchor: ANCHOR });
  await database.db.user.create({
    data: { id: "ana", email: "ana@example.org", role: "admin", createdAt: at(DAYS[0]) },
  });
  const ctx = contextAt(DAYS[0]);
  const user = { ...ctx, actor: { kind: "user" as const, userId: "ana", role: "admin" as const, sessionId: "s" } };
  const stored = await uploadResume(user, { fileName: "cv.pdf", bytes: readFileSync(RESUME) });
  expect(stored.kind).toBe("stored");
  for (const day of DAYS) {
    const { runId } = await runScrape(await pointAt(day), "demo", { trigger: "cli" });
    runIds.push(runId);
  }
});

afterAll(async () => {
  await board.close();
  await database.close();
});

test("three crawls of the board's history leave the whole life of its adverts", async () => {
  const { db } = database;
  expect(await db.posting.count()).toBeGreaterThan(200);
  expect(await db.posting.count({ where: { state: "closed" } })).toBeGreaterThan(20);
  expect(await db.posting.count({ where: { versionCount: { gt: 1 } } })).toBeGreaterThan(5);
  expect(await db.posting.count({ where: { listingCount: { gt: 1 } } })).toBeGreaterThan(5);
  expect(await db.posting.count({ where: { repostCount: { gt: 0 } } })).toBeGreaterThan(0);
  expect(await db.listing.count({ where: { refreshedCount: { gt: 0 } } })).toBeGreaterThan(0);
});

test("every page that goes wrong is a named failure of its run, and the run is partial", async () => {
  const run = await database.db.run.findUniqueOrThrow({ where: { id: runIds[0] ?? "" } });
  expect(run.status).toBe("partial");
  const failures = await database.db.runEvent.findMany({ where: { runId: run.id, kind: "item.failed" } });
  const reasons = new Set(failures.map((failure) => failure.reason));
  for (const reason of ["blocked", "broken", "disallowed", "expired", "gone", "refused", "unavailable"])
    expect(reasons).toContain(reason);
  expect(failures.every((failure) => failure.message !== "" && failure.url !== null)).toBe(true);
});

test("the disallowed path was never asked for", () => {
  expect(board.requests.filter((request) => request.path.includes("/private/"))).toEqual([]);
  expect(board.requests.some((request) => request.path === "/robots.txt")).toBe(true);
});

test("an unchanged page is not sent again", () => {
  expect(board.requests.filter((request) => request.status === 304).length).toBeGreaterThan(50);
});

test("every open posting is read, embedded where it says enough, counted and matched", async () => {
  const { db } = database;
  expect(await db.postingVersion.count({ where: { readingVersion: null } })).toBe(0);
  const open = await db.posting.count({ where: { state: "open" } });
  expect(await db.embedding.count({ where: { subject: "posting_version" } })).toBeGreaterThan(open * 0.9);
  const total = await db.trendCell.aggregate({
    where: { grain: "month", dimension: "total", source: "*" },
    _sum: { postings: true },
  });
  expect(total._sum.postings).toBe(await db.posting.count());
  const matches = await db.match.findMany({ orderBy: { score: "desc" }, take: 10 });
  expect(matches).toHaveLength(10);
  expect(matches.every((match) => match.userId === "ana" && Array.isArray(match.evidence))).toBe(true);
});

test("a run registers its versions, timings, hashes, score distribution and best matches", async () => {
  const run = await database.db.run.findUniqueOrThrow({ where: { id: runIds[2] ?? "" } });
  expect(run).toMatchObject({ kind: "scrape", trigger: "cli", sourceId: "demo", clock: at(DAYS[2]) });
  expect(run.inputHash).toMatch(/^[0-9a-f]{64}$/);
  expect(run.outputHash).toMatch(/^[0-9a-f]{64}$/);
  expect(Object.keys(run.timings ?? {})).toEqual(
    expect.arrayContaining(["scrape", "life", "enrich", "embed", "match", "trends"]),
  );
  expect(run.report).toMatchObject({
    scores: { n: expect.any(Number), p50: expect.any(Number) },
    sources: { demo: { status: "ok" } },
  });
});

test("mentions point at their own words in the stored text", async () => {
  const rows = await database.db.mention.findMany({
    take: 500,
    include: { postingSkill: { include: { version: { select: { text: true, title: true } } } } },
  });
  for (const { field, start, end, postingSkill } of rows) {
    const text = field === "title" ? postingSkill.version.title : postingSkill.version.text;
    expect(text.slice(start, end).trim()).not.toBe("");
    expect(end).toBeLessThanOrEqual(text.length);
  }
});

test("of a hostile advert only its words are kept: no link target, handler or markup that was live on the page", async () => {
  const hostile = await database.db.postingVersion.findFirstOrThrow({
    where: { company: { startsWith: "Trampas" }, text: { contains: "lunch" } },
  });
  expect(hostile.text).toContain("Requirements: food handling certificate.");
  expect(hostile.text).not.toMatch(/javascript:|<a |<svg|<iframe/iu);
  expect(hostile.title).not.toContain("<script");
});

test("an administrator's request is registered, queued and worked off; somebody else's is refused", async () => {
  const ctx = contextAt(ANCHOR);
  await pointAt(ANCHOR);
  const admin = { ...ctx, actor: { kind: "user" as const, userId: "ana", role: "admin" as const, sessionId: "s" } };
  const { runId } = await requestScrape(admin, { sourceId: "demo" });
  expect(ctx.sent).toEqual([{ name: "scrape", payload: { runId, sourceId: "demo" } }]);
  expect((await database.db.run.findUniqueOrThrow({ where: { id: runId } })).status).toBe("queued");
  const before = await database.db.posting.count();
  await runScrape(ctx, "demo", { trigger: "admin", runId });
  expect((await database.db.run.findUniqueOrThrow({ where: { id: runId } })).status).toBe("partial");
  expect(await database.db.posting.count()).toBeGreaterThan(before);
  const user = { ...admin, actor: { ...admin.actor, role: "user" as const } };
  await expect(requestScrape(user, { sourceId: "demo" })).rejects.toThrow(AppError);
  await expect(requestScrape(admin, { sourceId: "none" })).rejects.toMatchObject({ code: "not_found" });
});

test("two runs of the same work never go on at once, and a dead owner's lease is taken over", async () => {
  const ctx = contextAt(ANCHOR);
  await withLease(ctx, PIPELINE_LEASE, async () => {
    await expect(runDaily(ctx, { trigger: "cli" })).rejects.toMatchObject({ code: "conflict" });
  });
  const { hostname } = await import("node:os");
  await database.db.lease.create({
    data: {
      key: "orphan",
      owner: `${hostname()}/999999999/x`,
      acquiredAt: new Date(),
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  await expect(withLease(ctx, "orphan", () => Promise.resolve("mine"))).resolves.toBe("mine");
});

test("a run that was cut off is named interrupted by the next one of its kind", async () => {
  const ctx = contextAt(ANCHOR);
  const spec = { kind: "trends" as const, trigger: "cli" as const, leaseKey: "cut", input: {} };
  const cut = await database.db.run.create({
    data: {
      id: "cut",
      kind: "trends",
      trigger: "cli",
      status: "running",
      input: { leaseKey: "cut" },
      queuedAt: new Date(),
    },
  });
  await withRun(ctx, spec, () => Promise.resolve());
  expect(await database.db.run.findUniqueOrThrow({ where: { id: cut.id } })).toMatchObject({ status: "interrupted" });
});

test("an unexpected error ends the run without showing its text", async () => {
  const ctx = contextAt(ANCHOR);
  const spec = { kind: "trends" as const, trigger: "cli" as const, leaseKey: "fail", input: {} };
  await expect(withRun(ctx, spec, () => Promise.reject(new Error("secret detail")))).rejects.toThrow("secret detail");
  const run = await database.db.run.findFirstOrThrow({ where: { status: "failed" } });
  expect(run.error).not.toContain("secret");
});

test("a board that does not answer is stated as unavailable and closes nothing", async () => {
  const ctx = await pointAt(ANCHOR);
  const open = await database.db.listing.count({ where: { state: "open" } });
  await board.close();
  const { result } = await runScrape(ctx, "demo", { trigger: "cli" });
  expect(result.sources["demo"]?.status).toBe("unavailable");
  expect(await database.db.listing.count({ where: { state: "open" } })).toBe(open);
  expect((await database.db.source.findUniqueOrThrow({ where: { id: "demo" } })).consecutiveFailures).toBe(1);
  board = await startDemoBoard({ anchor: ANCHOR });
});
