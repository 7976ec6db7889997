import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { sourceConfig } from "../source-config";
import { greenhouseDescription } from "./describe-greenhouse";
import { greenhouseAdapter, greenhouseConfig } from "./greenhouse-adapter";
import { parseGreenhouse } from "./parse-greenhouse";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T00:00:00Z");
const parse = (body: string, url: string | null = null, params: Record<string, unknown> = {}) =>
  parseGreenhouse({ sourceId: "greenhouse-lanternco", body, url, now, params });
const single = (changes: Record<string, unknown>) =>
  parse(
    JSON.stringify({
      id: 5,
      title: "Lamp Keeper",
      absolute_url: "https://boards.greenhouse.io/lantern-co/jobs/5",
      ...changes,
    }),
  )[0];

test("a board's answer is read whole; the content is unescaped once; ranges for several places become one", () => {
  const outcomes = parse(fixture("board.json"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected"]);
  const [first] = outcomes;
  expect(first).toMatchObject({
    posting: {
      source: "greenhouse-lanternco",
      externalId: "7000001",
      url: "https://job-boards.greenhouse.io/lanternco/jobs/7000001",
      title: "Lamp Keeper",
      company: "Lantern & Co",
      location: "Oslo | Bergen",
      postedAt: "2026-01-02T09:00:00-05:00",
      validThrough: "2026-02-01T00:00:00Z",
      employmentType: "part_time",
      workplace: "hybrid",
      salary: { min: 40_000, max: 61_000, currency: "USD", period: "year" },
      descriptionFormat: "html",
      lang: "en",
      warnings: [],
    },
  });
  expect(first?.kind === "posting" && first.posting.description).toMatch(
    /^<div class="content-intro"><p>Keep lamps &amp; wicks\.<\/p>/,
  );
});

test("an advert on the employer's own site keeps its number and loses its tracking; gaps are named", () => {
  expect(parse(fixture("board.json"), "https://boards-api.greenhouse.io/v1/boards/lanternco/jobs")[1]).toMatchObject({
    posting: {
      externalId: "7000002",
      url: "https://lantern.example/careers?gh_jid=7000002",
      company: "Lanternco",
      location: "Oslo, Norway; Lofoten",
      postedAt: "2026-01-08T10:00:00-05:00",
      workplace: "remote",
      salary: { min: 25.5, max: 30, currency: "GBP", period: "hour" },
      warnings: [
        "company is not stated; its name is read from the board's address.",
        "postedAt is the day of the last change; the first day is not stated.",
      ],
    },
  });
  expect(parse(fixture("board.json"), null, { company: "Lantern" })[1]).toMatchObject({
    posting: { company: "Lantern" },
  });
});

test("pay is kept only with its currency and its period", () => {
  const range = { min_cents: 100_00, max_cents: 200_00, currency_type: "EUR" };
  expect(single({ pay_input_ranges: [{ ...range, title: "Pay range" }] })).toMatchObject({
    posting: {
      salary: null,
      company: "Lantern Co",
      warnings: expect.arrayContaining(["Pay is stated without a period."]),
    },
  });
  const field = {
    name: "Annual salary",
    value_type: "currency_range",
    value: { unit: "EUR", min_value: "10.0", max_value: "20.0" },
  };
  expect(single({ metadata: [field] })).toMatchObject({
    posting: { salary: { min: 10, max: 20, currency: "EUR", period: "year" } },
  });
  expect(single({ metadata: [{ ...field, name: "Annual bonus" }] })).toMatchObject({ posting: { salary: null } });
  expect(
    single({
      pay_input_ranges: [
        { ...range, title: "per year" },
        { ...range, currency_type: "USD", title: "per year" },
      ],
    }),
  ).toMatchObject({
    posting: {
      salary: { min: 100, max: 200, currency: "EUR", period: "year" },
      warnings: expect.arrayContaining(["Pay is stated in several currencies or periods; the first is kept."]),
    },
  });
});

test.each([
  ['<div class="title">US Salary Range</div>', null],
  ['<div class="title">Annual Base Salary Range:</div>', "year"],
  ['<div class="description"><p>The annual range is listed below.</p></div><div class="title">Zone A</div>', "year"],
  ['<div class="description">Hourly or annual pay.</div><div class="title">Zone A</div>', null],
  ['<div class="description">Annual bonus apart.</div><div class="title">Hourly pay</div>', "hour"],
])("the period of a pay block under %s is %s", (head, period) => {
  const content = `<div class="content-pay-transparency">${head}<div class="pay-range"><span>€40</span><span class="divider">&mdash;</span><span>€50 EUR</span></div></div>`;
  const salary = period === null ? null : { min: 40, max: 50, currency: "EUR", period };
  expect(single({ content })).toMatchObject({ posting: { salary } });
});

test("content that was unescaped before it was saved is read the same", () => {
  expect(single({ content: "<p>Tom &amp; Ana &lt;3</p>" })).toMatchObject({
    posting: { description: "<p>Tom &amp; Ana &lt;3</p>", descriptionFormat: "html" },
  });
});

test("a hosted advert is read from its JSON-LD under the number of the API", () => {
  expect(parse(fixture("advert.html"))).toMatchObject([
    {
      posting: {
        externalId: "7000001",
        url: "https://job-boards.greenhouse.io/lanternco/jobs/7000001",
        company: "Lantern & Co",
        location: "Oslo",
      },
    },
  ]);
});

test("a saved list gives what it states of each advert, once", () => {
  expect(parse(fixture("list.html"))).toMatchObject([
    {
      posting: {
        externalId: "7000001",
        url: "https://job-boards.greenhouse.io/lanternco/jobs/7000001",
        title: "Lamp Keeper",
        company: "Lantern & Co",
        location: "Oslo | Bergen",
        warnings: ["postedAt is missing.", "description is missing."],
      },
    },
    { posting: { externalId: "7000002", title: "Wick Trimmer", location: "Lofoten" } },
  ]);
});

test.each([
  ['{"jobs":[],"meta":{"total":0}}', []],
  ['{"jobs":[{"id":1', ["broken"]],
  ['{"status":404,"error":"Job not found"}', ["expired"]],
  ['{"status":404,"error":"Board not found"}', ["broken"]],
  ["[1]", ["broken"]],
  ["<html><title>Access denied</title></html>", ["blocked"]],
  ["<html><body><p>The job you are looking for is no longer open. This job is closed.</p></body></html>", ["expired"]],
  ["<html><title>Jobs at Lantern</title><body><p>There are no open positions.</p></body></html>", []],
  ["<html><body><p>Nothing of the kind.</p></body></html>", ["broken"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl reads the whole board in one request and is complete", async () => {
  const path = "/v1/boards/lanternco/jobs";
  const server = await startServer({ [path]: answer(fixture("board.json"), { "content-type": "application/json" }) });
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const config = sourceConfig.parse(greenhouseConfig("lanternco", server.origin));
  for await (const item of greenhouseAdapter.crawl(context, config)) items.push(item);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "finished"]);
  expect(items[1]).toMatchObject({ complete: true });
  expect(server.log.some((line) => line.path === `${path}?content=true`)).toBe(true);
});

test.each([
  ["https://boards.greenhouse.io/lanternco", "board", "lanternco"],
  ["https://job-boards.eu.greenhouse.io/lanternco/jobs/123?gh_src=x", "advert", "lanternco"],
  ["https://boards.greenhouse.io/lanternco?gh_jid=123", "advert", "lanternco"],
  ["https://boards.greenhouse.io/embed/job_board?for=lanternco&b=x", "board", "lanternco"],
  ["https://boards.greenhouse.io/embed/job_board/js?for=lanternco", "board", "lanternco"],
  ["https://boards.greenhouse.io/embed/job_app?for=lanternco&token=123", "advert", "lanternco"],
  ["https://boards-api.greenhouse.io/v1/boards/lanternco/jobs/123", "advert", "lanternco"],
  ["https://boards-api.greenhouse.io/v1/boards/lanternco/jobs?content=true", "board", "lanternco"],
])("%s is recognised", (url, what, tenant) => {
  expect(greenhouseDescription.recognise(new URL(url))).toMatchObject({ what, config: { params: { tenant } } });
});

test.each([
  "https://www.greenhouse.io/lanternco",
  "https://boards.greenhouse.io/",
  "https://boards.greenhouse.io/embed/job_board",
])("%s is no board", (url) => {
  expect(greenhouseDescription.recognise(new URL(url))).toBeNull();
});
