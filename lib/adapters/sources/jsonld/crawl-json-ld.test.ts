import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem, Validators } from "../source-adapter";
import { type SourceConfigInput, sourceConfig } from "../source-config";
import { crawlJsonLd } from "./crawl-json-ld";

let server: HostileServer;
let handlers: Record<string, Handler>;
const advert = (id: string) =>
  answer(
    `<html><body><script type="application/ld+json">{"@type":"JobPosting","title":"${id}","identifier":"${id}"}</script></body></html>`,
  );
const xml = (body: string) => answer(`<?xml version="1.0"?>${body}`, { "content-type": "application/xml" });

beforeEach(async () => {
  handlers = { "/jobs/a": advert("a"), "/jobs/b": advert("b"), "/jobs/c": advert("c") };
  server = await startServer(handlers);
});
afterEach(() => server.close());

async function crawl(
  path: string,
  changes: Partial<SourceConfigInput> = {},
  validators: Record<string, Validators> = {},
): Promise<CrawlItem[]> {
  const config = sourceConfig.parse({
    id: "board",
    name: "Board",
    adapter: "jsonld",
    startUrls: [server.origin + path],
    politeness: { minIntervalMs: 0, concurrencyPerHost: 2 },
    ...changes,
  });
  const context = {
    client: aClient(server.origin).client,
    now: () => new Date(0),
    findValidators: (url: string) => Promise.resolve(validators[url.replace(server.origin, "")] ?? null),
  };
  const items: CrawlItem[] = [];
  for await (const item of crawlJsonLd(context, config)) items.push(item);
  return items;
}
const brief = (items: CrawlItem[]) =>
  items.map((item) =>
    item.kind === "finished" ? `finished ${item.complete} ${item.seen}` : `${item.kind} ${new URL(item.url).pathname}`,
  );

test("a sitemap index with a gzipped sitemap is walked, and the crawl is complete", async () => {
  handlers["/sitemap.xml"] = xml(
    `<sitemapindex><sitemap><loc>${server.origin}/s1.xml.gz</loc></sitemap></sitemapindex>`,
  );
  const urls = ["/jobs/a", "/jobs/b", "/about"]
    .map((path) => `<url><loc><![CDATA[${server.origin}${path}]]></loc></url>`)
    .join("");
  handlers["/s1.xml.gz"] = answer(gzipSync(`<urlset>${urls}</urlset>`), { "content-type": "application/gzip" });
  const items = await crawl("/sitemap.xml", { params: { detailPaths: ["/jobs/*"] } });
  expect(brief(items)).toEqual(["document /jobs/a", "document /jobs/b", "finished true 2"]);
});

test("a listing is followed by rel=next and by numbers, in listed order", async () => {
  handlers["/list"] = (_request, response, url) => {
    const pages: Record<string, string> = {
      "1": '<a href="/jobs/a">A</a><a rel="next" href="/list?page=2">more</a>',
      "2": '<a href="/jobs/b">B</a><a href="/list?page=3">3</a>',
      "3": '<a href="/jobs/c">C</a><a href="/list?page=1">1</a>',
    };
    response.setHeader("content-type", "text/html");
    response.end(`<html><body>${pages[url.searchParams.get("page") ?? "1"] ?? ""}</body></html>`);
  };
  expect(brief(await crawl("/list"))).toEqual([
    "document /jobs/a",
    "document /jobs/b",
    "document /jobs/c",
    "finished true 3",
  ]);
});

test("a listing that loops with ever new addresses ends", async () => {
  handlers["/list"] = (_request, response, url) => {
    response.setHeader("content-type", "text/html");
    response.end(
      `<html><body><a href="/jobs/a">A</a><a rel="next" href="/list?page=${Number(url.searchParams.get("page") ?? 1) + 1}">next</a></body></html>`,
    );
  };
  expect(brief(await crawl("/list"))).toEqual(["document /jobs/a", "finished true 1"]);
  expect(server.log.filter((line) => line.path.startsWith("/list")).length).toBe(4);
});

test("a failed advert is an item with its address, and the list stays complete", async () => {
  handlers["/s.xml"] = xml(
    `<urlset>${["/jobs/a", "/jobs/gone", "/jobs/b"].map((path) => `<url><loc>${server.origin}${path}</loc></url>`).join("")}</urlset>`,
  );
  const items = await crawl("/s.xml");
  expect(brief(items)).toEqual(["document /jobs/a", "failure /jobs/gone", "document /jobs/b", "finished true 3"]);
  expect(items[1]).toMatchObject({
    failure: "gone",
    listingUrl: `${server.origin}/jobs/gone`,
    provenance: { status: 404 },
  });
});

test.each([
  ["a list that is missing", "/none.xml", {}],
  ["a sitemap that breaks off", "/cut.xml", {}],
  ["a cap on adverts", "/s.xml", { maxItems: 1 }],
  ["a cap on pages", "/index.xml", { maxPages: 1 }],
])("%s makes the crawl incomplete, with the reason", async (_name, path, params) => {
  handlers["/cut.xml"] = xml(`<urlset><url><loc>${server.origin}/jobs/a</loc></url><url><lo`);
  handlers["/s.xml"] = xml(
    `<urlset><url><loc>${server.origin}/jobs/a</loc></url><url><loc>${server.origin}/jobs/b</loc></url></urlset>`,
  );
  handlers["/index.xml"] = xml(`<sitemapindex><sitemap><loc>${server.origin}/s.xml</loc></sitemap></sitemapindex>`);
  const last = (await crawl(path, { params })).at(-1);
  expect(last).toMatchObject({ kind: "finished", complete: false });
  expect(last?.kind === "finished" && last.reasons).toHaveLength(1);
});

test("an advert that has not changed is asked for conditionally and not sent", async () => {
  handlers["/s.xml"] = xml(`<urlset><url><loc>${server.origin}/jobs/a</loc></url></urlset>`);
  handlers["/jobs/a"] = (request, response) =>
    response.writeHead(request.headers["if-none-match"] === '"1"' ? 304 : 200).end();
  const items = await crawl("/s.xml", {}, { "/jobs/a": { etag: '"1"', lastModified: null } });
  expect(brief(items)).toEqual(["unchanged /jobs/a", "finished true 1"]);
});

test("a board that stops answering is left alone, and the rest stays unread", async () => {
  handlers["/s.xml"] = xml(
    `<urlset>${Array.from({ length: 40 }, (_, index) => `<url><loc>${server.origin}/jobs/x${index}</loc></url>`).join("")}</urlset>`,
  );
  for (let index = 0; index < 40; index += 1) handlers[`/jobs/x${index}`] = answer("", {}, 403);
  const items = await crawl("/s.xml");
  expect(items.at(-1)).toMatchObject({
    kind: "finished",
    complete: false,
    reasons: ["the board blocked 3 requests in a row"],
  });
  expect(server.log.length).toBeLessThan(15);
});

test("an ItemList's addresses are preferred to other links", async () => {
  handlers["/list"] = answer(
    '<html><body><a href="/jobs/b">B</a><script type="application/ld+json">{"@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/jobs/c"},{"item":{"@id":"/jobs/a"}}]}</script></body></html>',
  );
  expect(brief(await crawl("/list"))).toEqual(["document /jobs/c", "document /jobs/a", "finished true 2"]);
});

test("adverts of a listing with addresses of their own are read there; those without stand in the page", async () => {
  const stated = (nodes: object[]) =>
    answer(`<html><body><script type="application/ld+json">${JSON.stringify(nodes)}</script></body></html>`);
  const node = (id: string, url?: string) => ({ "@type": "JobPosting", title: id, description: "Short …", url });
  handlers["/list"] = stated([node("a", "/jobs/a"), node("b", `${server.origin}/jobs/b`)]);
  expect(brief(await crawl("/list"))).toEqual(["document /jobs/a", "document /jobs/b", "finished true 2"]);
  handlers["/careers"] = stated([node("x", "#x"), node("y")]);
  expect(brief(await crawl("/careers"))).toEqual(["document /careers", "finished true 0"]);
  handlers["/micro"] = answer(
    '<html><body><p itemscope itemtype="https://schema.org/JobPosting"><a itemprop="title" href="/jobs/c">C</a></p><p itemscope itemtype="https://schema.org/JobPosting"><a itemprop="title" href="/jobs/a">A</a></p></body></html>',
  );
  expect(brief(await crawl("/micro"))).toEqual(["document /jobs/c", "document /jobs/a", "finished true 2"]);
});
