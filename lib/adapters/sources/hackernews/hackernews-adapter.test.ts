import { expect, test } from "vitest";
import { answer, type Handler, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { hackerNewsDescription } from "./describe-hackernews";
import { hackerNewsAdapter, hackerNewsConfig } from "./hackernews-adapter";
import { parseHackerNews } from "./parse-hackernews";

const now = new Date("2026-01-10T12:00:00Z");
const parse = (value: unknown) =>
  parseHackerNews({
    sourceId: "hackernews",
    body: typeof value === "string" ? value : JSON.stringify(value),
    url: null,
    now,
  });
const text =
  'Loomhaus | Weaving Engineer | Lyon, France | ONSITE | Full-time | &#x20AC;50k - &#x20AC;60k per year | <a href="https:&#x2F;&#x2F;loom.example" rel="nofollow">https:&#x2F;&#x2F;loom.example</a><p>We weave.';
const comment = { id: 40000001, type: "comment", by: "ana", parent: 40000000, time: 1767398400, text };

test("a comment of the public API is one advert", () => {
  expect(parse(comment)).toEqual([
    {
      kind: "posting",
      posting: {
        source: "hackernews",
        externalId: "40000001",
        url: "https://news.ycombinator.com/item?id=40000001",
        title: "Weaving Engineer",
        company: "Loomhaus",
        location: "Lyon, France",
        postedAt: "2026-01-03T00:00:00.000Z",
        validThrough: null,
        employmentType: "full_time",
        workplace: "onsite",
        salary: { min: 50_000, max: 60_000, currency: "EUR", period: "year" },
        description: text,
        descriptionFormat: "html",
        tags: [],
        lang: null,
        warnings: [],
      },
    },
  ]);
});

test("a dump is read line by line; deleted and dead comments are skipped, others that are no adverts are named", () => {
  const lines = [
    { ...comment, month: "2026-01" },
    { ...comment, id: 2, deleted: true, text: undefined },
    { ...comment, id: 3, dead: true },
    { ...comment, id: 4, text: "[Meta] Please state the pay in your header lines, everybody, it would help us all." },
    { ...comment, id: 5, text: "Thanks!" },
    { ...comment, id: 6, text: "Loomhaus | Lyon<p>- Dye Engineer<p>- Cloth Designer" },
    { ...comment, id: 7, text: "Loomhaus | REMOTE or ONSITE | $50k<p>Write to us about anything at all, any time." },
  ];
  const outcomes = parse(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n{"id": 8, "te\n`);
  expect(outcomes).toMatchObject([
    { posting: { externalId: "40000001" } },
    { kind: "rejected", reason: "a comment that is no advert" },
    { kind: "rejected" },
    {
      posting: {
        title: "Dye Engineer, Cloth Designer",
        location: "Lyon",
        warnings: ["title is read from the text below the header line."],
      },
    },
    {
      posting: {
        title: "Loomhaus | REMOTE or ONSITE | $50k",
        workplace: null,
        salary: null,
        warnings: [
          "Pay is stated without a currency.",
          "title is missing; the header line stands for it.",
          "Several workplaces are stated (remote, onsite).",
          "location is missing.",
        ],
      },
    },
    { kind: "rejected", reason: "a line that is not JSON" },
  ]);
});

test("threads and hits of the search API are read; replies are no adverts", () => {
  const child = { id: 40000001, created_at_i: 1767398400, type: "comment", author: "ana", text, children: [] };
  expect(
    parse({
      id: 1,
      title: "Ask HN: Who is hiring?",
      type: "story",
      children: [child, { ...child, id: 2, text: null }],
    }),
  ).toMatchObject([{ posting: { externalId: "40000001", postedAt: "2026-01-03T00:00:00.000Z" } }]);
  const hit = { objectID: "9", comment_text: text, parent_id: 1, story_id: 1, created_at_i: 1767398400 };
  expect(
    parse({ hits: [hit, { ...hit, objectID: "10", parent_id: 9 }, { objectID: "1", title: "Ask HN" }], nbPages: 1 }),
  ).toMatchObject([{ posting: { externalId: "9" } }]);
});

test.each([
  ["a thread without its comments", { id: 1, type: "story", title: "Ask HN: Who is hiring?", kids: [2] }, []],
  ["the account", { id: "whoishiring", submitted: [1] }, []],
  ["a comment that is no more", "null", []],
  ["an empty file", "", []],
  ["an answer cut off", '{"id": 1, "te', ["broken"]],
  ["another answer", { error: "x" }, ["broken"]],
  [
    "a page",
    "<html><title>Hacker News</title><body><p>Sorry, we are not able to serve your request.</p></body></html>",
    ["broken"],
  ],
  ["a bot check", "<html><title>Just a moment...</title></html>", ["blocked"]],
])("%s", (_name, value, expected) => {
  expect(parse(value).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a list's row that is no comment is a rejection", () => {
  expect(parse([3, comment])).toMatchObject([{ kind: "rejected" }, { kind: "posting" }]);
});

async function crawl(handlers: Record<string, Handler>, changes: Record<string, unknown> = {}): Promise<CrawlItem[]> {
  const server = await startServer(handlers);
  const start = typeof changes.start === "string" ? { startUrls: [server.origin + changes.start] } : {};
  const config = hackerNewsConfig(server.origin, { politeness: { minIntervalMs: 0 }, ...start });
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const items: CrawlItem[] = [];
  for await (const item of hackerNewsAdapter.crawl(context, config)) items.push(item);
  await server.close();
  return items;
}
const json = (value: unknown) => answer(JSON.stringify(value), { "content-type": "application/json" });

test("the account leads to the latest thread for employers, and that to its comments", async () => {
  const items = await crawl({
    "/v0/user/whoishiring.json": json({ id: "whoishiring", submitted: [12, 11, 10] }),
    "/v0/item/12.json": json({ type: "story", title: "Ask HN: Who wants to be hired? (January 2026)", kids: [90] }),
    "/v0/item/11.json": json({ type: "story", title: "Ask HN: Who is hiring? (January 2026)", kids: [40000001, 2] }),
    "/v0/item/10.json": json({ type: "story", title: "Ask HN: Who is hiring? (December 2025)", kids: [91] }),
    "/v0/item/40000001.json": json(comment),
  });
  expect(items).toMatchObject([
    { kind: "document", listingUrl: "https://news.ycombinator.com/item?id=40000001" },
    { kind: "failure", failure: "gone", listingUrl: "https://news.ycombinator.com/item?id=2" },
    { kind: "finished", complete: false, seen: 2 },
  ]);
});

test("the search API gives a thread as one answer", async () => {
  const items = await crawl(
    {
      "/api/v1/search_by_date": json({
        hits: [{ objectID: "11", title: "Ask HN: Who is hiring?" }],
        page: 0,
        nbPages: 1,
      }),
      "/api/v1/items/11": json({ id: 11, title: "Ask HN: Who is hiring?", children: [comment] }),
    },
    { start: "/api/v1/search_by_date?tags=story,author_whoishiring" },
  );
  expect(items).toMatchObject([{ kind: "document" }, { kind: "finished", complete: false }]);
});

test.each([
  ["an answer that is not JSON", "oops"],
  ["an answer of another kind", '{"x":1}'],
])("%s is a named failure", async (_name, body) => {
  const items = await crawl({ "/v0/user/whoishiring.json": answer(body, { "content-type": "application/json" }) });
  expect(items[0]).toMatchObject({ kind: "failure", failure: "broken" });
});

test("pages of the thread and addresses of the APIs are recognised", () => {
  const recognise = (href: string) => hackerNewsDescription.recognise(new URL(href));
  expect(recognise("https://news.ycombinator.com/item?id=40000001")?.what).toBe("advert");
  expect(recognise("https://news.ycombinator.com/submitted?id=whoishiring")?.what).toBe("board");
  expect(recognise("https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring")).toMatchObject({
    config: { startUrls: ["https://hn.algolia.com/api/v1/search_by_date?tags=story,author_whoishiring"] },
  });
  expect(recognise("https://news.ycombinator.com/newest")).toBeNull();
  expect(recognise("https://example.org/item?id=1")).toBeNull();
});
