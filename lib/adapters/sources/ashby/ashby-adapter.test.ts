import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { sourceConfig } from "../source-config";
import { ashbyAdapter, ashbyConfig } from "./ashby-adapter";
import { ashbyDescription } from "./describe-ashby";
import { parseAshby } from "./parse-ashby";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T00:00:00Z");
const parse = (body: string, url: string | null = null, params: Record<string, unknown> = {}) =>
  parseAshby({ sourceId: "ashby-claypots", body, url, now, params });

async function crawl(origin: string): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = { client: aClient(origin).client, now: () => now, findValidators: () => Promise.resolve(null) };
  const config = sourceConfig.parse(ashbyConfig("claypots", origin));
  for await (const item of ashbyAdapter.crawl(context, config)) items.push(item);
  return items;
}

test("a board's answer is read whole: places, pay of the summary, the company as its own adverts spell it", () => {
  const outcomes = parse(fixture("board.json"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected", "rejected"]);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "ashby-claypots",
      externalId: "11111111-2222-4333-8444-555555555501",
      url: "https://jobs.ashbyhq.com/claypots/11111111-2222-4333-8444-555555555501",
      title: "Kiln Operator",
      company: "ClayPots",
      location: "Remote (PT); Porto",
      postedAt: "2026-01-05T08:30:00.000+00:00",
      validThrough: null,
      employmentType: "full_time",
      workplace: "remote",
      salary: { min: 30_000, max: 42_000, currency: "EUR", period: "year" },
      description: "<p>ClayPots fires the best pots. See claypots.example for more.</p>",
      descriptionFormat: "html",
      tags: [],
      lang: null,
      warnings: ["company is not stated; its name is read from the board's address."],
    },
  });
});

test("what is missing is read from where else it stands, or named", () => {
  expect(parse(fixture("board.json"))[1]).toMatchObject({
    posting: {
      url: "https://jobs.ashbyhq.com/claypots/11111111-2222-4333-8444-555555555502",
      location: "Lyon, ARA, France",
      postedAt: null,
      employmentType: "contract",
      workplace: null,
      salary: { min: 28, max: 28, currency: "EUR", period: "hour" },
      description: "Mix glazes.",
      warnings: [
        "postedAt is missing.",
        "company is not stated; its name is read from the board's address.",
        "Pay is stated in several currencies or periods; the first is kept.",
      ],
    },
  });
});

test("a company that the source states needs no guess", () => {
  expect(parse(fixture("board.json"), null, { company: "Clay & Pots" })[0]).toMatchObject({
    posting: { company: "Clay & Pots", warnings: [] },
  });
});

test("a pay interval that is no plain period is left out with a warning, and hidden pay without one", () => {
  const compensation = {
    summaryComponents: [
      { compensationType: "Salary", interval: "1 YEAR", currencyCode: "EUR", minValue: 9, maxValue: 9 },
    ],
  };
  const hidden = { id: "2", title: "Potter", shouldDisplayCompensationOnJobPostings: false, compensation };
  expect(parse(JSON.stringify({ jobs: [hidden] }))).toMatchObject([{ posting: { salary: null } }]);
  const body = JSON.stringify({
    jobs: [
      {
        id: "1",
        title: "Potter",
        compensation: {
          summaryComponents: [
            { compensationType: "Salary", interval: "2 WEEK", currencyCode: "EUR", minValue: 900, maxValue: 950 },
          ],
        },
      },
    ],
  });
  const [outcome] = parse(body, "https://jobs.ashbyhq.com/clay-pots");
  expect(outcome).toMatchObject({
    posting: { salary: null, company: "Clay Pots", url: "https://jobs.ashbyhq.com/clay-pots/1" },
  });
  expect(outcome?.kind === "posting" && outcome.posting.warnings).toContain("Pay is stated without a period.");
});

test("a hosted page is read from its JSON-LD, under the id and address of the API", () => {
  const id = "11111111-2222-4333-8444-555555555501";
  expect(parse(fixture("page.html"), `https://jobs.ashbyhq.com/claypots/${id}/application?utm_source=x`)).toMatchObject(
    [
      {
        posting: {
          externalId: id,
          url: `https://jobs.ashbyhq.com/claypots/${id}`,
          company: "Claypots Ltda",
          location: "Porto, Portugal",
        },
      },
    ],
  );
});

test("a hosted page without JSON-LD is read from the data of its script", () => {
  const page = (data: unknown) =>
    `<html><body><div id="root"></div><script>window.__appData = ${JSON.stringify(data)};</script></body></html>`;
  const organization = { name: "Claypots Ltda", hostedJobsPageSlug: "claypots" };
  const row = { id: "a1", title: 'Potter "}{" II', locationName: "Porto", publishedDate: "2026-01-03" };
  const postings = { organization, jobBoard: { jobPostings: [row] } };
  expect(parse(page(postings))).toMatchObject([
    {
      posting: {
        title: 'Potter "}{" II',
        company: "Claypots Ltda",
        location: "Porto",
        postedAt: "2026-01-03",
        url: "https://jobs.ashbyhq.com/claypots/a1",
        warnings: ["description is missing."],
      },
    },
  ]);
  expect(parse(page({ organization, posting: { ...row, descriptionHtml: "<p>Throw.</p>" } }))).toHaveLength(1);
  expect(parse(page({ organization, posting: null }))).toMatchObject([{ outcome: "expired" }]);
  expect(parse(page({ organization, jobBoard: { jobPostings: [] } }))).toEqual([]);
});

test.each([
  ['{"jobs":[]}', []],
  ['{"jobs":[{"id":"1"', ["broken"]],
  ["Not Found", ["broken"]],
  ['{"errors":["x"]}', ["broken"]],
  ["<html><title>Just a moment...</title></html>", ["blocked"]],
  ["<html><body><script>var a = window.__appData = {broken</script></body></html>", ["broken"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl reads the whole board in one request and is complete; without a list it is not", async () => {
  const path = "/posting-api/job-board/claypots";
  const server = await startServer({ [path]: answer(fixture("board.json"), { "content-type": "application/json" }) });
  const items = await crawl(server.origin);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "finished"]);
  expect(items[1]).toMatchObject({ complete: true });
  expect(server.log.find((line) => line.path.startsWith(path))?.path).toBe(`${path}?includeCompensation=true`);
  const empty = await startServer({ [path]: answer('{"error":"x"}') });
  const failed = await crawl(empty.origin);
  await empty.close();
  expect(failed).toMatchObject([
    { kind: "failure", failure: "broken" },
    { kind: "finished", complete: false },
  ]);
});

test.each([
  ["https://jobs.ashbyhq.com/claypots", "board", "claypots"],
  ["https://jobs.ashbyhq.com/Clay%20Pots/", "board", "Clay Pots"],
  ["https://jobs.ashbyhq.com/claypots?ashby_jid=11111111-2222-4333-8444-555555555501", "advert", "claypots"],
  ["https://jobs.ashbyhq.com/claypots/11111111-2222-4333-8444-555555555501/application", "advert", "claypots"],
  ["https://api.ashbyhq.com/posting-api/job-board/claypots?x=1", "board", "claypots"],
])("%s is recognised", (url, what, tenant) => {
  expect(ashbyDescription.recognise(new URL(url))).toMatchObject({ what, config: { params: { tenant } } });
  expect(sourceConfig.safeParse(ashbyConfig(tenant)).success).toBe(true);
});

test.each(["https://jobs.ashbyhq.com/", "https://www.ashbyhq.com/claypots", "https://jobs.ashbyhq.com/api/x"])(
  "%s is no board",
  (url) => {
    expect(ashbyDescription.recognise(new URL(url))).toBeNull();
  },
);
