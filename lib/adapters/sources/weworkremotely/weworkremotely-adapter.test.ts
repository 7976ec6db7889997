import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, type Handler, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { weWorkRemotelyDescription } from "./describe-weworkremotely";
import { parseWeWorkRemotely } from "./parse-weworkremotely";
import { weWorkRemotelyAdapter, weWorkRemotelyConfig } from "./weworkremotely-adapter";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string, url: string | null = null) =>
  parseWeWorkRemotely({ sourceId: "weworkremotely", body, url, now });

test("a feed's items are read whole, without what the feed's template puts around the text", () => {
  const outcomes = parse(fixture("feed.rss"));
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "weworkremotely",
      externalId: "kite-cord-kite-designer",
      url: "https://weworkremotely.com/remote-jobs/kite-cord-kite-designer",
      title: "Kite Designer: Stunts",
      company: "Kite & Cord",
      location: "Europe Only",
      postedAt: "2026-01-07T21:35:29.000Z",
      validThrough: "2026-02-06",
      employmentType: "full_time",
      workplace: "remote",
      salary: null,
      description: "<div>Draw kites that loop.</div><ul><li>Wind</li></ul>",
      descriptionFormat: "html",
      tags: ["Design", "Sewing", "Knots"],
      lang: null,
      warnings: [],
    },
  });
  expect(outcomes[1]).toMatchObject({
    posting: {
      externalId: "wwr-2",
      title: "Bird Watcher",
      location: "Aysén, Chile",
      warnings: ["company is missing.", "url is missing.", "postedAt is missing."],
    },
  });
  expect(outcomes[2]).toMatchObject({ kind: "rejected" });
});

test("a feed that breaks off still gives the items before the break", () => {
  const body = fixture("feed.rss");
  const cut = body.slice(0, body.indexOf("<title>Bird Watcher"));
  expect(parse(cut)[0]).toMatchObject({ posting: { title: "Kite Designer: Stunts" } });
});

test("an advert's page is read by its JobPosting data; the region is a tag", () => {
  expect(parse(fixture("job.html"))).toEqual([
    {
      kind: "posting",
      posting: {
        source: "weworkremotely",
        externalId: "kite-cord-kite-repairer",
        url: "https://weworkremotely.com/remote-jobs/kite-cord-kite-repairer",
        title: "Kite Repairer",
        company: "Kite & Cord",
        location: "Oslo, Norway",
        postedAt: "2026-01-05T20:28:32Z",
        validThrough: "2026-02-04T20:28:32Z",
        employmentType: "contract",
        workplace: "remote",
        salary: null,
        description: "<div>Mend kites.</div><ul><li>Glue</li></ul>",
        descriptionFormat: "html",
        tags: ["Design", "Europe Only"],
        lang: null,
        warnings: [],
      },
    },
  ]);
});

test("without JobPosting data the page's own words stand for it", () => {
  const body = fixture("job.html").replace(/<script[^]*<\/script>/, "");
  expect(parse(body)[0]).toMatchObject({
    posting: {
      externalId: "kite-cord-kite-repairer",
      title: "Kite Repairer",
      company: "Kite & Cord",
      location: "Oslo, Norway",
      postedAt: "2026-01-05T20:28:32Z",
      employmentType: "contract",
    },
  });
});

test("damaged data are mended, an employer's name is no place, and the data's own id makes the address", () => {
  const page = fixture("job.html")
    .replaceAll("Oslo, Norway", "Kite & Cord")
    .replace("&lt;div&gt;Mend kites.&lt;/div&gt;", "\nMend kites \u00af\\_(ツ)_/\u00af\n");
  expect(parse(page)).toMatchObject([
    {
      posting: {
        company: "Kite & Cord",
        location: "Europe Only",
        postedAt: "2026-01-05T20:28:32Z",
        warnings: ["The stated location is the employer's name and is left out."],
      },
    },
  ]);
  const bare = fixture("job.html").replace(/<link[^>]*>|<meta[^>]*>/g, "");
  expect(parse(bare)).toMatchObject([
    { posting: { url: "https://weworkremotely.com/remote-jobs/kite-cord-kite-repairer" } },
  ]);
});

test("rows of older and newer lists are read, and say that their text is missing", () => {
  expect(parse(fixture("list.html"))).toMatchObject([
    {
      posting: {
        externalId: "kite-cord-kite-designer",
        company: "Kite & Cord",
        title: "Kite Designer",
        location: "Europe Only",
        employmentType: "full_time",
        postedAt: "2026-01-07T21:35:29Z",
        warnings: ["description is missing."],
      },
    },
    {
      posting: {
        externalId: "nube-cloud-counter",
        url: "https://weworkremotely.com/listings/nube-cloud-counter",
        company: "Nube",
        title: "Cloud Counter",
        location: "Anywhere in the World",
        employmentType: "contract",
        postedAt: "2026-01-07",
      },
    },
  ]);
});

test.each([
  ["an empty feed", '<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', []],
  ["a list without adverts", '<html><body><section class="jobs"><p>No jobs yet.</p></section></body></html>', []],
  ["an advert that is gone", "<html><title>This job is no longer available</title></html>", ["expired"]],
  ["a bot check", "<html><title>Just a moment...</title></html>", ["blocked"]],
  ["another page", "<html><body><p>Something else entirely on this page.</p></body></html>", ["broken"]],
  ["hostile nesting", "<p><b>".repeat(3000), ["broken"]],
])("%s", (_name, body, expected) => {
  expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("a pasted category becomes its feed, an advert is recognised", () => {
  const recognise = (href: string) => weWorkRemotelyDescription.recognise(new URL(href));
  expect(recognise("https://weworkremotely.com/categories/remote-design-jobs#job-listings")).toMatchObject({
    what: "board",
    config: { startUrls: ["https://weworkremotely.com/categories/remote-design-jobs.rss"] },
  });
  expect(recognise("https://weworkremotely.com/remote-jobs/a-b")?.what).toBe("advert");
  expect(recognise("https://weworkremotely.com/")?.what).toBe("board");
  expect(recognise("https://example.org/remote-jobs/a-b")).toBeNull();
});

async function crawl(handlers: Record<string, Handler>, startPath: string): Promise<CrawlItem[]> {
  const server = await startServer(handlers);
  const config = weWorkRemotelyConfig(server.origin, {
    startUrls: [server.origin + startPath],
    politeness: { minIntervalMs: 0 },
  });
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const items: CrawlItem[] = [];
  for await (const item of weWorkRemotelyAdapter.crawl(context, config)) items.push(item);
  await server.close();
  return items;
}
const rss = (body: string) => answer(body, { "content-type": "application/rss+xml" });

test("a crawl of a feed gives the feed and closes nothing; one that breaks off is named", async () => {
  const whole = await crawl({ "/remote-jobs.rss": rss(fixture("feed.rss")) }, "/remote-jobs.rss");
  expect(whole).toMatchObject([
    { kind: "document" },
    { kind: "finished", complete: false, reasons: ["the feeds and lists show recent adverts only"] },
  ]);
  const cut = await crawl({ "/cut.rss": rss(fixture("feed.rss").slice(0, -40)) }, "/cut.rss");
  expect(cut.at(-1)).toMatchObject({ reasons: [expect.stringContaining("breaks off"), expect.anything()] });
});

test("a crawl of a list page fetches its adverts", async () => {
  const items = await crawl(
    { "/list": answer(fixture("list.html")), "/remote-jobs/kite-cord-kite-designer": answer(fixture("job.html")) },
    "/list",
  );
  expect(items[0]).toMatchObject({ kind: "document", url: expect.stringContaining("/remote-jobs/kite-cord") });
});

test("a list that is another page is a named failure", async () => {
  expect(
    (await crawl({ "/x": answer("<html><body><p>Nothing here for you.</p></body></html>") }, "/x"))[0],
  ).toMatchObject({
    kind: "failure",
    failure: "broken",
  });
});
