import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { sourceConfig } from "../source-config";
import { jobicyDescription } from "./describe-jobicy";
import { JOBICY_ATTRIBUTION, jobicyAdapter, jobicyConfig } from "./jobicy-adapter";
import { parseJobicy } from "./parse-jobicy";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T00:00:00Z");
const parse = (body: string) => parseJobicy({ sourceId: "jobicy", body, url: null, now });

test("the API's rows are read whole", () => {
  const outcomes = parse(fixture("api.json"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected"]);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "jobicy",
      externalId: "700001",
      url: "https://jobicy.com/jobs/700001-cloud-watcher",
      title: "Cloud Watcher – Nights",
      company: "Cirrus & Co",
      location: "EMEA, LATAM",
      postedAt: "2026-01-08T20:00:05+00:00",
      validThrough: null,
      employmentType: "full_time",
      workplace: "remote",
      salary: { min: 30_000, max: 36_000, currency: "EUR", period: "year" },
      description: "<p>Watch clouds all night.</p>",
      descriptionFormat: "html",
      tags: [],
      lang: null,
      warnings: ["Several employment types are stated (full_time, contract); the first is kept."],
    },
  });
});

test("the older spelling of pay is yearly; an excerpt stands for the text with a warning", () => {
  expect(parse(fixture("api.json"))[1]).toMatchObject({
    posting: {
      externalId: "700002",
      url: "https://jobicy.com/jobs/700002-rain-counter",
      location: "Chile, Peru",
      postedAt: "2026-01-07",
      employmentType: "part_time",
      salary: { min: 9000, max: 9000, currency: "USD", period: "year" },
      description: "Count drops",
      warnings: ["description is an excerpt."],
    },
  });
});

test("pay without its period or currency is a warning", () => {
  const [first, second] = parse(
    JSON.stringify({
      jobs: [
        { id: 1, jobTitle: "Cook", salaryMin: 5, salaryCurrency: "USD" },
        { id: 2, jobTitle: "Cook", salaryMin: 5, salaryPeriod: "hourly", jobDescription: "<p>x</p><p" },
      ],
    }),
  );
  expect(first).toMatchObject({
    posting: { salary: null, warnings: expect.arrayContaining(["Pay is stated without a period."]) },
  });
  expect(second).toMatchObject({
    posting: {
      salary: null,
      description: "<p>x</p>",
      warnings: expect.arrayContaining([
        "Pay is stated without a currency.",
        "description breaks off inside its markup.",
      ]),
    },
  });
});

test("an advert's page is read from its JSON-LD under the number of the API", () => {
  expect(parse(fixture("advert.html"))).toMatchObject([
    { posting: { externalId: "700001", company: "Cirrus & Co", location: "Chile", workplace: "remote" } },
  ]);
});

test.each([
  ['{"jobs":[],"success":true}', []],
  ['{"jobs":[{"id":1', ["broken"]],
  ['{"error":"x","statusCode":400}', ["broken"]],
  ["<html><title>Just a moment...</title></html>", ["blocked"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl asks once, with its filters, and closes nothing", async () => {
  const path = "/api/v2/remote-jobs";
  const server = await startServer({ [path]: answer(fixture("api.json"), { "content-type": "application/json" }) });
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const config = sourceConfig.parse({ ...jobicyConfig(server.origin), params: { geo: "latam" } });
  for await (const item of jobicyAdapter.crawl(context, config)) items.push(item);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "finished"]);
  expect(items[1]).toMatchObject({ complete: false });
  expect(server.log.some((line) => line.path === `${path}?count=100&geo=latam`)).toBe(true);
});

test("it is off at first, carries the credit, and knows its addresses", () => {
  expect(sourceConfig.parse(jobicyConfig())).toMatchObject({ enabled: false, attribution: JOBICY_ATTRIBUTION });
  const what = (href: string) => jobicyDescription.recognise(new URL(href))?.what ?? null;
  expect(what("https://jobicy.com/jobs/700001-cloud-watcher")).toBe("advert");
  expect(what("https://www.jobicy.com/remote-jobs")).toBe("board");
  expect(what("https://jobicy.example/")).toBeNull();
});
