import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, type Handler, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { stackOverflowDescription } from "./describe-stackoverflow";
import { parseStackOverflow } from "./parse-stackoverflow";
import { readBoardPay } from "./read-stackoverflow-pay";
import { stackOverflowAdapter, stackOverflowConfig } from "./stackoverflow-adapter";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2020-04-20T12:00:00Z");
const parse = (body: string, url: string | null = null) =>
  parseStackOverflow({ sourceId: "stackoverflow", body, url, now });

test("an advert's page is read without the other adverts on it", () => {
  expect(parse(fixture("job.html"))).toEqual([
    {
      kind: "posting",
      posting: {
        source: "stackoverflow",
        externalId: "300001",
        url: "https://stackoverflow.com/jobs/300001/maze-gardener-m-f-x-laberinto-sa",
        title: "Maze Gardener (m/f/x)",
        company: "Laberinto SA",
        location: "Montevideo, Uruguay",
        postedAt: "2020-03-24",
        validThrough: "2021-02-03",
        employmentType: "contract",
        workplace: null,
        salary: { min: 50_000, max: 60_000, currency: "USD", period: "year" },
        description: "<p>Trim the maze.</p><ul><li>Left</li><li>Right</li></ul>",
        descriptionFormat: "html",
        tags: ["hedge", "c#"],
        lang: null,
        warnings: [],
      },
    },
  ]);
});

test("without JobPosting data the page's own words stand for it", () => {
  const body = fixture("job.html")
    .replace(/<script[^]*<\/script>/, "")
    .replace('<span class="-salary', '<span>Remote</span><span class="-salary');
  expect(parse(body)[0]).toMatchObject({
    posting: {
      externalId: "300001",
      company: "Laberinto SA",
      postedAt: "2020-03-24",
      employmentType: "contract",
      workplace: "remote",
      tags: ["hedge", "c#"],
    },
  });
});

test("a page of 2021, whose header sticks: no office, remote, an age in a list", () => {
  const page = fixture("job.html")
    .replace("job-details--header grid mb24 gs12 gsx", "mb24 pt12 sticky-header mxn4 px4")
    .replace(/Montevideo, Uruguay/, "No office location")
    .replace(
      /<div class="mt12">[^]*?<\/div>/,
      '<ul class="horizontal-list"><li><span class="fc-yellow-500">Remote</span></li></ul>',
    )
    .replace('<div class="grid--cell"> Posted 27 days ago</div>', "<ul><li><svg></svg> Posted 27 days ago</li></ul>");
  expect(parse(page)).toMatchObject([
    {
      posting: {
        title: "Maze Gardener (m/f/x)",
        company: "Laberinto SA",
        location: null,
        workplace: "remote",
        postedAt: "2020-03-24",
        url: "https://stackoverflow.com/jobs/300001/maze-gardener-m-f-x-laberinto-sa",
      },
    },
  ]);
  const bare = page.replace(/<script type="application\/ld\+json">[^]*?<\/script>/, "");
  expect(parse(bare)).toMatchObject([
    {
      posting: {
        postedAt: "2020-03-24",
        warnings: ['postedAt is worked out from "Posted 27 days ago".', "location is missing."],
      },
    },
  ]);
});

test("an agency's advert names the employer that it hires for", () => {
  const page = fixture("job.html").replace(
    '<a class="fc-black-700" href="/jobs/companies/laberinto-sa">Laberinto SA</a>',
    '<a class="fc-black-800 employer" href="https://laberinto.example/">Laberinto SA</a> <span class="s-tag">via</span> Agencia Sur',
  );
  expect(parse(page)).toMatchObject([{ posting: { company: "Laberinto SA", location: "Montevideo, Uruguay" } }]);
});

test("rows of the list are read; an advert without an office has no place", () => {
  expect(parse(fixture("jobs.html"))).toMatchObject([
    {
      posting: {
        externalId: "300001",
        url: "https://stackoverflow.com/jobs/300001/maze-gardener-m-f-x-laberinto-sa",
        company: "Laberinto SA",
        location: "Montevideo, Uruguay",
        postedAt: "2020-04-17",
        workplace: "remote",
        salary: { min: 90_000, max: 110_000, currency: "CHF", period: "year" },
        tags: ["hedge", "c#"],
        warnings: ['postedAt is worked out from "3d ago".', "description is missing."],
      },
    },
    {
      posting: {
        externalId: "300002",
        url: "https://stackoverflow.com/jobs/300002/moss-keeper-musgo",
        company: "Musgo",
        location: null,
        postedAt: "2020-04-20",
        salary: null,
      },
    },
    { kind: "rejected" },
  ]);
});

test("rows that lost their ids are known by their links, and never make an empty list", () => {
  const ids = (body: string) =>
    parse(body).flatMap((outcome) => (outcome.kind === "posting" ? [outcome.posting.externalId] : []));
  const stated = fixture("jobs.html");
  expect(ids(stated.replace(/ data-jobid="\d+"/g, ""))).toEqual(ids(stated));
});

test("items of the feed are read: the author says where the title ends", () => {
  expect(parse(fixture("feed.xml"))).toMatchObject([
    {
      posting: {
        externalId: "300001",
        url: "https://stackoverflow.com/jobs/300001/maze-gardener-m-f-x-laberinto-sa",
        title: "Gardener at night",
        company: "Laberinto SA",
        location: "Montevideo, Uruguay",
        workplace: "remote",
        postedAt: "2020-03-24T10:15:00.000Z",
        description: "<p>Trim the maze.</p>",
        tags: ["hedge", "c#"],
        warnings: [],
      },
    },
    {
      posting: {
        title: "Moss Keeper",
        company: "Musgo",
        location: "Salto, Uruguay",
        workplace: null,
        warnings: ["postedAt is missing."],
      },
    },
    { kind: "rejected" },
  ]);
});

test.each([
  ["€50k–60k", "€50k–60k (Euros)", { min: 50_000, max: 60_000, currency: "EUR", period: "year" }],
  ["$100k - 150k | Equity", "$100k–150k (US Dollars)", { min: 100_000, max: 150_000, currency: "USD", period: "year" }],
  ["$100k - 150k", null, null],
  ["Equity", null, null],
])("the board's pay %j is %j", (text, hint, expected) => {
  expect(readBoardPay(text, hint).salary).toEqual(expected);
});

test.each([
  ["a list without adverts", '<html><body><div class="js-search-results"></div></body></html>', []],
  ["an advert that is over", "<html><body><h1>This job is no longer available</h1></body></html>", ["expired"]],
  ["a bot check", "<html><title>Access denied</title></html>", ["blocked"]],
  ["another page", "<html><body><p>Something else entirely on this page.</p></body></html>", ["broken"]],
  ["hostile nesting", "<div>".repeat(5000), ["broken"]],
])("%s", (_name, body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

async function crawl(copyUrl: string | null, origin: string): Promise<CrawlItem[]> {
  const config = stackOverflowConfig(copyUrl, { politeness: { minIntervalMs: 0 } });
  const context = { client: aClient(origin).client, now: () => now, findValidators: () => Promise.resolve(null) };
  const items: CrawlItem[] = [];
  for await (const item of stackOverflowAdapter.crawl(context, config)) items.push(item);
  return items;
}

test("without a copy's address nothing is fetched, and the crawl says why", async () => {
  expect(await crawl(null, "http://none.invalid")).toMatchObject([
    { kind: "finished", complete: false, reasons: [expect.stringContaining("closed in 2022")] },
  ]);
});

test("a copy is walked page by page; its adverts keep the address of the board", async () => {
  const handlers: Record<string, Handler> = {};
  const server = await startServer(handlers);
  const prefix = "/web/20200420101010/https://stackoverflow.com/jobs";
  const linked = fixture("jobs.html").replaceAll('href="/jobs', `href="${prefix}`);
  const last = '<html><body><div class="js-search-results"><div class="listResults"></div></div></body></html>';
  handlers[prefix] = (_request, response, url) => response.end(url.searchParams.has("pg") ? last : linked);
  handlers[`${prefix}/300001/maze-gardener-m-f-x-laberinto-sa`] = answer(fixture("job.html"));
  const items = await crawl(server.origin + prefix, server.origin);
  await server.close();
  expect(items[0]).toMatchObject({
    kind: "document",
    listingUrl: "https://stackoverflow.com/jobs/300001/maze-gardener-m-f-x-laberinto-sa",
  });
  expect(items.at(-1)).toMatchObject({
    kind: "finished",
    complete: false,
    reasons: ["a copy of the board is not the board"],
  });
});

test("a copy of a feed is read as it is, one of another page is a named failure", async () => {
  const server = await startServer({
    "/feed": answer(fixture("feed.xml"), { "content-type": "application/rss+xml" }),
    "/other": answer("<html><body><p>Nothing here for you.</p></body></html>"),
  });
  expect((await crawl(`${server.origin}/feed`, server.origin))[0]).toMatchObject({ kind: "document" });
  expect((await crawl(`${server.origin}/other`, server.origin))[0]).toMatchObject({
    kind: "failure",
    failure: "broken",
  });
  await server.close();
});

test("addresses of the board and of its copies are recognised; it is built in without an address", () => {
  const recognise = (href: string) => stackOverflowDescription.recognise(new URL(href));
  expect(recognise("https://stackoverflow.com/jobs/300001/x")?.what).toBe("advert");
  expect(recognise("https://web.archive.org/web/2020/https://stackoverflow.com/jobs?q=x")).toMatchObject({
    what: "board",
    config: { startUrls: ["https://web.archive.org/web/2020/https://stackoverflow.com/jobs?q=x"] },
  });
  expect(recognise("https://stackoverflow.com/questions/1")).toBeNull();
  expect(stackOverflowDescription.builtIn).toMatchObject([{ startUrls: [], enabled: false }]);
});
