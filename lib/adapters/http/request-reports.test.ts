import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "./fixtures/hostile-server";
import { aClient } from "./fixtures/test-client";
import type { PoliteClientOptions } from "./polite-client-options";
import type { RequestReport } from "./request-report";

let server: HostileServer;
let handlers: Record<string, Handler>;
let reports: RequestReport[];

beforeEach(async () => {
  reports = [];
  handlers = {};
  server = await startServer(handlers);
});
afterEach(() => server.close());

const client = (changes: Partial<PoliteClientOptions> = {}) =>
  aClient(server.origin, { onRequest: (report) => void reports.push(report), ...changes }).client;
const pathOf = (report: RequestReport) => report.url.replace(server.origin, "");

test("robots.txt, its redirects, retries and redirect hops are each told, in the order in which the server saw them", async () => {
  handlers["/robots.txt"] = answer("", { location: "/robots2.txt" }, 301);
  handlers["/robots2.txt"] = answer("User-agent: *\nDisallow: /private", { "content-type": "text/plain" });
  let busy = 1;
  handlers["/jobs"] = (_request, response) => {
    busy -= 1;
    if (busy >= 0) response.writeHead(503).end();
    else response.writeHead(302, { location: "/list" }).end();
  };
  handlers["/list"] = answer("<html><p>list</p></html>");
  await client().get(`${server.origin}/jobs`);
  expect(reports.map(pathOf)).toEqual(server.log.map((line) => line.path));
  expect(reports.map(({ purpose, status, robots, attempt, hop }) => [purpose, status, robots, attempt, hop])).toEqual([
    ["robots", 301, null, 1, 0],
    ["robots", 200, null, 1, 1],
    ["page", 503, "allowed", 1, 0],
    ["page", 302, "allowed", 2, 0],
    ["page", 200, "allowed", 2, 1],
  ]);
  expect(reports[3]?.waits).toEqual({ backoff: 625 });
  expect(reports.every((report) => report.sent && report.sentAt !== null)).toBe(true);
});

test("what is not sent is told with its reason", async () => {
  handlers["/robots.txt"] = answer("User-agent: *\nDisallow: /private", { "content-type": "text/plain" });
  handlers["/jobs"] = answer("", { "retry-after": "7200" }, 429);
  const polite = client();
  await polite.get(`${server.origin}/private`);
  await polite.get(`${server.origin}/jobs`);
  await polite.get(`${server.origin}/list`);
  expect(reports.filter((report) => !report.sent).map((report) => [pathOf(report), report.result])).toEqual([
    ["/private", "disallowed"],
    ["/list", "too_long"],
  ]);
  expect(reports.find((report) => report.restMs !== null)).toMatchObject({ status: 429, restMs: 7_200_000 });
  expect(reports.filter((report) => report.sent)).toHaveLength(server.log.length);
});

test("the reason of a wait is told: the source's pace, robots.txt's delay, the server's wish", async () => {
  handlers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 4", { "content-type": "text/plain" });
  handlers["/a"] = answer("a");
  let busy = 1;
  handlers["/b"] = (_request, response) => {
    busy -= 1;
    response.writeHead(busy >= 0 ? 429 : 200, { "retry-after": "9" }).end();
  };
  const slow = { concurrencyPerHost: 1, minIntervalMs: 1000 };
  const polite = client({ politeness: slow });
  await polite.get(`${server.origin}/a`);
  await polite.get(`${server.origin}/b`);
  expect(reports.map((report) => report.waits)).toEqual([
    {},
    { crawl_delay: 4500 },
    { crawl_delay: 4500 },
    { retry_after: 9000 },
  ]);
  handlers["/robots.txt"] = answer("", {}, 404);
  reports = [];
  await client({ politeness: slow }).get(`${server.origin}/a`);
  expect(reports.at(-1)?.waits).toEqual({ spacing: 1125 });
});

test("a request that is cut off is told too: it has left", async () => {
  const cut = new AbortController();
  handlers["/jobs"] = () => cut.abort();
  await expect(client().get(`${server.origin}/jobs`, { signal: cut.signal })).rejects.toThrow();
  expect(reports.at(-1)).toMatchObject({ sent: true, result: "aborted", status: null });
});

test("a breaker that opens tells its story, and what it holds back is told", async () => {
  handlers["/down"] = answer("", {}, 500);
  const story: string[] = [];
  const polite = client({
    breaker: { consecutiveFailures: 1, coolDownMs: 60_000 },
    retry: { maxRetries: 0, baseDelayMs: 1, maxDelayMs: 1, maxWaitMs: 1 },
    onBreaker: (state) => story.push(state),
  });
  await polite.get(`${server.origin}/down`);
  await polite.get(`${server.origin}/down`);
  expect(story).toEqual(["open"]);
  expect(reports.at(-1)).toMatchObject({ sent: false, result: "breaker_open" });
});

test("a trial lets one request through: its failure opens at once, its success closes", async () => {
  handlers["/down"] = answer("", {}, 500);
  handlers["/up"] = answer("<html><p>up</p></html>");
  const trial = async (path: string) => {
    const story: string[] = [];
    const polite = client({
      breaker: { consecutiveFailures: 5, coolDownMs: 60_000, trial: true },
      retry: { maxRetries: 0, baseDelayMs: 1, maxDelayMs: 1, maxWaitMs: 1 },
      onBreaker: (state) => story.push(state),
    });
    await polite.get(server.origin + path);
    return [...story, polite.breakerState()];
  };
  expect(await trial("/down")).toEqual(["half_open", "open", "open"]);
  expect(await trial("/up")).toEqual(["half_open", "closed", "closed"]);
});

test("only the source's own ports are asked, also after a redirect", async () => {
  const port = Number(new URL(server.origin).port);
  handlers["/r"] = answer("", { location: `http://127.0.0.1:${port + 1}/` }, 302);
  const polite = client();
  const asOf = (allowedPorts: number[]) => ({ allowedHosts: ["127.0.0.1"], allowedPorts });
  expect(await polite.get(`${server.origin}/r`, asOf([port]))).toMatchObject({ refusal: "port_not_allowed" });
  expect(await polite.get(`${server.origin}/r`, asOf([]))).toMatchObject({ refusal: "port_not_allowed" });
  expect(await polite.get("http://jobs.example.com:22/", { allowedPorts: [] })).toMatchObject({
    refusal: "port_not_allowed",
  });
});

test("what grows two-hundredfold is refused before it is large; a repetitive list is not", async () => {
  handlers["/bomb"] = answer(gzipSync(Buffer.alloc(3_000_000)), { "content-encoding": "gzip" });
  const rows = Array.from(
    { length: 30_000 },
    (_, index) => `<li><a href="/jobs/${index}">Clerk number ${index}</a></li>`,
  );
  handlers["/list"] = answer(gzipSync(`<html><ul>${rows.join("")}</ul></html>`), { "content-encoding": "gzip" });
  const polite = client({ limits: { timeoutMs: 5000, maxBytes: 10_000_000, maxRedirects: 1 } });
  expect(await polite.get(`${server.origin}/bomb`)).toMatchObject({ refusal: "decompression_limit" });
  expect(await polite.get(`${server.origin}/list`)).toMatchObject({ kind: "fetched" });
});

test("a POST carries its body, and is paced and judged like any other request", async () => {
  handlers["/robots.txt"] = answer("User-agent: *\nDisallow: /private", { "content-type": "text/plain" });
  const bodies: string[] = [];
  handlers["/search"] = (request, response) => {
    request.on("data", (chunk: Buffer) =>
      bodies.push(`${request.method} ${request.headers["content-type"]} ${chunk.toString()}`),
    );
    request.on("end", () => response.end("{}"));
  };
  const post = { body: '{"page":1}', contentType: "application/json" };
  const polite = client();
  expect(await polite.get(`${server.origin}/search`, { post })).toMatchObject({ kind: "fetched" });
  expect(await polite.get(`${server.origin}/private`, { post })).toMatchObject({ kind: "disallowed" });
  expect(bodies).toEqual(['POST application/json {"page":1}']);
});
