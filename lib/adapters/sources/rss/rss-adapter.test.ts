import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { type SourceConfigInput, sourceConfig } from "../source-config";
import { parseRss } from "./parse-rss";
import { rssAdapter } from "./rss-adapter";
import { rssParams } from "./rss-params";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const parse = (body: string, params: Record<string, unknown> = {}) =>
  parseRss({
    sourceId: "board",
    body,
    url: null,
    fetchedUrl: "https://plumaje.example/feed",
    now: new Date("2026-01-10T00:00:00Z"),
    params,
  });
const first = (body: string, params: Record<string, unknown> = {}) => {
  const [outcome] = parse(body, params);
  return outcome?.kind === "posting" ? outcome.posting : null;
};

test("a job feed is read field by field; entities of its own are not unfolded", () => {
  const outcomes = parse(fixture("board.xml"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected"]);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "board",
      externalId: "41",
      url: "https://plumaje.example/empleos/41",
      title: "Diseñadora de interacción",
      company: "Plumaje",
      location: "Puebla, México",
      postedAt: "2026-01-05T15:00:00.000Z",
      validThrough: "2026-02-01",
      employmentType: "part_time",
      workplace: null,
      salary: { min: 20_000, max: 25_000, currency: "MXN", period: "month" },
      description: "<p>Dibujar &amp; probar pantallas.</p><ul><li>Figma</li></ul>",
      descriptionFormat: "html",
      tags: ["Diseño", "Figma"],
      lang: "es",
      warnings: [],
    },
  });
  expect(outcomes[1]).toMatchObject({
    posting: {
      externalId: "https://plumaje.example/empleos/42",
      title: "Night Baker",
      company: "Honest Loaf",
      location: "Leeds",
      warnings: ["The company is read from the title.", "postedAt is missing."],
    },
  });
  expect(JSON.stringify(outcomes).length).toBeLessThan(3000);
});

test("Atom, RDF and JSON Feed are read by the same rules", () => {
  expect(first(fixture("board.atom"))).toMatchObject({
    externalId: "tag:harbour.example,2026:7",
    url: "https://harbour.example/jobs/7",
    title: "Crane Operator & Rigger",
    company: "Harbour & Sons",
    postedAt: "2026-01-04T08:00:00.000Z",
    tags: ["Ports"],
    lang: "en",
    description: "<p>Lift with care.</p>",
  });
  expect(first(fixture("board.rdf"))).toMatchObject({
    title: "Archivist",
    company: "City Library",
    url: "https://old.example/jobs/3",
    description: "Keep records.",
  });
  const mapped = { fields: { company: "_job.employer", location: ["_job.place"], workplace: "_job.remote" } };
  expect(first(fixture("board.json"), mapped)).toMatchObject({
    externalId: "s-1",
    company: "Sol Coop",
    location: "Cádiz",
    workplace: null,
    postedAt: "2026-01-02T09:00:00.000Z",
    tags: ["solar"],
  });
});

test("constants stand for what the feed never says, and pay without a period stays out with a warning", () => {
  const feed = (salary: string) =>
    `<rss version="2.0"><channel><title>T</title><item><title>Cook</title><salary>${salary}</salary></item></channel></rss>`;
  const constants = {
    company: "Fonda",
    location: "Lima",
    workplace: "onsite",
    employmentType: "full_time",
    lang: "es",
  };
  expect(first(feed("2,500"), { constants: { ...constants, currency: "PEN", period: "month" } })).toMatchObject({
    ...constants,
    salary: { min: 2500, max: 2500, currency: "PEN", period: "month" },
  });
  expect(first(feed("PEN 2,500"))?.warnings[0]).toBe("Pay is stated without a period.");
});

test("a feed that breaks off gives the items that are whole", () => {
  const whole = fixture("board.xml");
  const outcomes = parse(whole.slice(0, whole.indexOf("No title here")));
  expect(outcomes.filter((outcome) => outcome.kind === "posting")).toHaveLength(2);
});

test.each([
  ["<rss version='2.0'><channel><title>x</title></channel></rss>", []],
  ['{"version":"https://jsonfeed.org/version/1","title":"x","items":[]}', []],
  ["{}", ["broken"]],
  ["", ["broken"]],
  ["<html><title>Access denied</title><body></body></html>", ["blocked"]],
  ["<html><body><h1>This job is no longer available</h1></body></html>", ["expired"]],
  ["<rss><channel><item><title>".repeat(3000), undefined],
])("%.60s", (body, expected) => {
  const outcomes = parse(body);
  if (expected !== undefined)
    expect(outcomes.map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("parameters are checked whole", () => {
  expect(rssParams.safeParse({ titlePatterns: ["{title}{company}"] }).success).toBe(false);
  expect(rssParams.safeParse({ fields: { colour: "x" } }).success).toBe(false);
  expect(rssParams.parse({ fields: { company: "Job:Company" } }).fields.company).toEqual(["job:company"]);
});

let server: HostileServer;
let handlers: Record<string, Handler>;
beforeEach(async () => {
  handlers = {};
  server = await startServer(handlers);
});
afterEach(() => server.close());

async function crawl(params: Record<string, unknown>, path = "/feed"): Promise<CrawlItem[]> {
  const input: SourceConfigInput = {
    id: "board",
    name: "B",
    adapter: "rss",
    startUrls: [server.origin + path],
    params,
  };
  const config = sourceConfig.parse({ ...input, politeness: { minIntervalMs: 0 } });
  const context = {
    client: aClient(server.origin).client,
    now: () => new Date(0),
    findValidators: () => Promise.resolve(null),
  };
  const items: CrawlItem[] = [];
  for await (const item of rssAdapter.crawl(context, config)) items.push(item);
  return items;
}
const xml = (body: string) => answer(body, { "content-type": "application/rss+xml" });
const itemOf = (id: string) => `<item><title>Job ${id}</title><link>/jobs/${id}</link><guid>${id}</guid></item>`;
const readAll = (items: CrawlItem[]) =>
  items.flatMap((item) =>
    item.kind === "document"
      ? parseRss({
          sourceId: "board",
          body: Buffer.from(item.bytes).toString("utf8"),
          url: null,
          fetchedUrl: item.finalUrl,
          now: item.fetchedAt,
        })
      : [],
  );

test("a feed in pages is read to its end; it is complete only where the source says that it lists everything", async () => {
  handlers["/feed"] = (_request, response, url) => {
    const page = url.searchParams.get("page") ?? "1";
    const next =
      page === "1" ? '<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="next" href="/feed?page=2"/>' : "";
    response.setHeader("content-type", "application/rss+xml");
    response.end(`<rss version="2.0"><channel><title>x</title>${next}${itemOf(page)}</channel></rss>`);
  };
  const items = await crawl({});
  expect(items.map((item) => item.kind)).toEqual(["document", "document", "finished"]);
  expect(items[2]).toMatchObject({ complete: false, reasons: ["the feed lists recent adverts only"], readWhole: true });
  expect((await crawl({ listsEverything: true })).at(-1)).toMatchObject({ complete: true });
});

test("links are followed; the feed's own words stand in where a page has no advert or may not be fetched", async () => {
  handlers["/robots.txt"] = answer("User-agent: *\nDisallow: /jobs/c\n", { "content-type": "text/plain" });
  handlers["/feed"] = xml(
    `<rss version="2.0"><channel><title>x</title>${["a", "b", "c", "d"].map(itemOf).join("")}</channel></rss>`,
  );
  handlers["/jobs/a"] = answer(
    '<html><body><script type="application/ld+json">{"@type":"JobPosting","title":"Job A, whole"}</script></body></html>',
  );
  handlers["/jobs/b"] = answer(
    "<html><body><p>A page that carries no data of any kind, only a few words.</p></body></html>",
  );
  const items = await crawl({ followLinks: true });
  expect(items.map((item) => item.kind)).toEqual([
    "document",
    "document",
    "failure",
    "document",
    "failure",
    "finished",
  ]);
  expect(readAll(items).map((outcome) => outcome.kind === "posting" && outcome.posting.title)).toEqual([
    "Job A, whole",
    "Job b",
    "Job c",
  ]);
  expect(items[1]).toMatchObject({ listingUrl: `${server.origin}/jobs/b` });
  expect(readAll(items)[1]).toMatchObject({ posting: { externalId: "b", url: `${server.origin}/jobs/b` } });
});

test("a feed that breaks off is never complete, and a page that is no feed is a failure", async () => {
  handlers["/feed"] = xml(`<rss version="2.0"><channel><title>x</title>${itemOf("a")}<item><title>Cut`);
  expect((await crawl({ listsEverything: true })).at(-1)).toMatchObject({ complete: false });
  handlers["/page"] = answer(
    "<html><body><p>Not a feed at all, but a page with quite a few words in it, for a reader to look at.</p></body></html>",
  );
  expect((await crawl({}, "/page"))[0]).toMatchObject({
    kind: "failure",
    failure: "broken",
    reason: "the answer is no feed",
  });
});
