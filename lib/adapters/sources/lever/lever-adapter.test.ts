import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { sourceConfig } from "../source-config";
import { leverDescription } from "./describe-lever";
import { leverAdapter, leverConfig } from "./lever-adapter";
import { parseLever } from "./parse-lever";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T00:00:00Z");
const parse = (body: string, url: string | null = null, params: Record<string, unknown> = {}) =>
  parseLever({ sourceId: "lever-spokeworks", body, url, now, params });
const id = "22222222-3333-4444-8555-666666666601";

test("an advert is read whole: body, lists under their headings, pay, closing", () => {
  const outcomes = parse(fixture("board.json"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected"]);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "lever-spokeworks",
      externalId: id,
      url: `https://jobs.lever.co/spokeworks/${id}`,
      title: "Bicycle Mechanic",
      company: "SpokeWorks",
      location: "Ghent; Bruges",
      postedAt: "2026-01-05T09:00:00.000Z",
      validThrough: null,
      employmentType: "full_time",
      workplace: "onsite",
      salary: { min: 2400, max: 2900, currency: "EUR", period: "month" },
      description:
        "<p>Mend bicycles at SpokeWorks.</p>\n<h3>You will</h3><ul><li>True wheels</li><li>Set brakes</li></ul>\n<ul><li>Ride</li></ul>\n<p>Tools are paid for.</p>\n<p>We like rain.</p>",
      descriptionFormat: "html",
      tags: [],
      lang: null,
      warnings: ["company is not stated; its name is read from the board's address."],
    },
  });
});

test("what is missing is named, and pay by an interval that is no plain period is left out", () => {
  expect(parse(fixture("board.json"), null, { company: "Spoke Works" })[1]).toMatchObject({
    posting: {
      url: "https://jobs.lever.co/spokeworks/22222222-3333-4444-8555-666666666602",
      company: "Spoke Works",
      location: null,
      postedAt: null,
      workplace: null,
      employmentType: "contract",
      salary: null,
      description: "Ride.\n\nFast.",
      descriptionFormat: "text",
      warnings: ["location is missing.", "postedAt is missing.", "Pay is stated without a period."],
    },
  });
});

test("the answer for one advert is one advert; its address comes from where it was fetched where it states none", () => {
  const body = JSON.stringify({ id, text: "Bicycle Mechanic", descriptionPlain: "x" });
  expect(parse(body, `https://api.eu.lever.co/v0/postings/spoke-works/${id}`)).toMatchObject([
    { posting: { url: `https://jobs.eu.lever.co/spoke-works/${id}`, company: "Spoke Works" } },
  ]);
});

test("a hosted advert is read from its JSON-LD under the id and address of the API", () => {
  expect(parse(fixture("advert.html"), `https://jobs.lever.co/spokeworks/${id}/apply?lever-origin=x`)).toMatchObject([
    {
      posting: {
        externalId: id,
        url: `https://jobs.lever.co/spokeworks/${id}`,
        company: "Spoke Works",
        location: "Ghent",
      },
    },
  ]);
});

test("a saved list gives what it states of each advert", () => {
  expect(parse(fixture("list.html"))).toMatchObject([
    {
      posting: {
        externalId: id,
        title: "Bicycle Mechanic",
        company: "Spoke Works",
        location: "Ghent",
        employmentType: "full_time",
        workplace: "hybrid",
        warnings: ["postedAt is missing.", "description is missing."],
      },
    },
  ]);
});

test.each([
  ["[]", []],
  ['[{"id":1', ["broken"]],
  ['{"ok":false,"error":"Document not found"}', ["expired"]],
  ['{"data":[]}', ["broken"]],
  ["<html><title>Access denied</title></html>", ["blocked"]],
  ["<html><body><p>Nothing of the kind.</p></body></html>", ["broken"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl pages until an answer is not full, and is complete", async () => {
  const rows = Array.from({ length: 130 }, (_, index) => ({ id: String(index), text: `Courier ${index}` }));
  const path = "/v0/postings/spokeworks";
  const server = await startServer({
    [path]: (request, response, url) => {
      const skip = Number(url.searchParams.get("skip"));
      const page = rows.slice(skip, skip + Number(url.searchParams.get("limit")));
      answer(JSON.stringify(page), { "content-type": "application/json" })(request, response, url);
    },
  });
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const config = sourceConfig.parse(leverConfig("spokeworks", "global", server.origin));
  for await (const item of leverAdapter.crawl(context, config)) items.push(item);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "document", "finished"]);
  expect(items[2]).toMatchObject({ complete: true });
  expect(server.log.map((line) => line.path).filter((line) => line.startsWith(path))).toEqual([
    `${path}?mode=json&limit=100&skip=0`,
    `${path}?mode=json&limit=100&skip=100`,
  ]);
});

test.each([
  ["https://jobs.lever.co/spokeworks", "board", "global"],
  [`https://jobs.eu.lever.co/spokeworks/${id}/apply?lever-source=x`, "advert", "eu"],
  ["https://jobs.lever.co/spokeworks?team=Shop", "board", "global"],
  [`https://api.lever.co/v0/postings/spokeworks/${id}`, "advert", "global"],
  ["https://api.eu.lever.co/v0/postings/spokeworks?mode=json", "board", "eu"],
])("%s is recognised", (url, what, region) => {
  expect(leverDescription.recognise(new URL(url))).toMatchObject({
    what,
    config: { params: { tenant: "spokeworks", region } },
  });
});

test.each(["https://www.lever.co/spokeworks", "https://jobs.lever.co/", "https://api.lever.co/v1/x"])(
  "%s is no board",
  (url) => {
    expect(leverDescription.recognise(new URL(url))).toBeNull();
  },
);
