import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import { type BoardReader, crawlBoard } from "./crawl-board";
import type { CrawlContext, CrawlItem, KeptBody } from "./source-adapter";
import { sourceConfig } from "./source-config";

let server: HostileServer;
let handlers: Record<string, Handler>;
beforeEach(async () => {
  handlers = { "/robots.txt": answer("", {}, 404) };
  server = await startServer(handlers);
});
afterEach(() => server.close());

const page = (words: string) => `<html><body><p>${words}</p></body></html>`;
/** A list is one path a line. */
const reader: BoardReader = {
  readList: (item) => {
    const text = new TextDecoder().decode(item.bytes);
    const details = [...text.matchAll(/\/jobs\/\w+/g)].map((match) => server.origin + match[0]);
    return { details, further: [], carriesAdverts: false };
  },
  maxPages: 5,
  maxItems: 50,
};

async function crawl(
  context: Partial<CrawlContext> = {},
  concurrencyPerHost = 1,
  startUrls = [`${server.origin}/list`],
): Promise<CrawlItem[]> {
  const config = sourceConfig.parse({
    id: "board",
    name: "Board",
    adapter: "jsonld",
    startUrls,
    politeness: { minIntervalMs: 0, concurrencyPerHost },
  });
  const items: CrawlItem[] = [];
  const { client } = aClient(server.origin);
  const given = { client, now: () => new Date(0), findValidators: () => Promise.resolve(null), ...context };
  for await (const item of crawlBoard(given, config, reader)) items.push(item);
  return items;
}
const brief = (items: CrawlItem[]) =>
  items.map((item) => {
    if (item.kind === "finished") return `finished ${item.complete} ${item.seen}`;
    const what = item.kind === "failure" ? item.failure : item.kind;
    return `${what} ${new URL(item.url).pathname}`;
  });

function aList(...ids: string[]): Handler {
  return (request, response) => {
    const isSame = request.headers["if-none-match"] === '"1"';
    response.writeHead(isSame ? 304 : 200, { etag: '"1"', "content-type": "text/html" });
    response.end(isSame ? undefined : page(ids.map((id) => `/jobs/${id}`).join(" ")));
  };
}

const validators = { etag: '"1"', lastModified: null };
const keptList = (words: string): KeptBody => ({
  bytes: new TextEncoder().encode(words),
  contentType: "text/html",
  contentHash: "kept",
  finalUrl: `${server.origin}/list`,
});

test("a list that has not changed is read as it was kept, so that the crawl stays complete", async () => {
  handlers["/list"] = aList("a");
  handlers["/jobs/a"] = answer(page("a"));
  const items = await crawl({
    findValidators: (url) => Promise.resolve(url.endsWith("/list") ? validators : null),
    findKept: () => Promise.resolve(keptList(page("/jobs/a"))),
  });
  expect(brief(items)).toEqual(["document /jobs/a", "finished true 1"]);
  expect(server.log.map((line) => line.path)).toEqual(["/robots.txt", "/list", "/jobs/a"]);
});

test("a source that names no address to start from was not read", async () => {
  expect(await crawl({}, 1, [])).toEqual([
    {
      kind: "finished",
      complete: false,
      reasons: ["the source names no address to start from"],
      seen: 0,
      readWhole: false,
    },
  ]);
});

test("a list whose kept body is gone is asked for again, without conditions", async () => {
  handlers["/list"] = aList("a");
  handlers["/jobs/a"] = answer(page("a"));
  const items = await crawl({
    findValidators: (url) => Promise.resolve(url.endsWith("/list") ? validators : null),
    findKept: () => Promise.resolve(null),
  });
  expect(brief(items)).toEqual(["document /jobs/a", "finished true 1"]);
  expect(server.log.filter((line) => line.path === "/list").map((line) => line.headers["if-none-match"])).toEqual([
    '"1"',
    undefined,
  ]);
});

test("an advert that has not changed comes as it was kept, and says so", async () => {
  handlers["/list"] = aList("a");
  handlers["/jobs/a"] = (_request, response) => response.writeHead(304).end();
  const items = await crawl({
    findValidators: (url) => Promise.resolve(url.endsWith("/a") ? validators : null),
    findKept: () => Promise.resolve(keptList("kept words")),
  });
  expect(items[0]).toMatchObject({
    kind: "document",
    etag: '"1"',
    provenance: { fromCache: true, status: 304, bytes: 10 },
  });
});

test("a list page without adverts of its own is handed over to be kept; one that came from there is not", async () => {
  handlers["/list"] = aList("a");
  handlers["/jobs/a"] = answer(page("a"));
  const kept: string[] = [];
  const keepList = (item: { url: string }) => Promise.resolve(void kept.push(new URL(item.url).pathname));
  await crawl({ keepList });
  expect(kept).toEqual(["/list"]);
  await crawl({
    keepList,
    findValidators: (url) => Promise.resolve(url.endsWith("/list") ? validators : null),
    findKept: () => Promise.resolve(keptList(page("/jobs/a"))),
  });
  expect(kept).toEqual(["/list"]);
});

test.each([
  ["an empty shell", '<html><body><div id="app"></div><script src="/a.js"></script></body></html>', "empty_shell"],
  ["a closed notice", page("This job is no longer available"), "broken"],
])("%s in place of a list is a failure, not an empty board", async (_name, body, failure) => {
  handlers["/list"] = answer(body);
  expect(brief(await crawl())).toEqual([`${failure} /list`, "finished false 0"]);
});

test("an empty list is an empty board", async () => {
  handlers["/list"] = answer(
    page("There are no open positions at the moment. Come back later, we would like to meet you."),
  );
  expect(brief(await crawl())).toEqual(["finished true 0"]);
});

test("after three blocks in a row nobody is asked any more; what was on its way keeps its own outcome", async () => {
  const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
  handlers["/list"] = aList(...ids);
  for (const id of ids) handlers[`/jobs/${id}`] = answer("", {}, 403);
  const items = await crawl({}, 3);
  const asked = server.log.filter((line) => line.path.startsWith("/jobs/")).length;
  expect(asked).toBeLessThan(ids.length);
  expect(brief(items).filter((line) => line.startsWith("blocked"))).toHaveLength(asked);
  expect(brief(items).filter((line) => line.startsWith("not_asked"))).toHaveLength(ids.length - asked);
  expect(items.at(-1)).toMatchObject({
    complete: false,
    readWhole: false,
    reasons: [expect.stringMatching(/^the board blocked \d requests in a row$/) as string],
  });
});

test("a crawl that is cut off names what it did not read, and does not throw", async () => {
  const cut = new AbortController();
  handlers["/list"] = aList("a", "b", "c");
  handlers["/jobs/a"] = answer(page("a"));
  handlers["/jobs/b"] = () => cut.abort();
  expect(brief(await crawl({ signal: cut.signal }))).toEqual([
    "document /jobs/a",
    "not_asked /jobs/b",
    "not_asked /jobs/c",
    "finished false 3",
  ]);
});
