import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { getOnBrdDescription } from "./describe-getonbrd";
import { getOnBrdAdapter, getOnBrdConfig } from "./getonbrd-adapter";
import { parseGetOnBrd } from "./parse-getonbrd";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string) => parseGetOnBrd({ sourceId: "gb", body, url: null, now });

test("an answer of the API states whole adverts, with pay by month in dollars", () => {
  const outcomes = parse(fixture("answer.json"));
  expect(outcomes).toMatchObject([
    {
      posting: {
        source: "gb",
        externalId: "tejedor-full-stack-hilos-lima",
        url: "https://www.getonbrd.com/jobs/programming/tejedor-full-stack-hilos-lima",
        title: "Tejedor/a Full Stack",
        company: "Hilos & Cía",
        location: "Lima, Peru",
        postedAt: "2026-01-06T11:46:40.000Z",
        employmentType: "full_time",
        workplace: "hybrid",
        salary: { min: 1500, max: 2000, currency: "USD", period: "month" },
        description:
          "<p>Teje servicios.</p>\n<h3>Funciones</h3>\n<ul><li>Telar</li></ul>\n<h3>Beneficios</h3>\n<p>Lana</p>",
        tags: ["Telar"],
        lang: "es",
        warnings: [],
      },
    },
    {
      posting: {
        url: "https://www.getonbrd.com/jobs/remendon-remote",
        workplace: "remote",
        salary: null,
        warnings: ["company is missing.", "location is missing.", "postedAt is missing.", "description is missing."],
      },
    },
    { kind: "rejected" },
  ]);
});

test("a list states place, share of remote work, pay and the day; its year is the last that fits", () => {
  expect(parse(fixture("list.html"))).toMatchObject([
    {
      posting: {
        externalId: "tejedora-hilos-santiago",
        url: "https://www.getonbrd.com/jobs/tejido/tejedora-hilos-santiago",
        title: "Tejedora",
        company: "Hilos",
        location: "Santiago",
        workplace: "hybrid",
        postedAt: "2025-12-29",
        employmentType: "part_time",
        salary: { min: 1800, max: 2300, currency: "USD", period: "month" },
        description: "Tejer con hilos finos.",
      },
    },
    {
      posting: {
        url: "https://www.getonbrd.com/empleos/tejido/zurcidor-remote",
        location: "Remoto (Chile)",
        workplace: "remote",
        postedAt: "2026-01-05",
        employmentType: "contract",
      },
    },
    { posting: { location: "Lima; Quito", workplace: "onsite", postedAt: null } },
  ]);
});

test("an advert's page gives its text without the lines that the board puts into it", () => {
  const [outcome] = parse(fixture("advert.html"));
  expect(outcome).toMatchObject({
    posting: {
      externalId: "tejedora-hilos-santiago",
      title: "Tejedora",
      company: "Hilos",
      location: "Santiago",
      workplace: "onsite",
      postedAt: "2026-01-04T20:00:00+00:00",
      employmentType: "full_time",
      salary: { min: 1500, max: 2000, currency: "USD", period: "month" },
      description:
        "<div><p>Teje en telar.</p><p>This job is for patient people.</p></div><h3>Funciones</h3><ul><li>Hilar</li></ul>",
      tags: ["Telar"],
      warnings: [],
    },
  });
});

test.each([
  ['{"data":[]}', []],
  ['{"data":[{"id"', ["broken"]],
  ['{"error":"x"}', ["broken"]],
  ["<html><head><title>Just a moment...</title></head><body></body></html>", ["blocked"]],
  ["<html><body><h1>This job is closed</h1></body></html>", ["expired"]],
  [
    "<html><body><p>Something else entirely, with enough words to be a page of its own and not a shell.</p></body></html>",
    ["broken"],
  ],
  ["<html><body><main>No encontramos empleos</main></body></html>", []],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

async function crawl(origin: string, params: Record<string, unknown>): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = { client: aClient(origin).client, now: () => now, findValidators: () => Promise.resolve(null) };
  const config = getOnBrdConfig(origin, { params, politeness: { minIntervalMs: 0 } });
  for await (const item of getOnBrdAdapter.crawl(context, config)) items.push(item);
  return items;
}

test("a page without Microdata gives title and employer as it shows them", () => {
  const page = fixture("advert.html")
    .replace(/ item(?:prop|scope|type)(?:="[^"]*")?/g, "")
    .replace(
      "<strong>Hilos</strong>",
      '<h3><a href="https://www.getonbrd.com/companies/hilos"><strong>Hilos</strong></a></h3>',
    );
  expect(parse(page)).toMatchObject([
    { posting: { title: "Tejedora", company: "Hilos", location: "Santiago", postedAt: "2026-01-04" } },
  ]);
  const whole = page.replace('<span class="fake-hidden">in Hilos</span>', "en Hilos");
  expect(parse(whole)).toMatchObject([{ posting: { title: "Tejedora" } }]);
});

test("a crawl reads every page of a category; a cap or a failed page makes it partial", async () => {
  const first = fixture("answer.json");
  const last = first.replace('"page":1', '"page":2').replaceAll("tejedor-full", "sastre-full");
  const server = await startServer({
    "/api/v0/categories/programming/jobs": (request, response, url) =>
      answer(url.searchParams.get("page") === "2" ? last : first, { "content-type": "application/json" })(
        request,
        response,
        url,
      ),
  });
  const items = await crawl(server.origin, { categories: ["programming"] });
  const capped = await crawl(server.origin, { categories: ["programming"], maxPages: 1 });
  const failed = await crawl(server.origin, { categories: ["nothing-here"] });
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "document", "finished"]);
  expect(items.at(-1)).toMatchObject({ complete: true });
  expect(capped.at(-1)).toMatchObject({ complete: false });
  expect(failed.at(-1)).toMatchObject({ complete: false });
});

test("addresses of the board are recognised, advert or category", () => {
  const recognise = (address: string) => getOnBrdDescription.recognise(new URL(address));
  expect(recognise("https://www.getonbrd.com/jobs/programming/tejedora-hilos-santiago")).toMatchObject({
    what: "advert",
  });
  expect(recognise("https://www.getonbrd.cl/jobs/programming")).toMatchObject({
    what: "board",
    config: { params: { categories: ["programming"] } },
  });
  expect(recognise("https://www.getonbrd.com/")).toMatchObject({ what: "board", config: { enabled: false } });
  expect(recognise("https://getonbrd.com.example.org/")).toBeNull();
});
