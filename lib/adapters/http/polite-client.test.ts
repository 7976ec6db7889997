import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "./fixtures/hostile-server";
import { aClient } from "./fixtures/test-client";

let server: HostileServer;
let handlers: Record<string, Handler>;
const page = (words: string) => `<html><title>Vacancies</title><body><p>${words}</p></body></html>`;

/** Typed, since a bare matcher is `any`. */
const aMessage = (pattern: RegExp): unknown => expect.stringMatching(pattern);

beforeEach(async () => {
  handlers = {
    "/robots.txt": answer("User-agent: *\nDisallow: /private\nCrawl-delay: 2", { "content-type": "text/plain" }),
  };
  server = await startServer(handlers);
});
afterEach(() => server.close());

function noRobots(): void {
  handlers["/robots.txt"] = answer("", {}, 404);
}

describe("an ordinary page", () => {
  test("comes with its hash, validators and provenance, under an honest user agent", async () => {
    noRobots();
    handlers["/a"] = answer(page("hello"), { etag: '"v1"', "last-modified": "Mon, 01 Jan 2024 00:00:00 GMT" });
    const outcome = await aClient(server.origin).client.get(`${server.origin}/a#part`);
    expect(outcome).toMatchObject({
      kind: "fetched",
      status: 200,
      etag: '"v1"',
      charset: "utf-8",
      finalUrl: `${server.origin}/a`,
      provenance: { status: 200, robots: "none", attempts: 1, fromCache: false, bytes: page("hello").length },
    });
    expect(outcome.kind === "fetched" && outcome.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(server.log.at(-1)?.headers["user-agent"]).toBe("Atalaya/0.1 (+https://example.org/contact)");
  });

  test("is not sent again when its ETag still holds", async () => {
    noRobots();
    handlers["/a"] = (request, response) => {
      response.statusCode = request.headers["if-none-match"] === '"v1"' ? 304 : 200;
      response.end();
    };
    const outcome = await aClient(server.origin).client.get(`${server.origin}/a`, {
      etag: '"v1"',
      lastModified: "Mon, 01 Jan 2024 00:00:00 GMT",
    });
    expect(outcome).toMatchObject({ kind: "unchanged", provenance: { fromCache: true, status: 304 } });
  });

  test.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ] as const)("is decompressed from %s", async (encoding, compress) => {
    noRobots();
    handlers["/a"] = answer(compress(page("hola")), { "content-encoding": encoding });
    const outcome = await aClient(server.origin).client.get(`${server.origin}/a`);
    expect(outcome.kind === "fetched" && new TextDecoder().decode(outcome.bytes)).toBe(page("hola"));
  });
});

describe("private addresses", () => {
  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0177.0.0.1/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://169.254.169.254/latest",
    "http://10.1.2.3/",
    "http://192.168.0.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/",
  ])("%s is refused", async (url) => {
    const outcome = await aClient(server.origin).client.get(url);
    expect(outcome).toMatchObject({ kind: "refused", refusal: "private_address" });
  });

  test("another port of the exempt host is refused: the exemption is for one exact origin", async () => {
    const outcome = await aClient("http://127.0.0.1:1").client.get(`${server.origin}/a`);
    expect(outcome).toMatchObject({ kind: "refused", refusal: "private_address" });
    expect(server.log).toEqual([]);
  });

  test("a public name that resolves to a private address is refused without a connection", async () => {
    const port = new URL(server.origin).port;
    const { client } = aClient("http://none.invalid", {
      resolve: () => Promise.resolve([{ address: "127.0.0.1", family: 4 }]),
    });
    expect(await client.get(`http://jobs.example.com:${port}/a`)).toMatchObject({
      kind: "refused",
      refusal: "private_address",
    });
    expect(server.log).toEqual([]);
  });

  test("one private address among public ones is refused", async () => {
    const resolve = () =>
      Promise.resolve([
        { address: "93.184.216.34", family: 4 },
        { address: "10.0.0.1", family: 4 },
      ]);
    expect(await aClient(server.origin, { resolve }).client.get("http://jobs.example.com/")).toMatchObject({
      refusal: "private_address",
    });
  });

  test("a redirect to one is refused", async () => {
    noRobots();
    handlers["/r"] = answer("", { location: "http://169.254.169.254/latest/meta-data" }, 302);
    const outcome = await aClient(server.origin).client.get(`${server.origin}/r`);
    expect(outcome).toMatchObject({ kind: "refused", refusal: "private_address" });
  });
});

describe("what is refused before any request", () => {
  test.each([
    ["file:///etc/passwd", "scheme"],
    ["ftp://example.com/", "scheme"],
    ["not a url", "bad_url"],
    ["http://user:secret@example.com/", "bad_url"],
  ])("%s", async (url, refusal) => {
    expect(await aClient(server.origin).client.get(url)).toMatchObject({
      kind: "refused",
      refusal,
      provenance: { attempts: 0 },
    });
  });

  test("a host that the source does not name, also after a redirect", async () => {
    noRobots();
    handlers["/r"] = answer("", { location: "https://elsewhere.example/" }, 301);
    const { client } = aClient(server.origin);
    expect(await client.get("https://elsewhere.example/", { allowedHosts: ["127.0.0.1"] })).toMatchObject({
      refusal: "host_not_allowed",
    });
    expect(await client.get(`${server.origin}/r`, { allowedHosts: ["127.0.0.1"] })).toMatchObject({
      refusal: "host_not_allowed",
    });
  });
});

describe("hostile answers", () => {
  beforeEach(noRobots);

  test("a redirect circle and an endless redirect are told apart", async () => {
    handlers["/x"] = answer("", { location: "/y" }, 302);
    handlers["/y"] = answer("", { location: "/x" }, 302);
    handlers["/n"] = (_request, response, url) => {
      response.writeHead(302, { location: `/n?i=${Number(url.searchParams.get("i") ?? 0) + 1}` }).end();
    };
    const { client } = aClient(server.origin);
    expect(await client.get(`${server.origin}/x`)).toMatchObject({ kind: "refused", refusal: "redirect_loop" });
    expect(await client.get(`${server.origin}/n`)).toMatchObject({ kind: "refused", refusal: "redirect_limit" });
  });

  test("a gzip bomb, a body over the limit, and one that lies about its length stop at the limit", async () => {
    handlers["/bomb"] = answer(gzipSync(Buffer.alloc(20_000_000)), { "content-encoding": "gzip" });
    handlers["/big"] = answer(Buffer.alloc(60_000_000));
    handlers["/chunked"] = (_request, response) => {
      for (let index = 0; index < 200; index += 1) response.write(Buffer.alloc(1000, "a"));
      response.end();
    };
    const { client } = aClient(server.origin);
    expect(await client.get(`${server.origin}/bomb`)).toMatchObject({
      kind: "refused",
      refusal: "decompression_limit",
    });
    expect(await client.get(`${server.origin}/big`)).toMatchObject({ kind: "refused", refusal: "too_large" });
    expect(await client.get(`${server.origin}/chunked`)).toMatchObject({ kind: "refused", refusal: "too_large" });
  });

  test("damaged or unknown compression is a broken page", async () => {
    handlers["/bad"] = answer("not gzip at all", { "content-encoding": "gzip" });
    handlers["/odd"] = answer("x", { "content-encoding": "zstd-of-tomorrow" });
    handlers["/layers"] = answer("x", { "content-encoding": "gzip, gzip, gzip" });
    const { client } = aClient(server.origin);
    for (const path of ["/bad", "/odd", "/layers"])
      expect(await client.get(server.origin + path)).toMatchObject({ kind: "broken" });
  });

  test("a slow drip ends as unavailable", async () => {
    handlers["/drip"] = (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 20);
      response.on("close", () => clearInterval(timer));
    };
    const { client } = aClient(server.origin, {
      limits: { timeoutMs: 150, maxBytes: 1000, maxRedirects: 1 },
      retry: { maxRetries: 0, baseDelayMs: 1, maxDelayMs: 1, maxWaitMs: 1000 },
    });
    expect(await client.get(`${server.origin}/drip`)).toMatchObject({
      kind: "unavailable",
      message: aMessage(/^unavailable: /),
    });
  });

  test("a challenge page with status 200 and a log-in redirect are blocks", async () => {
    handlers["/c"] = answer(
      '<html><title>Just a moment...</title><body><script src="/cdn-cgi/challenge-platform/x.js"></script></body></html>',
    );
    handlers["/l"] = answer("", { location: "/authwall?from=x" }, 302);
    handlers["/f"] = answer("{}", { "content-type": "application/json" }, 403);
    const { client } = aClient(server.origin);
    for (const path of ["/c", "/l", "/f"])
      expect(await client.get(server.origin + path)).toMatchObject({ kind: "blocked" });
  });

  test("404 and 410 are gone, 418 is broken", async () => {
    handlers["/410"] = answer("", {}, 410);
    handlers["/418"] = answer("", {}, 418);
    const { client } = aClient(server.origin);
    expect(await client.get(`${server.origin}/404`)).toMatchObject({ kind: "gone", status: 404 });
    expect(await client.get(`${server.origin}/410`)).toMatchObject({ kind: "gone", status: 410 });
    expect(await client.get(`${server.origin}/418`)).toMatchObject({ kind: "broken" });
  });

  test("a name that cannot be resolved is unavailable", async () => {
    const resolve = () => Promise.reject(Object.assign(new Error("no"), { code: "ENOTFOUND" }));
    const outcome = await aClient(server.origin, { resolve }).client.get("https://offline.example/");
    expect(outcome).toMatchObject({ kind: "unavailable", message: aMessage(/^unavailable: /) });
  });
});

describe("politeness", () => {
  test("robots.txt is read once, obeyed, and its decision recorded", async () => {
    handlers["/a"] = answer(page("x"));
    const { client, sleeps } = aClient(server.origin);
    expect(await client.get(`${server.origin}/private/x`)).toMatchObject({
      kind: "disallowed",
      provenance: { robots: "disallowed" },
    });
    expect(await client.get(`${server.origin}/a`)).toMatchObject({
      kind: "fetched",
      provenance: { robots: "allowed" },
    });
    await client.get(`${server.origin}/a`);
    expect(server.log.map((line) => line.path)).toEqual(["/robots.txt", "/a", "/a"]);
    // Crawl-delay of 2 s plus half of the quarter of jitter.
    expect(sleeps.at(-1)).toBe(2250);
  });

  test("a crawl delay of minutes is kept rather than given up on; one of an hour is handed back", async () => {
    handlers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 120", { "content-type": "text/plain" });
    handlers["/a"] = answer(page("x"));
    const patient = aClient(server.origin);
    expect(await patient.client.get(`${server.origin}/a`)).toMatchObject({ kind: "fetched" });
    expect(patient.sleeps.at(-1)).toBe(135_000);
    handlers["/robots.txt"] = answer("User-agent: *\nCrawl-delay: 3600", { "content-type": "text/plain" });
    expect(await aClient(server.origin).client.get(`${server.origin}/a`)).toMatchObject({ kind: "throttled" });
    expect(server.log.map((line) => line.path)).toEqual(["/robots.txt", "/a", "/robots.txt"]);
  });

  test("nothing is fetched while robots.txt answers 500", async () => {
    handlers["/robots.txt"] = answer("", {}, 500);
    const { client } = aClient(server.origin);
    expect(await client.get(`${server.origin}/a`)).toMatchObject({
      kind: "unavailable",
      provenance: { robots: "unreachable", attempts: 1 },
    });
    expect(server.log.map((line) => line.path)).toEqual(["/robots.txt"]);
  });

  test("a redirected robots.txt is followed", async () => {
    handlers["/robots.txt"] = answer("", { location: "/r2.txt" }, 301);
    handlers["/r2.txt"] = answer("User-agent: Atalaya\nDisallow: /", { "content-type": "text/plain" });
    expect(await aClient(server.origin).client.get(`${server.origin}/a`)).toMatchObject({ kind: "disallowed" });
  });

  test("Retry-After is waited for when short, and handed back when long", async () => {
    noRobots();
    let busy = 1;
    handlers["/short"] = (_request, response) => {
      busy -= 1;
      if (busy >= 0) response.writeHead(429, { "retry-after": "3" }).end();
      else response.end("ok");
    };
    handlers["/long"] = answer("", { "retry-after": "7200" }, 429);
    const { client, sleeps } = aClient(server.origin);
    expect(await client.get(`${server.origin}/short`)).toMatchObject({ kind: "fetched", provenance: { attempts: 2 } });
    expect(sleeps).toContain(3000);
    expect(await client.get(`${server.origin}/long`)).toMatchObject({
      kind: "throttled",
      retryAfterMs: 7_200_000,
      provenance: { attempts: 1 },
    });
    // The whole host now rests: the next request is not even sent.
    const before = server.log.length;
    expect(await client.get(`${server.origin}/short`)).toMatchObject({ kind: "throttled" });
    expect(server.log.length).toBe(before);
  });

  test("a burst of 503 is retried with growing waits, and given up at the cap", async () => {
    noRobots();
    let left = 2;
    handlers["/burst"] = (_request, response) => {
      left -= 1;
      response.writeHead(left >= 0 ? 503 : 200).end();
    };
    handlers["/down"] = answer("", {}, 503);
    const { client, sleeps } = aClient(server.origin);
    expect(await client.get(`${server.origin}/burst`)).toMatchObject({ kind: "fetched", provenance: { attempts: 3 } });
    expect(sleeps).toEqual([625, 1250]);
    expect(await client.get(`${server.origin}/down`)).toMatchObject({
      kind: "unavailable",
      provenance: { attempts: 3, status: 503 },
    });
  });

  test("the breaker opens after failures in a row and asks the server no more", async () => {
    noRobots();
    handlers["/down"] = answer("", {}, 500);
    const { client } = aClient(server.origin, {
      breaker: { consecutiveFailures: 2, coolDownMs: 60_000 },
      retry: { maxRetries: 0, baseDelayMs: 1, maxDelayMs: 1, maxWaitMs: 1000 },
    });
    await client.get(`${server.origin}/down`);
    expect(client.breakerState()).toBe("closed");
    await client.get(`${server.origin}/down`);
    expect(client.breakerState()).toBe("open");
    const before = server.log.length;
    expect(await client.get(`${server.origin}/a`)).toMatchObject({
      kind: "unavailable",
      message: aMessage(/cooling down/),
    });
    expect(server.log.length).toBe(before);
  });

  test("the host's budget is kept, by the server's own count", async () => {
    noRobots();
    handlers["/slow"] = (_request, response) => {
      setImmediate(() => setTimeout(() => response.end("ok"), 10));
    };
    const { client } = aClient(server.origin, { politeness: { concurrencyPerHost: 3, minIntervalMs: 0 } });
    const outcomes = await Promise.all(
      Array.from({ length: 24 }, (_, index) => client.get(`${server.origin}/slow?i=${index}`)),
    );
    expect(outcomes.every((outcome) => outcome.kind === "fetched")).toBe(true);
    expect(Math.max(...server.log.map((line) => line.open))).toBe(3);
  });

  test("an aborted request rejects instead of becoming an outcome", async () => {
    noRobots();
    handlers["/hang"] = () => undefined;
    const controller = new AbortController();
    const pending = aClient(server.origin).client.get(`${server.origin}/hang`, { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toThrow();
  });
});
