import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, type Handler, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { sourceConfig } from "../source-config";
import { workdayDescription } from "./describe-workday";
import { parseWorkday } from "./parse-workday";
import { workdayAdapter, workdayConfig } from "./workday-adapter";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T00:00:00Z");
const API = "https://apiary.wd3.myworkdayjobs.com/wday/cxs/apiary/Hives";
const PAGE = "https://apiary.wd3.myworkdayjobs.com/Hives/job/Hive-Town/Beekeeper_R-100-1";
const SITE = { tenant: "apiary", host: "apiary.wd3.myworkdayjobs.com", site: "Hives" };
const parse = (body: string, url: string | null = null, fetchedUrl: string | null = null) =>
  parseWorkday({ sourceId: "workday-apiary-hives", body, url, fetchedUrl, now });

test("an advert's answer is read whole, under its requisition", () => {
  const expected = {
    source: "workday-apiary-hives",
    externalId: "R-100",
    url: PAGE,
    title: "Beekeeper",
    company: "Apiary & Sons",
    location: "Hive Town; Mead; Wax Hill",
    postedAt: "2026-01-07",
    validThrough: "2026-02-07",
    employmentType: "part_time",
    workplace: "hybrid",
    salary: null,
    description: "<p>Keep bees.</p>",
    descriptionFormat: "html",
    tags: [],
    lang: null,
    warnings: [],
  };
  expect(parse(fixture("advert.json"))).toEqual([{ kind: "posting", posting: expected }]);
  expect(parse(fixture("advert.json"), null, `${API}/job/Hive-Town/Beekeeper_R-100-1`)).toEqual([
    { kind: "posting", posting: expected },
  ]);
});

test("an advert with less is read from where else it stands, and one taken down counts as closed", () => {
  const info = {
    title: "Beekeeper",
    country: { descriptor: "Freedonia" },
    postedOn: "Posted Yesterday",
    posted: false,
    jobPostingId: "Beekeeper_R-9",
  };
  expect(parse(JSON.stringify({ jobPostingInfo: info }), `${API}/job/x/Beekeeper_R-9`)).toMatchObject([
    {
      posting: {
        externalId: "R-9",
        url: "https://apiary.wd3.myworkdayjobs.com/Hives/job/x/Beekeeper_R-9",
        company: "Apiary",
        location: "Freedonia",
        postedAt: "2026-01-09",
        closed: true,
      },
    },
  ]);
});

test("a saved search gives what it states of each advert; a count of places is no place", () => {
  const outcomes = parse(fixture("search.json"), `${API}/jobs`);
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected"]);
  expect(outcomes[0]).toMatchObject({
    posting: {
      externalId: "R-100",
      url: PAGE,
      company: "Apiary",
      location: "Hive Town",
      postedAt: "2026-01-07",
      workplace: "hybrid",
      warnings: [
        "description is missing.",
        "company is not stated; its name is read from the board's address.",
        'postedAt is worked out from "Posted 3 Days Ago".',
      ],
    },
  });
  expect(outcomes[1]).toMatchObject({ posting: { externalId: "R-101", location: null, postedAt: null } });
  expect(parse(fixture("search.json"))[0]).toMatchObject({
    posting: { externalId: "R-100", url: null, company: null },
  });
});

test.each([
  ["/job/Mead/Bee_RQ1-2", ["RQ1"], "RQ1"],
  ["/job/Mead/Bee_R-100", ["Mead 2", "R-100"], "R-100"],
  ["/job/Mead/Bee_R-100", [], "R-100"],
  ["/job/Mead/R0022", ["Mead", "R0022"], "R0022"],
  ["/job/Mead/Bee_JR12", ["2", "12"], "JR12"],
])("the requisition of %s beside %j is %s", (externalPath, bulletFields, id) => {
  const body = JSON.stringify({ total: 1, jobPostings: [{ title: "Bee", externalPath, bulletFields }] });
  expect(parse(body)).toMatchObject([{ posting: { externalId: id } }]);
});

test("an advert's page is read from its JSON-LD under the address of the API", () => {
  expect(parse(fixture("advert.html"))).toMatchObject([
    { posting: { externalId: "R-100", url: PAGE, company: "Apiary & Sons", location: "Hive Town, Freedonia" } },
  ]);
  const unnamed = fixture("advert.html").replace(/"identifier":\{[^}]*\},/, "");
  expect(parse(unnamed)).toMatchObject([{ posting: { externalId: "R-100-1" } }]);
});

test.each([
  ['{"total":0,"jobPostings":[]}', []],
  ['{"total":0,"jobPost', ["broken"]],
  ['{"errorCode":"S21","httpStatus":404}', ["expired"]],
  ['{"errorCode":"HTTP_422","httpStatus":422}', ["broken"]],
  ['{"x":1}', ["broken"]],
  ["<html><title>Access denied</title></html>", ["blocked"]],
  ["<html><body><div id=root></div><script>1</script></body></html>", ["broken"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

type Search = { limit: number; offset: number; searchText: string };

/** A site whose search answers to a POST only and counts the whole on its first page only. */
async function crawlSite(size: number, total: number, changes: Record<string, unknown> = {}) {
  const searches: Search[] = [];
  const search: Handler = (request, response, url) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      if (request.method !== "POST") {
        answer("", {}, 405)(request, response, url);
        return;
      }
      const asked: Search = JSON.parse(body);
      searches.push(asked);
      const rows = Array.from({ length: size }, (_, index) => ({
        title: `Bee ${index}`,
        externalPath: `/job/Mead/Bee_R-${index}`,
      }));
      const page = {
        total: asked.offset === 0 ? total : 0,
        jobPostings: rows.slice(asked.offset, asked.offset + asked.limit),
      };
      answer(JSON.stringify(page), { "content-type": "application/json" })(request, response, url);
    });
  };
  const api = "/wday/cxs/apiary/Hives";
  const details = Object.fromEntries(
    Array.from({ length: size }, (_, index) => [`${api}/job/Mead/Bee_R-${index}`, answer(fixture("advert.json"))]),
  );
  const server = await startServer({ [`${api}/jobs`]: search, ...details });
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const config = workdayConfig(SITE, server.origin);
  for await (const item of workdayAdapter.crawl(
    context,
    sourceConfig.parse({ ...config, params: { ...config.params, ...changes } }),
  ))
    items.push(item);
  await server.close();
  return { items, searches, origin: server.origin };
}

test("a crawl pages through the search, then asks for each advert, and is complete", async () => {
  const { items, searches, origin } = await crawlSite(23, 23, { searchText: "bee" });
  expect(searches).toMatchObject([
    { offset: 0, limit: 20, searchText: "bee" },
    { offset: 20, limit: 20 },
  ]);
  expect(items.filter((item) => item.kind === "document")).toHaveLength(23);
  expect(items[0]).toMatchObject({ listingUrl: `${origin}/Hives/job/Mead/Bee_R-0` });
  expect(items.at(-1)).toMatchObject({ kind: "finished", complete: true, seen: 23 });
});

test("a search that names fewer adverts than it counts is not complete", async () => {
  const { items } = await crawlSite(3, 5);
  expect(items.at(-1)).toMatchObject({ complete: false, reasons: ["the search named 3 of 5 adverts"] });
  const { items: many } = await crawlSite(1, 2000);
  expect(many.at(-1)).toMatchObject({ complete: false });
});

test.each([
  ["https://apiary.wd3.myworkdayjobs.com/Hives", "board"],
  ["https://apiary.wd3.myworkdayjobs.com/en-US/Hives/?q=bee", "board"],
  ["https://apiary.wd3.myworkdayjobs.com/en-US/Hives/job/Hive-Town/Beekeeper_R-100-1/apply?source=x", "advert"],
  ["https://apiary.wd3.myworkdayjobs.com/es/Hives/details/Beekeeper_R-100-1?q=x", "advert"],
  [`${API}/jobs`, "board"],
])("%s is recognised", (url, what) => {
  expect(workdayDescription.recognise(new URL(url))).toMatchObject({
    what,
    config: { params: SITE, startUrls: [`${API}/jobs`] },
  });
});

test("sites on the host that tenants share are recognised with their tenant", () => {
  const url = new URL("https://wd5.myworkdaysite.com/en-US/recruiting/apiary/Hives/job/Mead/Bee_R-1");
  expect(workdayDescription.recognise(url)).toMatchObject({
    what: "advert",
    config: { startUrls: ["https://wd5.myworkdaysite.com/wday/cxs/apiary/Hives/jobs"] },
  });
  expect(parse(fixture("advert.html").replace(/<link[^>]*>/, ""), url.href)).toMatchObject([
    { posting: { url: "https://wd5.myworkdaysite.com/recruiting/apiary/Hives/job/Mead/Bee_R-1" } },
  ]);
});

test.each([
  "https://www.workday.com/x",
  "https://apiary.wd3.myworkdayjobs.com/",
  "https://evil.example/wday/cxs/a/b/jobs",
])("%s is no board", (url) => {
  expect(workdayDescription.recognise(new URL(url))).toBeNull();
});
