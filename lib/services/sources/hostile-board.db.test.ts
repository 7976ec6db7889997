import { afterAll, beforeAll, expect, test } from "vitest";
import { answer, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { withRun } from "@/lib/services/runs/with-run";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { type HostileBoard, startHostileBoard } from "@/test/hostile-board";
import { pipelineContext } from "@/test/pipeline-context";
import { ensureSource } from "./ensure-sources";
import { type ScrapeOutcome, scrapeSource } from "./scrape-source";

const SOURCE = "hostile";
const CONCURRENCY = 2;
const INTERVAL_MS = 80;
/** Requests that keep their distance when they leave may come closer on their way; so much of it is left for that. */
const SLACK = 0.5;

let database: TestDatabase;
let canary: HostileServer;
let board: HostileBoard;
let runId: string;
let runStatus: string;
let outcome: ScrapeOutcome;

type Event = { kind: string; reason: string | null; url: string | null; detail: unknown };
let events: Event[];

beforeAll(async () => {
  database = await createTestDatabase();
  canary = await startServer({ "/internal": answer("secret") });
  board = await startHostileBoard(canary.origin);
  const env = { SCRAPE_EXEMPT_ORIGIN: board.origin, SCRAPE_CONTACT: "ops@example.org" };
  const ctx = pipelineContext({ db: database.db, now: new Date("2026-11-20T12:00:00Z"), env });
  await ensureSource(ctx, {
    id: SOURCE,
    name: "Hostile board",
    adapter: "jsonld",
    startUrls: [`${board.origin}/jobs`],
    politeness: { concurrencyPerHost: CONCURRENCY, minIntervalMs: INTERVAL_MS },
    limits: { timeoutSeconds: 1.2, maxBytes: 5_000_000 },
  });
  const spec = { kind: "scrape" as const, trigger: "cli" as const, leaseKey: "hostile", sourceId: SOURCE, input: {} };
  const ended = await withRun(ctx, spec, (run) => scrapeSource(ctx, run, SOURCE));
  ({ runId, status: runStatus, result: outcome } = ended);
  events = await database.db.runEvent.findMany({ where: { runId }, orderBy: { seq: "asc" } });
});

afterAll(async () => {
  await board.close();
  await canary.close();
  await database.close();
});

const ofKind = (kind: string) => events.filter((event) => event.kind === kind);
const idOf = (url: string | null) => (url ?? "").replace(`${board.origin}/jobs/`, "");

test("nothing crashes: the whole list is read, and the run says that part of it failed", () => {
  expect(outcome).toEqual({ status: "ok", reason: null, input: "live" });
  expect(runStatus).toBe("partial");
  expect(events.filter((event) => event.reason === "crash")).toEqual([]);
});

test("nothing is lost: every advert that the board offered has exactly one outcome", () => {
  const outcomes = [...ofKind("item.read"), ...ofKind("item.failed")].map((event) => event.url);
  expect(board.offered.size).toBeGreaterThan(45);
  expect([...outcomes].sort()).toEqual([...board.offered].sort());
});

test("every trick is named for what it is", () => {
  const reasons = Object.fromEntries(ofKind("item.failed").map((event) => [idOf(event.url), event.reason]));
  expect(reasons).toEqual({
    down: "unavailable",
    drip: "unavailable",
    endless: "refused",
    circle: "refused",
    "to-metadata": "refused",
    "to-other-port": "refused",
    "to-mapped": "refused",
    "to-file": "refused",
    "to-login": "blocked",
    bomb: "refused",
    flood: "refused",
    "cut-off": "broken",
    captcha: "blocked",
    login: "blocked",
    "private-a": "disallowed",
    "private-b": "disallowed",
    missing: "gone",
    removed: "gone",
    expired: "expired",
    shell: "empty_shell",
    nothing: "broken",
    noise: "broken",
    "damaged-gzip": "broken",
  });
});

test("what was said in the wrong charset, twice encoded, in arrays, graphs and other years is read all the same", async () => {
  const listings = await database.db.listing.findMany({ where: { sourceId: SOURCE }, orderBy: { externalId: "asc" } });
  const byId = new Map(listings.map((listing) => [listing.externalId, listing]));
  expect(byId.get("latin1-as-utf8")?.title).toBe("Diseñadora de páginas");
  expect(byId.get("mojibake")?.title).toBe("Técnico de máquinas");
  for (const id of [
    "throttled",
    "burst-a",
    "burst-b",
    "array-1",
    "array-2",
    "graph",
    "skewed",
    "skewed-rest",
    "private-open",
  ])
    expect(byId.get(id)?.state, id).toBe("open");
  expect(byId.get("past")).toMatchObject({ state: "closed", closedReason: "valid_through" });
  const read = ofKind("item.read").length;
  expect(listings).toHaveLength(read + 1);
});

test("no more requests are open at once than the host's budget allows, by the server's own log", () => {
  expect(Math.max(...board.log.map((line) => line.open))).toBeLessThanOrEqual(CONCURRENCY);
});

test("requests keep their distance, by the server's own log", () => {
  const at = board.log.map((line) => line.at);
  const spans = (width: number) => at.slice(width).map((time, index) => time - (at[index] ?? 0));
  // A machine that stalls while a request is on its way moves that one arrival towards the next: two gaps together still hold one interval.
  expect(Math.min(...spans(2))).toBeGreaterThanOrEqual(INTERVAL_MS * 0.95);
  const short = spans(1).filter((gap) => gap < INTERVAL_MS * SLACK);
  expect(short.length).toBeLessThanOrEqual(at.length * 0.1);
  expect(spans(at.length - 1)[0]).toBeGreaterThanOrEqual((at.length - 1) * INTERVAL_MS * 0.95);
});

test("nothing is asked while the server wants rest", () => {
  expect(board.rests).toHaveLength(2);
  for (const { at, ms } of board.rests) {
    // What was on its way already when the answer left may still arrive.
    const during = board.log.filter((line) => line.at > at + INTERVAL_MS * (1 + SLACK) && line.at < at + ms - 50);
    expect(during).toEqual([]);
  }
});

test("what robots.txt disallows is never asked for, and robots.txt itself once", () => {
  expect(board.log.filter((line) => /private-[ab]/.test(line.path))).toEqual([]);
  expect(board.log.filter((line) => line.path === "/robots.txt")).toHaveLength(1);
});

test("nobody else is asked: no private address, no other port", () => {
  expect(canary.log).toEqual([]);
});

test("there is one User-Agent, and it says who asks and how to reach them", () => {
  expect([...new Set(board.log.map((line) => line.userAgent))]).toEqual(["Atalaya/0.1 (+ops@example.org)"]);
});

test("every request in the server's log is an event of the run, and no event speaks of another", () => {
  const told = ofKind("fetch.answered")
    .map((event) => (event.url ?? "").replace(board.origin, ""))
    .filter((url) => url.startsWith("/"));
  expect([...told].sort()).toEqual(board.log.map((line) => line.path).sort());
  const withheld = ofKind("fetch.withheld").map((event) => [idOf(event.url), event.reason]);
  expect(withheld).toEqual(
    expect.arrayContaining([
      ["private-a", "disallowed"],
      ["private-b", "disallowed"],
    ]),
  );
});

test("an event says why its request waited, which try it was and what robots.txt had decided", () => {
  const retried = ofKind("fetch.answered").filter((event) => event.url?.endsWith("/jobs/throttled"));
  expect(retried.map((event) => event.detail)).toMatchObject([
    { status: 429, robots: "allowed" },
    { status: 200, robots: "allowed", attempt: 2, waits: { retry_after: expect.any(Number) as number } },
  ]);
  const first = ofKind("fetch.answered")[0];
  expect(first).toMatchObject({ url: `${board.origin}/robots.txt`, detail: { purpose: "robots", status: 200 } });
  expect(JSON.stringify(ofKind("fetch.answered").map((event) => event.detail))).toContain('"spacing"');
});
