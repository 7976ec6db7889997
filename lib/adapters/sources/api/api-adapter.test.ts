import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem, ParseOutcome } from "../source-adapter";
import { type SourceConfig, sourceConfig } from "../source-config";
import { apiAdapter } from "./api-adapter";
import { apiDescription } from "./describe-api";
import { parseApi } from "./parse-api";

let server: HostileServer;
let handlers: Record<string, Handler>;
beforeEach(async () => {
  handlers = {};
  server = await startServer(handlers);
});
afterEach(() => server.close());

const json = (value: unknown): Handler => answer(JSON.stringify(value), { "content-type": "application/json" });
const now = new Date("2026-01-10T00:00:00Z");

async function crawl(config: SourceConfig): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  for await (const item of apiAdapter.crawl(context, config)) items.push(item);
  return items;
}

function readAll(items: CrawlItem[], { id, params }: SourceConfig): ParseOutcome[] {
  return items.flatMap((item) =>
    item.kind === "document"
      ? apiAdapter.parse({
          sourceId: id,
          body: Buffer.from(item.bytes).toString("utf8"),
          url: null,
          fetchedUrl: item.finalUrl,
          now,
          params,
        })
      : [],
  );
}

function aConfig(params: Record<string, unknown>, path = "/jobs"): SourceConfig {
  apiDescription.params.parse(params);
  return sourceConfig.parse({
    id: "board",
    name: "Board",
    adapter: "api",
    startUrls: [server.origin + path],
    politeness: { minIntervalMs: 0 },
    params,
  });
}
const titles = (outcomes: ParseOutcome[]) =>
  outcomes.map((outcome) => (outcome.kind === "posting" ? outcome.posting.title : outcome.kind));

/** The API that the example of docs/sources/api.md is written for. */
function serveHarbour() {
  const opening = (ref: string, changes: Record<string, unknown> = {}) => ({
    ref,
    name: `Rigger ${ref}`,
    site: { city: "Veracruz", country: "Mexico" },
    published: 1_767_600_000,
    contract: { code: "cas" },
    mode: "yard",
    language: "es-MX",
    state: "open",
    sections: [{ html: "<p>Amarrar carga.</p>" }, { html: "<ul><li>Subir a la grúa</li></ul>" }],
    skills: [{ label: "Rigging" }, { label: "Safety" }],
    pay: { from: 180_000, to: "240,000", currency: "MXN", per: "pa" },
    ...changes,
  });
  const openings = [opening("r-1"), opening("r 2", { state: "withdrawn", pay: null }), opening("r-3", { site: null })];
  handlers["/v1/openings"] = (_request, response, url) => {
    const page = Number(url.searchParams.get("page") ?? "1");
    const brief = openings.slice((page - 1) * 2, page * 2).map(({ ref, name }) => ({ ref, name }));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ data: { openings: brief }, meta: { total: openings.length } }));
  };
  for (const one of openings) handlers[`/v1/openings/${encodeURIComponent(one.ref)}`] = json({ opening: one });
}

test("the example of the documentation works as it stands: a new source by configuration alone", async () => {
  serveHarbour();
  const page = readFileSync(new URL("../../../../docs/sources/api.md", import.meta.url), "utf8");
  const written = /```json\n([^]*?)\n```/.exec(page)?.[1] ?? "";
  const example: unknown = JSON.parse(
    written.replaceAll("https://api.harbour.example", server.origin).replace("api.harbour.example", "127.0.0.1"),
  );
  const config = sourceConfig.parse(example);
  expect(apiDescription.params.safeParse(config.params).error).toBeUndefined();
  const items = await crawl({ ...config, politeness: { ...config.politeness, minIntervalMs: 0 } });
  expect(items.map((item) => item.kind)).toEqual(["document", "document", "document", "finished"]);
  expect(items.at(-1)).toMatchObject({ complete: true, seen: 3 });
  expect(server.log.map((line) => line.path).filter((path) => path !== "/robots.txt")).toEqual([
    "/v1/openings?status=open",
    "/v1/openings?status=open&page=2",
    "/v1/openings/r-1",
    "/v1/openings/r%202",
    "/v1/openings/r-3",
  ]);
  const outcomes = readAll(items, config);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "harbour-api",
      externalId: "r-1",
      url: "https://harbour.example/jobs/r-1",
      title: "Rigger r-1",
      company: "Harbour & Sons",
      location: "Veracruz, Mexico",
      postedAt: "2026-01-05T08:00:00.000Z",
      validThrough: null,
      employmentType: "temporary",
      workplace: "onsite",
      salary: { min: 180_000, max: 240_000, currency: "MXN", period: "year" },
      description: "<p>Amarrar carga.</p>\n\n<ul><li>Subir a la grúa</li></ul>",
      descriptionFormat: "html",
      tags: ["Rigging", "Safety"],
      lang: "es",
      warnings: [],
    },
  });
  expect(outcomes[1]).toMatchObject({ posting: { externalId: "r 2", closed: true, salary: null } });
  expect(outcomes[2]).toMatchObject({
    posting: { location: null, warnings: [expect.stringContaining("location cannot be read"), "location is missing."] },
  });
});

const LIST = { items: "jobs", fields: { title: "title" } };

test.each([
  ["offset", { by: "offset", param: "from", size: 2 }, ["/jobs", "/jobs?from=2"]],
  ["page without a size", { by: "page", param: "p", start: 0 }, ["/jobs", "/jobs?p=1", "/jobs?p=2"]],
  ["cursor", { by: "cursor", param: "after", next: "cursor" }, ["/jobs", "/jobs?after=c2"]],
  ["address", { by: "url", next: "links.next" }, ["/jobs", "/jobs?x=2"]],
])("a list goes on by %s and ends", async (_name, paging, expected) => {
  handlers["/jobs"] = (_request, response, url) => {
    const second = url.search !== "" && url.searchParams.get("p") !== "2";
    const jobs = url.searchParams.get("p") === "2" ? [] : second ? [{ title: "C" }] : [{ title: "A" }, { title: "B" }];
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ jobs, ...(url.search === "" ? { cursor: "c2", links: { next: "?x=2" } } : {}) }));
  };
  const config = aConfig({ ...LIST, paging });
  const items = await crawl(config);
  expect(server.log.map((line) => line.path).slice(1)).toEqual(expected);
  expect(titles(readAll(items, config))).toEqual(["A", "B", "C"]);
  expect(items.at(-1)).toMatchObject({ kind: "finished", complete: false, readWhole: true });
});

test("a list that points at itself for ever is left, and what cannot be read is a failure with its reason", async () => {
  let asked = 0;
  handlers["/jobs"] = (_request, response) => {
    asked += 1;
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ jobs: [{ title: "A" }], cursor: asked }));
  };
  const looped = await crawl(aConfig({ ...LIST, paging: { by: "cursor", param: "c", next: "cursor" }, maxPages: 5 }));
  expect(looped.at(-1)).toMatchObject({
    complete: false,
    reasons: expect.arrayContaining(["the cap on pages was reached"]),
  });
  handlers["/other"] = json({ nothing: 1 });
  expect((await crawl(aConfig(LIST, "/other")))[0]).toMatchObject({
    failure: "broken",
    reason: "the answer holds no list of adverts",
  });
  handlers["/none"] = json({ jobs: [] });
  expect((await crawl(aConfig({ ...LIST, listsEverything: true }, "/none"))).at(-1)).toMatchObject({ complete: true });
});

const parse = (body: string, params: Record<string, unknown> = LIST) =>
  parseApi({ sourceId: "board", body, url: "https://x.example/jobs", now, params });

test.each([
  ['{"jobs":[]}', []],
  ['{"jobs":[{"title":"Cook"}]}', ["posting"]],
  ['{"jobs":[{"name":"Cook"},7,null]}', ["rejected", "rejected", "rejected"]],
  ['{"jobs":{"a":1}}', ["broken"]],
  ['{"jobs":[', ["broken"]],
  ["<html><title>Access denied</title></html>", ["blocked"]],
])("%s", (body, expected) => {
  expect(parse(body).map((outcome) => (outcome.kind === "page" ? outcome.outcome : outcome.kind))).toEqual(expected);
});

test("without a mapping nothing is read, and it says so", () => {
  expect(parse("{}", {})).toEqual([
    { kind: "page", outcome: "broken", reason: "the source has no mapping that can be used" },
  ]);
});

test("a detail answer that repeats no id takes it from its address", () => {
  const params = { ...LIST, detail: { url: "https://x.example/jobs/{id}", fields: { description: "text" } } };
  const [outcome] = parseApi({
    sourceId: "board",
    body: '{"title":"Cook","text":"Soup.\\nBread."}',
    url: null,
    fetchedUrl: "https://x.example/jobs/a%2042",
    now,
    params,
  });
  expect(outcome).toMatchObject({
    posting: { externalId: "a 42", description: "Soup.\nBread.", descriptionFormat: "text" },
  });
});

test.each([
  [{ items: "jobs[", fields: { title: "t" } }, "items"],
  [{ items: "jobs", fields: {} }, "fields"],
  [{ items: "jobs", fields: { title: "t", colour: "c" } }, "fields"],
  [{ items: "jobs", fields: { title: "foo(" } }, "fields"],
  [{ ...LIST, urlTemplate: "https://{host}/x" }, "urlTemplate"],
  [{ ...LIST, urlTemplate: "ftp://x.example/{id}" }, "urlTemplate"],
  [{ ...LIST, detail: { url: "https://x.example/{id" } }, "detail"],
  [{ ...LIST, paging: { by: "magic" } }, "paging"],
  [{ ...LIST, valueMaps: { employmentType: { FT: "fulltime" } } }, "valueMaps"],
  [{ items: `${"[@,@]|[]|".repeat(20)}@`, fields: { title: "t" } }, "items"],
  [{ items: "a".repeat(600), fields: { title: "t" } }, "items"],
])("%j is refused, and the mistake's place is named", (params, place) => {
  const checked = apiDescription.params.safeParse(params);
  expect(checked.error?.issues[0]?.path[0]).toBe(place);
});
