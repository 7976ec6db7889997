import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import type { SourceConfigInput } from "@/lib/adapters/sources/source-config";
import type { SystemContext } from "@/lib/services/context/context";
import { withRun } from "@/lib/services/runs/with-run";
import { clearAcquired } from "@/test/clear-acquired";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { findDueSources } from "./due-sources";
import { ensureSource } from "./ensure-sources";
import { type ScrapeOptions, scrapeSource } from "./scrape-source";

const SOURCE = "board";
const START = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;

let database: TestDatabase;
let handlers: Record<string, Handler>;
let server: HostileServer;
let listed: string[];
let crawls = 0;
/** How far the real clock is put forward, for cool-downs. */
let laterMs = 0;
let base: SystemContext;

/** An advert with an ETag, so that it can be asked for conditionally. */
function advert(id: string, extra = ""): Handler {
  const body = `<html><head><title>${id}</title>${extra}<script type="application/ld+json">{"@type":"JobPosting","title":"Clerk ${id}","identifier":"${id}","datePosted":"2026-10-20","description":"Work number ${id} in a small and friendly office by the sea."}</script></head><body><h1>${id}</h1></body></html>`;
  return conditional(() => body);
}

function conditional(bodyOf: () => string): Handler {
  return (request, response) => {
    const body = bodyOf();
    const etag = `"${body.length}-${body.split("").reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) | 0, 7)}"`;
    const isSame = request.headers["if-none-match"] === etag;
    response.writeHead(isSame ? 304 : 200, { "content-type": "text/html; charset=utf-8", etag });
    response.end(isSame ? undefined : body);
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await clearAcquired(database.db);
  listed = ["a", "b", "c"];
  handlers = {
    "/jobs": conditional(
      () =>
        `<html><body><ul>${listed.map((id) => `<li><a href="/jobs/${id}">${id}</a></li>`).join("")}</ul></body></html>`,
    ),
    "/jobs/a": advert("a"),
    "/jobs/b": advert("b"),
    "/jobs/c": advert("c"),
  };
  server = await startServer(handlers);
  crawls = 0;
  laterMs = 0;
  base = pipelineContext({ db: database.db, env: { SCRAPE_EXEMPT_ORIGIN: server.origin, SCRAPE_CONTACT: "ops" } });
  return () => server.close();
});

async function scrape(options: ScrapeOptions & { config?: Partial<SourceConfigInput>; signal?: AbortSignal } = {}) {
  const { config, signal, ...rest } = options;
  const clock = new Date(START + crawls * 24 * HOUR);
  crawls += 1;
  const ctx = { ...base, now: () => clock, wallNow: () => new Date(Date.now() + laterMs) };
  const politeness = { minIntervalMs: 0, concurrencyPerHost: 1, ...config?.politeness };
  await ensureSource(ctx, {
    id: SOURCE,
    name: "Board",
    adapter: "jsonld",
    startUrls: [`${server.origin}/jobs`],
    ...config,
    politeness,
  });
  const spec = { kind: "scrape" as const, trigger: "cli" as const, leaseKey: "life", sourceId: SOURCE, input: {} };
  const { runId, result } = await withRun(ctx, spec, (run) => scrapeSource(ctx, run, SOURCE, signal, rest));
  const events = await database.db.runEvent.findMany({ where: { runId }, orderBy: { seq: "asc" } });
  return { runId, outcome: result, kinds: (kind: string) => events.filter((event) => event.kind === kind) };
}

const stored = () => database.db.source.findUniqueOrThrow({ where: { id: SOURCE } });
async function states(): Promise<Record<string, string>> {
  const listings = await database.db.listing.findMany({ where: { sourceId: SOURCE }, orderBy: { externalId: "asc" } });
  return Object.fromEntries(
    listings.map(({ externalId, state, closedReason, missedCrawls }) => [
      externalId,
      state === "open" ? `open${missedCrawls > 0 ? ` missed ${missedCrawls}` : ""}` : `closed ${closedReason}`,
    ]),
  );
}
const paths = () => server.log.map((line) => line.path);
const CAPTCHA = answer('<html><title>Check</title><form><div class="g-recaptcha"></div></form></html>');
const SHELL = answer(
  '<html><head><title></title></head><body><div id="app"></div><script src="/a.js"></script></body></html>',
);

test("an unchanged board is asked conditionally, list and all: its adverts count as seen, and robots.txt is not asked again", async () => {
  await scrape();
  const before = server.log.length;
  const { runId, outcome, kinds } = await scrape();
  expect(outcome).toEqual({ status: "ok", reason: null, input: "live" });
  expect(paths().slice(before)).toEqual(["/jobs", "/jobs/a", "/jobs/b", "/jobs/c"]);
  expect(kinds("fetch.answered").map((event) => event.detail)).toMatchObject(
    Array.from({ length: 4 }, () => ({ status: 304, fromCache: true, robots: "none" })),
  );
  expect(kinds("item.read").map((event) => event.reason)).toEqual(["unchanged", "unchanged", "unchanged"]);
  const listings = await database.db.listing.findMany();
  expect(listings.every((listing) => listing.lastSeenAt.getTime() === START + 24 * HOUR)).toBe(true);
  const documents = await database.db.runDocument.findMany({ where: { runId }, orderBy: { seq: "asc" } });
  expect(documents.map(({ how, listingUrl }) => [how, listingUrl])).toEqual(
    listed.map((id) => ["unchanged", `${server.origin}/jobs/${id}`]),
  );
});

test("where the kept bytes are gone, the page is asked for again without conditions", async () => {
  await scrape();
  const document = await database.db.rawDocument.findFirstOrThrow({ where: { url: `${server.origin}/jobs/b` } });
  await base.raw.remove(document.contentHash);
  const before = server.log.length;
  const { outcome } = await scrape();
  expect(outcome.status).toBe("ok");
  expect(
    paths()
      .slice(before)
      .filter((path) => path === "/jobs/b"),
  ).toHaveLength(2);
  expect(await base.raw.has(document.contentHash)).toBe(true);
});

test("what is gone from two complete crawls is closed, and not from one; what says that it is gone is closed at once", async () => {
  await scrape();
  listed = ["b", "c"];
  handlers["/jobs/c"] = answer("", {}, 410);
  await scrape();
  expect(await states()).toEqual({ a: "open missed 1", b: "open", c: "closed gone" });
  handlers["/jobs/b"] = answer("<html><h1>This job is no longer available</h1></html>");
  await scrape();
  expect(await states()).toEqual({ a: "closed missing_from_crawls", b: "closed gone", c: "closed gone" });
  listed = ["a", "b", "c"];
  handlers["/jobs/b"] = advert("b");
  await scrape();
  expect(await states()).toMatchObject({ a: "open", b: "open" });
});

test("an advert that states another address than the list's is still on the board when its page fails, and closed when it is gone", async () => {
  handlers["/jobs/a"] = advert("a", '<link rel="canonical" href="https://jobs.example.com/clerk-a">');
  await scrape();
  handlers["/jobs/a"] = answer("", {}, 500);
  await scrape({ config: { politeness: { failuresBeforeBreak: 40 } } });
  await scrape({ config: { politeness: { failuresBeforeBreak: 40 } } });
  expect(await states()).toMatchObject({ a: "open" });
  handlers["/jobs/a"] = answer("", {}, 404);
  await scrape();
  expect(await states()).toMatchObject({ a: "closed gone" });
});

test("an advert closes when its own date has passed, read or not", async () => {
  handlers["/jobs/a"] = answer(
    '<html><script type="application/ld+json">{"@type":"JobPosting","title":"A","identifier":"a","validThrough":"2026-11-02T00:00:00Z"}</script></html>',
  );
  await scrape();
  expect(await states()).toMatchObject({ a: "open" });
  handlers["/jobs/a"] = answer("", {}, 500);
  await scrape();
  expect(await states()).toMatchObject({ a: "closed valid_through", b: "open" });
});

test("a failed or partial crawl closes nothing, and a list that suddenly names nothing is doubted", async () => {
  for (const id of ["d", "e", "f"]) handlers[`/jobs/${id}`] = advert(id);
  const config = { politeness: { crawlsBeforeBreak: 20 } };
  listed = ["a", "b", "c", "d", "e", "f"];
  await scrape();
  const list = handlers["/jobs"];
  handlers["/jobs"] = answer("", {}, 404);
  expect((await scrape({ config })).outcome.status).toBe("unavailable");
  handlers["/jobs"] = answer(
    "<html><body><p>Welcome to our careers page, which has been redesigned with care and love for you and many others.</p></body></html>",
  );
  for (let crawl = 0; crawl < 3; crawl += 1) {
    const { outcome, kinds } = await scrape({ config });
    expect(outcome).toMatchObject({
      status: "unavailable",
      reason: "the list named no advert at all although 6 were open",
    });
    expect(kinds("source.emptied")).toHaveLength(1);
  }
  expect(Object.values(await states())).toEqual(Array.from({ length: 6 }, () => "open"));
  if (list !== undefined) handlers["/jobs"] = list;
  expect((await scrape()).outcome.status).toBe("ok");
});

test("three blocked answers in a row end the crawl, the rest is named as not asked for, and nothing is closed", async () => {
  listed = ["a", "b", "c", "d", "e", "f"];
  await scrape();
  for (const id of listed) handlers[`/jobs/${id}`] = CAPTCHA;
  const before = server.log.length;
  const { outcome, kinds } = await scrape();
  expect(outcome).toMatchObject({ status: "blocked", input: "live" });
  expect(paths().slice(before)).toEqual(["/jobs", "/jobs/a", "/jobs/b", "/jobs/c"]);
  const notAsked = { urls: ["d", "e", "f"].map((id) => `${server.origin}/jobs/${id}`) };
  expect(kinds("items.not_asked").map((event) => event.detail)).toEqual([notAsked]);
  expect(kinds("breaker.opened")).toHaveLength(1);
  expect(await stored()).toMatchObject({ breaker: "open", lastOutcome: expect.stringMatching(/^blocked: /) as string });
  expect(await states()).toMatchObject({ a: "open", b: "open", c: "open" });
});

test.each([
  ["a shell", SHELL, "broken", /^needs JavaScript: /],
  [
    "a log-in wall",
    answer('<html><title>Sign in</title><h1>Sign in</h1><form><input type="password"></form></html>'),
    "blocked",
    /sign in/,
  ],
] as const)("a list that is %s is a failed crawl with that reason", async (_name, handler, status, reason) => {
  handlers["/jobs"] = handler;
  expect((await scrape()).outcome).toMatchObject({ status, reason: expect.stringMatching(reason) as string });
  expect((await stored()).consecutiveFailures).toBe(1);
});

test("a crawl of which every page is a shell says that the source needs JavaScript", async () => {
  for (const id of listed) handlers[`/jobs/${id}`] = SHELL;
  const { outcome, kinds } = await scrape();
  expect(outcome).toMatchObject({ status: "broken", reason: expect.stringMatching(/^needs JavaScript/) as string });
  expect(kinds("item.failed").map((event) => event.reason)).toEqual(["empty_shell", "empty_shell", "empty_shell"]);
});

test("while the breaker is open the snapshot is read and said to be; the trial is half-open in the registry, and its success closes", async () => {
  const first = await scrape();
  expect((await stored()).snapshotRunId).toBe(first.runId);
  const list = handlers["/jobs"];
  handlers["/jobs"] = answer("", {}, 500);
  await scrape({ config: { politeness: { crawlsBeforeBreak: 1 } } });
  expect(await stored()).toMatchObject({ breaker: "open", snapshotRunId: first.runId });

  const asked = server.log.length;
  await database.db.posting.deleteMany({ where: { listings: { some: { externalId: "b" } } } });
  await database.db.listing.updateMany({ where: { externalId: "c" }, data: { state: "closed", closedReason: "gone" } });
  const cooling = await scrape();
  expect(server.log).toHaveLength(asked);
  expect(cooling.outcome).toMatchObject({
    status: "ok",
    input: "snapshot",
    reason: expect.stringMatching(/cooling down until/) as string,
  });
  expect(cooling.kinds("input.chosen")[0]).toMatchObject({
    reason: "cooling_down",
    detail: { input: "snapshot", snapshotRunId: first.runId },
  });
  expect(await states()).toEqual({ a: "open", b: "open", c: "closed gone" });
  const seen = await database.db.listing.findMany({ where: { externalId: { in: ["a", "b"] } } });
  expect(seen.every((listing) => listing.lastSeenAt.getTime() === START)).toBe(true);

  laterMs = HOUR;
  const during: string[] = [];
  handlers["/jobs"] = (request, response, url) => {
    void stored().then((source) => {
      during.push(source.breaker);
      list?.(request, response, url);
    });
  };
  const trial = await scrape();
  expect(during).toEqual(["half_open"]);
  expect(trial.kinds("breaker.half_open")).toHaveLength(1);
  expect(trial.kinds("breaker.closed")).toHaveLength(1);
  expect(trial.kinds("breaker.opened")).toHaveLength(0);
  expect(await stored()).toMatchObject({ breaker: "closed", consecutiveFailures: 0, cooldownUntil: null });
});

test("a trial that fails opens again after one request, for twice as long", async () => {
  handlers["/jobs"] = answer("", {}, 500);
  const config = { politeness: { crawlsBeforeBreak: 1, coolDownMinutes: 30 } };
  const minutesLeft = async () => {
    const { cooldownUntil } = await stored();
    return Math.round(((cooldownUntil?.getTime() ?? 0) - Date.now() - laterMs) / 60_000);
  };
  await scrape({ config });
  expect(await minutesLeft()).toBe(30);
  expect((await scrape({ config })).outcome).toMatchObject({ status: "cooling_down", input: "none" });
  laterMs = HOUR;
  const { kinds } = await scrape({ config });
  expect(await minutesLeft()).toBe(60);
  expect([kinds("breaker.half_open"), kinds("breaker.opened")].map((list) => list.length)).toEqual([1, 1]);
});

test("a server that asks for a long rest gets it from later crawls too", async () => {
  await scrape();
  handlers["/jobs"] = answer("", { "retry-after": "7200" }, 429);
  await scrape();
  const asked = server.log.length;
  expect(await stored()).toMatchObject({ breaker: "closed", consecutiveFailures: 1 });
  expect((await scrape()).outcome).toMatchObject({
    input: "snapshot",
    reason: expect.stringMatching(/asked to be left alone/) as string,
  });
  expect(server.log).toHaveLength(asked);
});

test("a source that rests longer than its cadence is looked at once in each, and its snapshot is what is read", async () => {
  const minutes = (count: number) => new Date(START + crawls * 24 * HOUR + count * 60_000);
  const dueAt = (now: Date) => findDueSources({ ...base, wallNow: () => now });
  const config = { cadenceMinutes: 30, politeness: { crawlsBeforeBreak: 1, coolDownMinutes: 600 } };
  await scrape({ config });
  handlers["/jobs"] = answer("", {}, 500);
  laterMs = START + 24 * HOUR - Date.now();
  expect(await dueAt(minutes(0))).toEqual([SOURCE]);
  await scrape({ config });
  expect((await stored()).nextRunAt).toEqual(new Date(START + 24 * HOUR + 30 * 60_000));
  await database.db.source.update({ where: { id: SOURCE }, data: { cooldownUntil: new Date(START + 96 * HOUR) } });
  const asked = server.log.length;
  const { outcome } = await scrape({ config });
  expect(outcome).toMatchObject({ input: "snapshot", reason: expect.stringMatching(/cooling down/) as string });
  expect(server.log).toHaveLength(asked);
  const lookedAt = START + 48 * HOUR;
  const due = await Promise.all([1, 29, 30].map((minute) => dueAt(new Date(lookedAt + minute * 60_000))));
  expect(due).toEqual([[], [], [SOURCE]]);
});

test("a snapshot is read when it is asked for, without a request; without one that is not found", async () => {
  await expect(scrape({ from: "snapshot" })).rejects.toMatchObject({ code: "not_found" });
  await scrape();
  const asked = server.log.length;
  const { outcome, kinds } = await scrape({ from: "snapshot" });
  expect(outcome).toMatchObject({
    status: "ok",
    input: "snapshot",
    reason: expect.stringMatching(/as asked for/) as string,
  });
  expect(kinds("input.chosen")[0]?.reason).toBe("asked_for");
  expect(server.log).toHaveLength(asked);
  await database.db.rawDocument.updateMany({ data: { purgedAt: new Date() } });
  const purged = await scrape({ from: "snapshot" });
  expect(purged.outcome.status).toBe("broken");
  expect(purged.kinds("item.failed").map((event) => event.reason)).toEqual(["purged", "purged", "purged"]);
});

test("a source whose notice nobody has read is not asked", async () => {
  await ensureSource(base, {
    id: "guarded",
    name: "Guarded",
    adapter: "linkedin",
    startUrls: [`${server.origin}/jobs`],
  });
  const spec = { kind: "scrape" as const, trigger: "cli" as const, leaseKey: "life", sourceId: "guarded", input: {} };
  const { result } = await withRun(base, spec, (run) => scrapeSource(base, run, "guarded"));
  expect(result).toMatchObject({
    status: "disallowed",
    input: "none",
    reason: expect.stringMatching(/notice/) as string,
  });
  expect(server.log).toEqual([]);
});

test("a crawl that is cut off keeps what it read, closes nothing and is due again at once", async () => {
  await scrape();
  const cut = new AbortController();
  handlers["/jobs/a"] = () => cut.abort(new Error("the time is up"));
  listed = ["a", "b"];
  const { outcome, kinds } = await scrape({ signal: cut.signal });
  expect(outcome.status).toBe("partial");
  expect(kinds("items.not_asked")).toHaveLength(1);
  expect(await states()).toEqual({ a: "open", b: "open", c: "open" });
  expect((await stored()).nextRunAt).toEqual(new Date(START + 24 * HOUR));
});

test("after a crawl that was cut off, the adverts that it did not reach have their turn first", async () => {
  await scrape();
  const cut = new AbortController();
  handlers["/jobs/b"] = () => cut.abort(new Error("the time is up"));
  await scrape({ signal: cut.signal });
  handlers["/jobs/b"] = advert("b");
  const before = server.log.length;
  expect((await scrape()).outcome.status).toBe("ok");
  expect(paths().slice(before)).toEqual(["/jobs", "/jobs/b", "/jobs/c", "/jobs/a"]);
});

test("a source's own name and contact are sent, and are what robots.txt is asked about", async () => {
  handlers["/robots.txt"] = answer(
    "User-agent: harbourbot\nDisallow: /jobs/a\nCrawl-delay: oops\n\nUser-agent: *\nDisallow: /",
    {
      "content-type": "text/plain",
    },
  );
  const { kinds } = await scrape({ config: { userAgent: "HarbourBot/2.1", contact: "señas@example.org" } });
  expect([...new Set(server.log.map((line) => line.headers["user-agent"]))]).toEqual([
    "HarbourBot/2.1 (+senas@example.org)",
  ]);
  expect(kinds("fetch.withheld").map(({ reason, url }) => [reason, url])).toEqual([
    ["disallowed", `${server.origin}/jobs/a`],
  ]);
  expect(paths()).toEqual(["/robots.txt", "/jobs", "/jobs/b", "/jobs/c"]);
});

test("a source that asks for a proxy is refused where none is configured", async () => {
  await expect(scrape({ config: { proxy: true } })).rejects.toMatchObject({ code: "invalid_input" });
});
