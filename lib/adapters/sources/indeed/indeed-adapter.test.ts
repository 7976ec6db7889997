import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import { sourceConfig } from "../source-config";
import { indeedDescription } from "./describe-indeed";
import { indeedAdapter, indeedSource, NEVER_FETCHED } from "./indeed-adapter";
import { parseIndeed } from "./parse-indeed";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string, url: string | null = null) => parseIndeed({ sourceId: "indeed", body, url, now });
const whole = {
  externalId: "abcdef0123456789",
  url: "https://mx.indeed.com/viewjob?jk=abcdef0123456789",
  title: "Lamp Keeper",
  company: "Faro Norte",
  location: "Veracruz, Ver.",
  employmentType: "full_time",
  salary: { min: 12_000, max: 15_000, currency: "MXN", period: "month" },
  description: "<p>Keep the lamp lit.</p><p>Climb.</p>",
};

test("an advert's page is read from all it holds", () => {
  expect(parse(fixture("viewjob.html"))).toMatchObject([
    {
      posting: {
        ...whole,
        postedAt: "2026-01-03T10:00:00.000Z",
        validThrough: "2026-02-03T10:00:00.000Z",
        descriptionFormat: "html",
        warnings: [],
      },
    },
  ]);
});

test("without JobPosting data the page's own data stand for it, and without these what it shows", () => {
  const own = fixture("viewjob.html").replace(/<script type[^]*?<\/script>/, "");
  expect(parse(own)).toMatchObject([
    { posting: { ...whole, postedAt: "2026-01-03", warnings: ['postedAt is worked out from "7 days ago".'] } },
  ]);
  expect(parse(own.replace(/<script>[^]*<\/script>/, ""))).toMatchObject([
    { posting: { ...whole, postedAt: null, warnings: ["postedAt is missing."] } },
  ]);
});

test("cards of a search page's data are read; pay without a currency and expired cards say so", () => {
  expect(parse(fixture("search.html"))).toMatchObject([
    {
      posting: {
        externalId: "abcdef0123456789",
        url: "https://mx.indeed.com/viewjob?jk=abcdef0123456789",
        title: "Lamp Keeper; {night}",
        company: "Faro Norte",
        location: "Veracruz, Ver.",
        postedAt: "2026-01-03T00:00:00.000Z",
        employmentType: "full_time",
        workplace: "hybrid",
        salary: { min: 12_000, max: 15_000, currency: "MXN", period: "month" },
        description: "Keep the lamp lit.",
        warnings: ["The description is only the beginning that the list shows."],
      },
    },
    {
      posting: {
        company: "Faro Sur",
        postedAt: null,
        closed: true,
        salary: null,
        warnings: expect.arrayContaining(["Pay is stated without a currency."]),
      },
    },
    { kind: "rejected" },
  ]);
});

test("cards are read as they are shown where the page's data are missing", () => {
  const body = `<html><body><div class="job_seen_beacon"><h2 class="jobTitle"><a data-jk="abcdef0123456789" href="/rc/clk?jk=abcdef0123456789"><span title="Lamp Keeper">Lamp Keeper</span></a></h2>
    <span data-testid="company-name">Faro Norte</span><div data-testid="text-location">Remote in Veracruz</div><div class="salary-snippet-container">MXN 12,000 a month</div><div class="job-snippet">Keep it lit.</div><span class="date">Posted 3 days ago</span></div>
    <div class="job_seen_beacon"><h2>Nothing</h2></div></body></html>`;
  expect(parse(body, "https://mx.indeed.com/jobs?q=faro")).toMatchObject([
    {
      posting: {
        ...whole,
        location: "Remote in Veracruz",
        workplace: "remote",
        employmentType: null,
        postedAt: "2026-01-07",
        salary: { min: 12_000, max: 12_000, currency: "MXN", period: "month" },
        description: "Keep it lit.",
      },
    },
    { kind: "rejected" },
  ]);
});

test.each([
  ["a search without adverts", '<html><body><div id="mosaic-provider-jobcards"></div><p>None.</p></body></html>', []],
  [
    "an advert that is over",
    fixture("viewjob.html").replace("<h1", "<h2>This job has expired on Indeed</h2><h1"),
    ["expired"],
  ],
  ["a bot check", "<html><title>Just a moment...</title></html>", ["blocked"]],
  ["another page", "<html><body><p>Something else entirely on this page.</p></body></html>", ["broken"]],
  ["hostile nesting", "<div>".repeat(5000), ["broken"]],
])("%s", (_name, body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl asks for nothing, not even robots.txt, and says why", async () => {
  const server = await startServer({});
  const config = sourceConfig.parse(indeedSource({ startUrls: [`${server.origin}/jobs`], allowedHosts: [] }));
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const items = [];
  for await (const item of indeedAdapter.crawl(context, config)) items.push(item);
  await server.close();
  expect(items).toMatchObject([
    { kind: "failure", failure: "disallowed", reason: NEVER_FETCHED },
    { kind: "finished", complete: false, reasons: [NEVER_FETCHED] },
  ]);
  expect(server.log).toEqual([]);
});

test("it is built in, off, and its addresses are recognised", () => {
  expect(indeedDescription.builtIn).toMatchObject([{ id: "indeed", enabled: false }]);
  expect(indeedDescription.recognise(new URL("https://mx.indeed.com/viewjob?jk=abcdef0123456789"))?.what).toBe(
    "advert",
  );
  expect(indeedDescription.recognise(new URL("https://www.indeed.com/jobs?q=x"))?.what).toBe("board");
  expect(indeedDescription.recognise(new URL("https://example.org/"))).toBeNull();
});
