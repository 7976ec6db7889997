import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createBrowserClient } from "./browser-client";
import type { FetchOutcome } from "./fetch-outcome";
import { findInstalledBrowser } from "./find-installed-browser";
import { answer, type Handler, type HostileServer, startServer } from "./fixtures/hostile-server";
import { aClient } from "./fixtures/test-client";
import type { PoliteClient } from "./polite-client";
import { createRenderer } from "./render-page";

const executablePath = await findInstalledBrowser();
const AGENT = "Atalaya/0.1";
const LIMITS = { userAgent: AGENT, timeoutMs: 20_000, maxBytes: 100_000 };
// One browser for all tests; each page has a context of its own.
const renderer = createRenderer({ ...LIMITS, waitFor: "#whole" });
afterAll(() => renderer.close());

let server: HostileServer;
let other: HostileServer;
let handlers: Record<string, Handler>;
let client: PoliteClient;

const js = (body: string) => answer(body, { "content-type": "text/javascript" });
const page = (script: string) =>
  answer(`<!doctype html><html><head><title>Jobs</title></head><body><div id="app"></div>${script}</body></html>`);
const WHOLE = 'const done = document.createElement("p"); done.id = "whole"; document.body.append(done);';

beforeEach(async () => {
  handlers = {};
  server = await startServer(handlers);
  other = await startServer({ "/secret": answer("secret", { "access-control-allow-origin": "*" }) });
  client = createBrowserClient(aClient(server.origin).client, LIMITS, {
    render: renderer.render,
    close: () => Promise.resolve(),
  });
  return async () => {
    await client.close();
    await server.close();
    await other.close();
  };
});

const allowed = () => ({ allowedHosts: ["127.0.0.1"] });
const textOf = (outcome: FetchOutcome) =>
  outcome.kind === "fetched" ? Buffer.from(outcome.bytes).toString("utf8") : `no page: ${JSON.stringify(outcome)}`;
const paths = () => server.log.map((line) => line.path);

describe.skipIf(executablePath === null)(
  `with the installed browser${executablePath === null ? " (skipped: none is installed)" : ""}`,
  () => {
    test("a page that is empty without JavaScript is handed on with what its scripts bring, asked for politely", {
      timeout: 60_000,
    }, async () => {
      handlers["/job"] = page(
        '<script src="/app.js"></script><img src="/logo.png"><link rel="stylesheet" href="/style.css">',
      );
      handlers["/app.js"] = js(
        `fetch("/api/job", { method: "POST", body: "id=1" }).then((r) => r.json()).then((job) => { document.querySelector("#app").textContent = job.title + " for " + navigator.userAgent; ${WHOLE} });`,
      );
      handlers["/api/job"] = (request, response) => {
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ title: request.method === "POST" ? "Night Baker" : "wrong" }));
      };
      const outcome = await client.get(`${server.origin}/job`, { ...allowed(), etag: '"old"' });
      expect(textOf(outcome)).toContain(`Night Baker for ${AGENT}`);
      expect(outcome).toMatchObject({
        kind: "fetched",
        etag: null,
        contentType: "text/html; charset=utf-8",
        provenance: { rendered: true, status: 200 },
      });
      // The page once, its script, its data: no pictures, no styles; each by the same name and after robots.txt.
      expect(paths()).toEqual(["/robots.txt", "/job", "/app.js", "/api/job"]);
      expect(server.log.every((line) => line.headers["user-agent"]?.startsWith(`${AGENT} (+`))).toBe(true);
      expect(server.log[1]?.headers["if-none-match"]).toBeUndefined();
    });

    test("neither private addresses, nor foreign hosts, nor what robots.txt disallows, nor sockets are reached from a page", {
      timeout: 60_000,
    }, async () => {
      let sockets = 0;
      handlers["/robots.txt"] = answer("User-agent: *\nDisallow: /private\n", { "content-type": "text/plain" });
      handlers["/private"] = answer("private");
      handlers["/socket"] = () => {
        sockets += 1;
      };
      handlers["/job"] = page(`<iframe src="/private"></iframe><script>
      const tried = [];
      const note = (name) => (promise) => promise.then(() => tried.push(name + " reached"), () => tried.push(name + " refused"));
      new WebSocket("${server.origin.replace("http", "ws")}/socket");
      Promise.all([
        note("loopback")(fetch("${other.origin}/secret")),
        note("metadata")(fetch("http://169.254.169.254/latest/meta-data/")),
        note("foreign")(fetch("https://elsewhere.example/")),
        note("disallowed")(fetch("/private")),
      ]).then(() => { document.querySelector("#app").textContent = tried.sort().join(", "); ${WHOLE} });
    </script>`);
      const outcome = await client.get(`${server.origin}/job`, allowed());
      expect(textOf(outcome)).toContain("disallowed refused, foreign refused, loopback refused, metadata refused");
      expect(other.log).toEqual([]);
      expect(sockets).toBe(0);
      expect(paths()).toEqual(["/robots.txt", "/job"]);
    });

    test("a page that never becomes whole, leads elsewhere, or asks for a captcha is a named outcome", {
      timeout: 60_000,
    }, async () => {
      const impatient = createBrowserClient(aClient(server.origin).client, {
        ...LIMITS,
        timeoutMs: 1500,
        waitFor: "#whole",
      });
      handlers["/endless"] = page("<script>while (true) {}</script>");
      handlers["/away"] = page('<script>location.href = "/other"</script>');
      expect(await impatient.get(`${server.origin}/away`, allowed())).toMatchObject({
        kind: "broken",
        issues: ['the page did not show "#whole" within 1.5 s in the browser'],
      });
      expect(await impatient.get(`${server.origin}/endless`, allowed())).toMatchObject({ kind: "broken" });
      await impatient.close();
      expect(paths()).not.toContain("/other");
      handlers["/check"] = page(`<script>document.title = "Just a moment..."; ${WHOLE}</script>`);
      expect(await client.get(`${server.origin}/check`, allowed())).toMatchObject({ kind: "blocked" });
      handlers["/huge"] = page(
        `<script>document.querySelector("#app").textContent = "x".repeat(200000); ${WHOLE}</script>`,
      );
      expect(await client.get(`${server.origin}/huge`, allowed())).toMatchObject({
        kind: "refused",
        refusal: "too_large",
      });
    });

    test("without an element to wait for, a page is whole when it asks for nothing more", {
      timeout: 60_000,
    }, async () => {
      const plain = createBrowserClient(aClient(server.origin).client, LIMITS);
      handlers["/job"] = page(
        '<script>fetch("/late.json").then((r) => r.text()).then((t) => { document.querySelector("#app").textContent = t; });</script>',
      );
      handlers["/late.json"] = answer("Late words", { "content-type": "application/json" });
      expect(textOf(await plain.get(`${server.origin}/job`, allowed()))).toContain("Late words");
      await plain.close();
    });
  },
);

test("what is no page passes as it is, and failures stay what they are", async () => {
  handlers["/feed.json"] = answer("{}", { "content-type": "application/json" });
  const feed = await client.get(`${server.origin}/feed.json`, allowed());
  expect(textOf(feed)).toBe("{}");
  expect(feed.provenance.rendered).toBeUndefined();
  expect(await client.get(`${server.origin}/none`, allowed())).toMatchObject({ kind: "gone" });
  expect(client.breakerState()).toBe("closed");
});

test("where no browser starts, the page is unavailable and says why", async () => {
  handlers["/job"] = page("");
  const without = createBrowserClient(aClient(server.origin).client, {
    ...LIMITS,
    executablePath: "/nowhere/chromium",
  });
  expect(await without.get(`${server.origin}/job`, allowed())).toMatchObject({
    kind: "unavailable",
    message: "unavailable: no browser that starts is installed",
  });
  await without.close();
});
