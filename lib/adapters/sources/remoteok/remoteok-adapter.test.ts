import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { parseRemoteOk } from "./parse-remoteok";
import { REMOTEOK_ATTRIBUTION, remoteOkAdapter, remoteOkConfig } from "./remoteok-adapter";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const parse = (body: string) =>
  parseRemoteOk({ sourceId: "remoteok", body, url: null, now: new Date("2026-01-10T00:00:00Z") });

async function crawl(origin: string, client = aClient(origin).client): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = { client, now: () => new Date(0), findValidators: () => Promise.resolve(null) };
  for await (const item of remoteOkAdapter.crawl(context, remoteOkConfig(origin))) items.push(item);
  return items;
}

test("the API's rows are read; the legal notice is no advert; a row without a position is a rejection", () => {
  const outcomes = parse(fixture("api.json"));
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(["posting", "posting", "rejected", "rejected"]);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "remoteok",
      externalId: "900001",
      url: "https://remoteok.com/remote-jobs/remote-support-lead-cloudkettle-900001",
      title: "Support Lead",
      company: "Cloudkettle & Co",
      location: "Lima",
      postedAt: "2025-12-31T00:00:00+00:00",
      validThrough: null,
      employmentType: null,
      workplace: "remote",
      salary: { min: 42_000, max: 55_000, currency: "USD", period: "year" },
      description: "Answer customers.<br>Lead a team of four.",
      descriptionFormat: "html",
      tags: ["support", "saas"],
      lang: null,
      warnings: [],
    },
  });
  expect(outcomes[1]).toMatchObject({
    posting: {
      externalId: "900002",
      url: "https://remoteok.com/remote-jobs/remote-bookkeeper-900002",
      postedAt: "2025-12-30T00:00:00.000Z",
      salary: null,
      warnings: ["company is missing.", "location is missing."],
    },
  });
});

test("a saved listing page is read by the same id, and an estimated pay is left out", () => {
  const outcomes = parse(fixture("listing.html"));
  expect(outcomes[0]).toMatchObject({
    posting: {
      externalId: "900010",
      url: "https://remoteok.com/remote-jobs/900010-remote-translator-plumaje",
      workplace: "remote",
      employmentType: "part_time",
      location: "Remote, NZ",
      salary: null,
      tags: ["Translation", "Spanish"],
      description: "<br>Translate manuals from English.<br><br>Work in pairs.<br><br>",
      descriptionFormat: "html",
      warnings: ["Pay is the board's own estimate and is left out."],
    },
  });
  expect(outcomes[1]).toMatchObject({ kind: "rejected" });
});

test("a row that unfolds to nothing has the beginning of its text, without the call to apply", () => {
  const folded = fixture("listing.html")
    .replace(/<tr class="expand[\s\S]*?<\/tr>/u, "")
    .replace("from English.", "from English.\\n Apply now and work remotely at Plumaje");
  expect(parse(folded)[0]).toMatchObject({ posting: { description: "Translate manuals\n from English." } });
});

test.each([
  ["[]", []],
  ['[{"legal":"x"}]', []],
  ['[{"id":"1","position"', ["broken"]],
  ['{"error":"x"}', ["broken"]],
  ["<html><title>Access denied</title></html>", ["blocked"]],
  ["<html><body><p>Something else entirely on this page.</p></body></html>", ["broken"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a crawl of a server of the same structure gives the raw answer and closes nothing", async () => {
  const server = await startServer({ "/api": answer(fixture("api.json"), { "content-type": "application/json" }) });
  const items = await crawl(server.origin);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "finished"]);
  expect(items[1]).toMatchObject({ complete: false });
  expect(server.log.find((line) => line.path === "/api")?.headers.accept).toBe("application/json");
});

test("offline is a failure that begins with unavailable", async () => {
  const resolve = () => Promise.reject(Object.assign(new Error("x"), { code: "EAI_AGAIN" }));
  const [item] = await crawl("https://remoteok.example", aClient("http://none.invalid", { resolve }).client);
  expect(item).toMatchObject({ kind: "failure", failure: "unavailable" });
  expect(item?.kind === "failure" && item.reason).toMatch(/^unavailable: /);
});

test("the attribution that the terms ask for travels with the configuration", () => {
  expect(remoteOkConfig().attribution).toEqual(REMOTEOK_ATTRIBUTION);
  expect(remoteOkConfig().startUrls).toEqual(["https://remoteok.com/api"]);
});

test("a row whose data are lost is read from what it shows; addresses lose what tracks the visitor", () => {
  const row = `<tr class="job" data-id="900020" data-url="/remote-jobs/900020-remote-weaver-telar?utm_source=x" data-company="Telar" data-epoch="1767600000">
    <td><h3 itemprop="name">Telar</h3><h2 itemprop="title">Weaver</h2></td><td><div class="location">🇨🇱 Chile</div></td></tr>
    <tr class="expand" data-id="900020"><td><div class="markdown">Weave by day.</div></td></tr>`;
  expect(parse(`<html><body><table>${row}</table></body></html>`)).toMatchObject([
    {
      posting: {
        externalId: "900020",
        url: "https://remoteok.com/remote-jobs/900020-remote-weaver-telar",
        title: "Weaver",
        company: "Telar",
        location: "Chile",
        postedAt: "2026-01-05T08:00:00.000Z",
        description: "Weave by day.",
        warnings: ["The row's data cannot be read; what it shows stands for them."],
      },
    },
  ]);
});

test("pay that the board says to be its estimate is left out, whatever its cell is called", () => {
  const renamed = fixture("listing.html").replaceAll('class="location"', 'class="zz"');
  expect(parse(renamed)[0]).toMatchObject({
    posting: { externalId: "900010", salary: null, warnings: ["Pay is the board's own estimate and is left out."] },
  });
});
