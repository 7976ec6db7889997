import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { sourceConfig } from "../source-config";
import { remotiveDescription } from "./describe-remotive";
import { parseRemotive } from "./parse-remotive";
import { REMOTIVE_ATTRIBUTION, remotiveAdapter, remotiveConfig } from "./remotive-adapter";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T00:00:00Z");
const parse = (body: string) => parseRemotive({ sourceId: "remotive", body, url: null, now });
const payOf = (salary: string) => {
  const [outcome] = parse(JSON.stringify({ jobs: [{ id: 1, title: "Cook", salary }] }));
  return outcome?.kind === "posting" ? outcome.posting.salary : undefined;
};

test("the API's rows are read whole", () => {
  const outcomes = parse(fixture("api.json"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected"]);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "remotive",
      externalId: "800001",
      url: "https://remotive.com/remote-jobs/writing/tale-teller-800001",
      title: "Tale Teller & Editor",
      company: "Inkwell Fables",
      location: "Worldwide",
      postedAt: "2026-01-08",
      validThrough: null,
      employmentType: "part_time",
      workplace: "remote",
      salary: { min: 45, max: 45, currency: "USD", period: "hour" },
      description: "<p>Tell tales.</p>",
      descriptionFormat: "html",
      tags: ["editing", "folklore"],
      lang: null,
      warnings: [],
    },
  });
});

test("what is missing is named; a text cut inside a tag is no text", () => {
  expect(parse(fixture("api.json"))[1]).toMatchObject({
    posting: {
      externalId: "800002",
      url: "https://remotive.com/remote-jobs/sales/map-seller-800002",
      employmentType: null,
      salary: null,
      description: "",
      warnings: [
        "company is missing.",
        "location is missing.",
        "postedAt is missing.",
        "description is missing.",
        "description breaks off inside its markup.",
        "Pay is stated without a currency.",
      ],
    },
  });
});

test.each([
  ["USD 60,000 - 80,000 per year", { min: 60_000, max: 80_000, currency: "USD", period: "year" }],
  ["€3k - €4k /month", { min: 3000, max: 4000, currency: "EUR", period: "month" }],
  ["$50 - $75 /hour", null],
  ["USD 60k", null],
  ["OTE 90k USD per year", null],
  ["Competitive", null],
  ["", null],
])("the salary %j is %j", (words, expected) => {
  expect(payOf(words)).toEqual(expected);
});

test("an advert's page is read from its JSON-LD under the number of the API", () => {
  expect(parse(fixture("advert.html"))).toMatchObject([
    { posting: { externalId: "800001", company: "Inkwell Fables", workplace: "remote" } },
  ]);
});

test.each([
  ['{"jobs":[]}', []],
  ['{"jobs":[{"id":1', ["broken"]],
  ["[]", ["broken"]],
  ["<html><title>Just a moment...</title></html>", ["blocked"]],
  ["<html><body><p>Nothing of the kind.</p></body></html>", ["broken"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl reads one answer and closes nothing", async () => {
  const server = await startServer({
    "/api/remote-jobs": answer(fixture("api.json"), { "content-type": "application/json" }),
  });
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const config = sourceConfig.parse(remotiveConfig(server.origin));
  for await (const item of remotiveAdapter.crawl(context, config)) items.push(item);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "finished"]);
  expect(items[1]).toMatchObject({ complete: false });
});

test("it is off at first, asks less than four times a day, carries the credit, and knows its addresses", () => {
  const config = sourceConfig.parse(remotiveConfig());
  expect(config).toMatchObject({ enabled: false, attribution: REMOTIVE_ATTRIBUTION });
  expect(config.cadenceMinutes).toBeGreaterThanOrEqual(360);
  const what = (href: string) => remotiveDescription.recognise(new URL(href))?.what ?? null;
  expect(what("https://remotive.com/remote-jobs/writing/tale-teller-800001")).toBe("advert");
  expect(what("https://www.remotive.io/remote-jobs/writing")).toBe("board");
  expect(what("https://notremotive.com/")).toBeNull();
});
