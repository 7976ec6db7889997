import type { Browser, Page, Route } from "playwright-core";
import type { FetchedBody, FetchOutcome } from "./fetch-outcome";
import { findInstalledBrowser, QUIET_ARGS } from "./find-installed-browser";
import type { PostBody } from "./request-once";

export type RenderRules = {
  /** The same honest name that every request carries. */
  userAgent: string;
  /** An element that stands in the page once it is whole; without it, the page is whole when it asks for nothing more. */
  waitFor?: string | undefined;
  /** From the first script to the whole page. */
  timeoutMs: number;
  executablePath?: string | undefined;
};

export type Rendering =
  | { kind: "rendered"; html: string }
  | { kind: "failed"; reason: string }
  | { kind: "unavailable"; reason: string };

/** Fetches what a page asks for, under all the rules of the source. */
export type FetchPart = (url: string, post: PostBody | null) => Promise<FetchOutcome>;

export type Render = { render: (page: FetchedBody, fetchPart: FetchPart) => Promise<Rendering> };

/** A page that asks for more than this is served no further. */
const MAX_PARTS = 60;
const LAUNCH_TIMEOUT_MS = 30_000;
/** Quiet for so long counts as whole where no element is named. */
const MAX_IDLE_WAIT_MS = 10_000;
/** What carries words; pictures, fonts, media, styles and the rest are never asked for. */
const NEEDED = new Set(["script", "xhr", "fetch"]);
/** A proxy on the discard port, for loopback too: whatever is not routed goes nowhere. */
const NOWHERE = { server: "http://127.0.0.1:9", bypass: "<-loopback>" };

function headersOf(outcome: Extract<FetchOutcome, { kind: "fetched" }>, origin: string): Record<string, string> {
  return {
    "content-type": outcome.contentType ?? "application/octet-stream",
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
  };
}

/** Answers one request of the page: the page itself from the bytes at hand, its parts by `fetchPart`, everything else not at all. */
async function answerRoute(
  route: Route,
  page: FetchedBody,
  fetchPart: FetchPart,
  count: { parts: number },
): Promise<void> {
  const request = route.request();
  const url = request.url();
  if (request.isNavigationRequest()) {
    const isPage = request.frame().parentFrame() === null && url === page.finalUrl;
    if (!isPage) return route.abort("blockedbyclient");
    return route.fulfill({ body: Buffer.from(page.bytes), contentType: page.contentType ?? "text/html" });
  }
  const method = request.method();
  count.parts += 1;
  const isWanted = NEEDED.has(request.resourceType()) && (method === "GET" || method === "POST");
  if (!isWanted || count.parts > MAX_PARTS) return route.abort("blockedbyclient");
  const contentType = request.headers()["content-type"] ?? "application/octet-stream";
  const outcome = await fetchPart(url, method === "POST" ? { body: request.postData() ?? "", contentType } : null);
  if (outcome.kind !== "fetched") return route.abort("failed");
  const { origin } = new URL(page.finalUrl);
  return route.fulfill({
    status: outcome.status,
    body: Buffer.from(outcome.bytes),
    headers: headersOf(outcome, origin),
  });
}

async function settle(tab: Page, page: FetchedBody, rules: RenderRules): Promise<void> {
  const until = Date.now() + rules.timeoutMs;
  await tab.goto(page.finalUrl, { waitUntil: "domcontentloaded", timeout: rules.timeoutMs });
  const left = Math.max(1, until - Date.now());
  if (rules.waitFor !== undefined) await tab.waitForSelector(rules.waitFor, { state: "attached", timeout: left });
  else await tab.waitForLoadState("networkidle", { timeout: Math.min(left, MAX_IDLE_WAIT_MS) }).catch(() => undefined);
}

async function renderIn(
  browser: Browser,
  page: FetchedBody,
  fetchPart: FetchPart,
  rules: RenderRules,
): Promise<Rendering> {
  const context = await browser.newContext({
    userAgent: rules.userAgent,
    serviceWorkers: "block",
    acceptDownloads: false,
  });
  const count = { parts: 0 };
  try {
    await context.route("**/*", (route) =>
      // A route of a page that is already closed has nobody to answer.
      answerRoute(route, page, fetchPart, count).catch(() => route.abort("failed").catch(() => undefined)),
    );
    await context.routeWebSocket(/.*/, (socket) => void socket.close());
    const tab = await context.newPage();
    context.on("page", (other) => void other.close());
    tab.on("dialog", (dialog) => void dialog.dismiss().catch(() => undefined));
    await settle(tab, page, rules);
    return { kind: "rendered", html: await tab.content() };
  } catch {
    const wanted = rules.waitFor === undefined ? "load" : `show "${rules.waitFor.slice(0, 100)}"`;
    return { kind: "failed", reason: `the page did not ${wanted} within ${rules.timeoutMs / 1000} s in the browser` };
  } finally {
    await context.close().catch(() => undefined);
  }
}

/** What a page could reach past its routes and the proxy: name lookups of its own, and WebRTC's datagrams. */
const NO_WAY_AROUND = [
  "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--dns-prefetch-disable",
];

async function launch(executablePath: string): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  return chromium.launch({
    executablePath,
    args: [...QUIET_ARGS, ...NO_WAY_AROUND],
    // Chromium's sandbox cannot be had as root.
    chromiumSandbox: process.getuid?.() !== 0,
    proxy: NOWHERE,
    timeout: LAUNCH_TIMEOUT_MS,
  });
}

/** A browser that is started with the first page and closed with `close`; each page has a context of its own, without memory. */
export function createRenderer(rules: RenderRules): Render & { close: () => Promise<void> } {
  let browser: Promise<Browser | null> | null = null;
  const start = async () => {
    const executablePath = rules.executablePath ?? (await findInstalledBrowser());
    return executablePath === null ? null : launch(executablePath).catch(() => null);
  };
  return {
    render: async (page, fetchPart) => {
      const running = await (browser ??= start());
      if (running === null) return { kind: "unavailable", reason: "no browser that starts is installed" };
      return renderIn(running, page, fetchPart, rules);
    },
    close: async () => {
      await (await browser)?.close();
      browser = null;
    },
  };
}
