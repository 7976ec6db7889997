import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answer, type Handler, type HostileServer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { linkedInDescription } from "./describe-linkedin";
import { linkedInAdapter, linkedInConfig } from "./linkedin-adapter";
import { linkedInParams } from "./linkedin-params";
import { parseLinkedIn } from "./parse-linkedin";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string, url: string | null = null) => parseLinkedIn({ sourceId: "linkedin", body, url, now });

test("an advert's page is read: what it shows first, its structured data where that is silent", () => {
  expect(parse(fixture("job.html"))).toEqual([
    {
      kind: "posting",
      posting: {
        source: "linkedin",
        externalId: "4100000001",
        url: "https://mx.linkedin.com/jobs/view/lamp-keeper-at-faro-norte-4100000001",
        title: "Lamp Keeper",
        company: "Faro Norte",
        location: "Veracruz, Mexico (On-site)",
        postedAt: "2026-01-05T09:30:00.000Z",
        validThrough: "2026-02-04T09:30:00.000Z",
        employmentType: "full_time",
        workplace: "onsite",
        salary: { min: 30_000, max: 36_000, currency: "USD", period: "year" },
        description: "<p>Keep the lamp lit.</p><ul><li>Climb 200 steps</li></ul>",
        descriptionFormat: "html",
        tags: ["Mid-Senior level"],
        lang: null,
        warnings: [],
      },
    },
  ]);
});

test("the fragment for guests is read; a log-in form inside it is no log-in wall", () => {
  const [outcome] = parse(fixture("fragment.html"));
  expect(outcome).toMatchObject({
    posting: {
      externalId: "2700000002",
      url: "https://es.linkedin.com/jobs/view/net-mender-at-redes-y-nudos-2700000002",
      title: "Net Mender",
      company: "Redes y Nudos",
      location: "Vigo, Galicia, Spain",
      postedAt: "2025-12-27",
      employmentType: "part_time",
      tags: [],
      warnings: ['postedAt is worked out from "2 weeks ago".'],
    },
  });
  expect(outcome?.kind === "posting" && outcome.posting.description).toContain("Mend nets by the harbour.");
});

test("pay that the board estimates itself is left out, with the structured data's copy of it", () => {
  const body = fixture("job.html").replace("Base pay range", "Estimated pay");
  expect(parse(body)[0]).toMatchObject({
    posting: { salary: null, warnings: ["Pay is the board's own estimate and is left out."] },
  });
});

test("a dollar sign on a page whose locale is not stated is no currency", () => {
  expect(parse(fixture("job.html").replace("en_US", "es_MX"))[0]).toMatchObject({
    posting: { salary: null, warnings: ["Pay is stated without a currency."] },
  });
});

test("cards of the older and the newer fragments are read, and say what they lack", () => {
  expect(parse(fixture("more-old.html"))).toMatchObject([
    {
      posting: {
        externalId: "1800000001",
        url: "https://cz.linkedin.com/jobs/view/c%2B%2B-clockmaker-at-orloj-1800000001",
        title: "C++ Clockmaker",
        company: "Orloj",
        location: "Brno, Czech Republic",
        postedAt: "2020-05-02",
        description: "Wind the clóck daily...",
        warnings: ["The description is only the beginning that the list shows."],
      },
    },
    { posting: { title: "Gear Cutter", company: "Kolo a syn", postedAt: "2026-01-10", location: null } },
  ]);
  expect(parse(fixture("more-new.html"))).toMatchObject([
    {
      posting: {
        externalId: "4200000001",
        url: "https://co.linkedin.com/jobs/view/archivist-remote-at-papel-4200000001",
        title: "Archivist, Remote",
        company: "Papel & Tinta",
        location: "Cali, Colombia",
        postedAt: "2026-01-03",
        salary: null,
        warnings: ["Pay is stated without a currency.", "description is missing."],
      },
    },
    {
      posting: {
        externalId: "4200000002",
        url: "https://www.linkedin.com/jobs/view/4200000002",
        warnings: ["company is missing.", "location is missing.", "postedAt is missing.", "description is missing."],
      },
    },
    { kind: "rejected" },
  ]);
});

test.each([
  ["an advert that takes no more applications", fixture("expired.html"), null, ["expired"]],
  [
    "an advert that leads on to a search",
    fixture("more-new.html"),
    "https://www.linkedin.com/jobs/search?trk=expired_jd_redirect",
    ["expired"],
  ],
  ["the end of a search", "<!DOCTYPE html>\n<!---->", null, []],
  ["a search without adverts", '<html><body><section class="no-results">None</section></body></html>', null, []],
  ["an empty advert", "", "https://www.linkedin.com/jobs/view/4100000001", ["broken"]],
  ["another page", "<html><body><p>We are updating our terms of service.</p></body></html>", null, ["broken"]],
  ["a bot check", "<html><title>Security check</title><body></body></html>", null, ["blocked"]],
  ["hostile nesting", "<div>".repeat(5000), null, ["broken"]],
])("%s", (_name, body, url, expected) => {
  expect(parse(body, url).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
});

test("an address of a search becomes its parameters, one of an advert is recognised", () => {
  const recognise = (href: string) => linkedInDescription.recognise(new URL(href));
  expect(
    recognise(
      "https://mx.linkedin.com/jobs/search/?keywords=faro&location=Veracruz&f_E=1%2C2&f_WT=2&f_JT=F&f_TPR=r86400",
    ),
  ).toMatchObject({
    what: "board",
    config: {
      params: {
        keywords: "faro",
        place: "Veracruz",
        experience: ["1", "2"],
        remote: ["2"],
        job_type: ["F"],
        posted_within_hours: 24,
      },
    },
  });
  expect(recognise("https://es.linkedin.com/jobs/view/x-at-y-2700000002?trk=1")?.what).toBe("advert");
  expect(recognise("https://www.linkedin.com/in/somebody")).toBeNull();
  expect(recognise("https://notlinkedin.com/jobs")).toBeNull();
});

test("it is off until somebody has read the notice, and wrong parameters are refused", () => {
  expect(linkedInDescription.hasNotice).toBe(true);
  expect(linkedInDescription.builtIn.map((source) => source.enabled)).toEqual([false]);
  expect(linkedInParams.safeParse({ experience: [7] }).success).toBe(false);
  expect(linkedInParams.safeParse({ posted_within_hours: 1, posted_within_days: 1 }).success).toBe(false);
});

let server: HostileServer;
let handlers: Record<string, Handler>;
beforeEach(async () => {
  handlers = {};
  server = await startServer(handlers);
});
afterEach(() => server.close());

async function crawl(params: Record<string, unknown> = {}): Promise<CrawlItem[]> {
  const config = linkedInConfig(server.origin, { params, politeness: { minIntervalMs: 0 } });
  const context = {
    client: aClient(server.origin).client,
    now: () => now,
    findValidators: () => Promise.resolve(null),
  };
  const items: CrawlItem[] = [];
  for await (const item of linkedInAdapter.crawl(context, config)) items.push(item);
  return items;
}

test("a search is paged by what its pages hold, and its adverts are fetched as fragments under lasting addresses", async () => {
  const pages: Record<string, string> = {
    "0": fixture("more-old.html"),
    "2": fixture("more-new.html"),
    "5": "<!---->",
  };
  handlers["/jobs-guest/jobs/api/seeMoreJobPostings/search"] = (_request, response, url) =>
    response.end(pages[url.searchParams.get("start") ?? ""] ?? "");
  for (const id of ["1800000001", "1800000002", "4200000001"])
    handlers[`/jobs-guest/jobs/api/jobPosting/${id}`] = answer(fixture("fragment.html"));
  const items = await crawl({
    keywords: "faro",
    place: "Cali",
    experience: [1, 2],
    remote: ["2"],
    job_type: ["F"],
    posted_within_days: 2,
  });
  const searches = server.log.filter((line) => line.path.includes("/search?"));
  expect(searches.map((line) => line.path)).toEqual(
    ["0", "2", "5"].map(
      (start) =>
        `/jobs-guest/jobs/api/seeMoreJobPostings/search?keywords=faro&location=Cali&f_E=1%2C2&f_WT=2&f_JT=F&f_TPR=r172800&start=${start}`,
    ),
  );
  expect(items.map((item) => (item.kind === "finished" ? item.complete : [item.kind, item.listingUrl]))).toEqual([
    ["document", `${server.origin}/jobs/view/1800000001`],
    ["document", `${server.origin}/jobs/view/1800000002`],
    ["document", `${server.origin}/jobs/view/4200000001`],
    ["failure", `${server.origin}/jobs/view/4200000002`],
    ["failure", `${server.origin}/jobs/view/4200000003`],
    false,
  ]);
});

test("a page of the search that is none is a named failure", async () => {
  handlers["/jobs-guest/jobs/api/seeMoreJobPostings/search"] = answer(
    "<html><body><p>Something else entirely.</p></body></html>",
  );
  expect((await crawl())[0]).toMatchObject({ kind: "failure", failure: "broken" });
});

test("where robots.txt disallows, nothing is fetched and the outcome is disallowed, whatever was chosen", async () => {
  handlers["/robots.txt"] = answer("User-agent: *\nDisallow: /\n", { "content-type": "text/plain" });
  handlers["/jobs-guest/jobs/api/seeMoreJobPostings/search"] = answer(fixture("more-new.html"));
  const items = await crawl();
  expect(items).toMatchObject([
    { kind: "failure", failure: "disallowed" },
    { kind: "finished", complete: false, seen: 0 },
  ]);
  expect(server.log.map((line) => line.path)).toEqual(["/robots.txt"]);
});

test("a page of 2020 in another language: no link to the employer, an age and a kind of employment in its words", () => {
  const page = `<section class="topcard"><a href="https://cz.linkedin.com/jobs/view/svitilnik-at-maják-2250000001?trk=public_jobs_topcard_title"><h2 class="topcard__title">Svítilník</h2></a>
    <h3 class="topcard__flavor-row"><span class="topcard__flavor">Maják Sever</span><span class="topcard__flavor topcard__flavor--bullet">Praha 4</span></h3>
    <h3 class="topcard__flavor-row"><span class="topcard__flavor--metadata posted-time-ago__text">Před 2 týdny</span>
    <figure class="topcard__flavor--metadata topcard__flavor--bullet num-applicants__figure"><figcaption class="num-applicants__caption">Buďte mezi prvními</figcaption></figure></h3></section>
    <section class="description"><div class="show-more-less-html__markup">Hlídá světlo.<ul><li>Denně</li></ul></div>
    <ul class="job-criteria__list"><li class="job-criteria__item"><h3 class="job-criteria__subheader">Úroveň pracovních zkušeností</h3><span class="job-criteria__text">Nástupní úroveň</span></li>
    <li class="job-criteria__item"><h3 class="job-criteria__subheader">Druh zaměstnání</h3><span class="job-criteria__text">Částečný úvazek</span></li></ul></section>
    <code id="decoratedJobPostingId" style="display: none;"><!--"2250000001"--></code>`;
  expect(parse(page)).toMatchObject([
    {
      posting: {
        externalId: "2250000001",
        title: "Svítilník",
        company: "Maják Sever",
        location: "Praha 4",
        postedAt: "2025-12-27",
        employmentType: "part_time",
        tags: ["Nástupní úroveň"],
        warnings: ['postedAt is worked out from "Před 2 týdny".'],
      },
    },
  ]);
});

test("a page whose class names are not known is read from its data; without data, adverts beside it are not taken for a list", () => {
  const renamed = fixture("job.html").replace(/(top-card|topcard)/g, "zz");
  expect(parse(renamed)).toMatchObject([
    { posting: { externalId: "4100000001", title: "Lamp Keeper", company: "Faro Norte" } },
  ]);
  const beside = '<ul><li class="base-card" data-entity-urn="urn:li:jobPosting:4100000009"><h3>Other</h3></li></ul>';
  const closed = fixture("expired.html").replace(/(top-card|topcard|closed-job)/g, "zz");
  expect(parse(closed.replace("</body>", `${beside}</body>`))).toMatchObject([{ kind: "page", outcome: "expired" }]);
});
