import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { elempleoDescription } from "./describe-elempleo";
import { elempleoAdapter, elempleoConfig } from "./elempleo-adapter";
import { parseElempleo } from "./parse-elempleo";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string, url: string | null = null) => parseElempleo({ sourceId: "ee", body, url, now });

async function crawl(origin: string): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = { client: aClient(origin).client, now: () => now, findValidators: () => Promise.resolve(null) };
  const config = elempleoConfig(origin, { params: { keywords: "reloj" }, politeness: { minIntervalMs: 0 } });
  for await (const item of elempleoAdapter.crawl(context, config)) items.push(item);
  return items;
}

test("a list states each advert without its search; a quick look that is open is not one of them", () => {
  const outcomes = parse(fixture("list.html"));
  expect(outcomes).toHaveLength(3);
  expect(outcomes[0]).toEqual({
    kind: "posting",
    posting: {
      source: "ee",
      externalId: "1700000001",
      url: "https://www.elempleo.com/co/ofertas-trabajo/relojero/1700000001",
      title: "Relojero",
      company: "Tic & Tac",
      location: "Bogotá",
      postedAt: "2025-12-11",
      validThrough: null,
      employmentType: null,
      workplace: null,
      salary: { min: 2_000_000, max: 2_500_000, currency: "COP", period: "month" },
      description: "",
      descriptionFormat: "text",
      tags: ["reloj"],
      lang: "es",
      warnings: ["description is missing."],
    },
  });
  expect(outcomes[1]).toMatchObject({
    posting: { company: "Empresa confidencial", location: "Toda Colombia", postedAt: "2026-01-08", salary: null },
  });
});

test("what a card does not show is taken from what it tells the site's statistics; doubts are said", () => {
  expect(parse(fixture("list.html"))[2]).toMatchObject({
    posting: {
      externalId: "1700000003",
      company: "Oro Fino",
      location: "Cali",
      postedAt: null,
      salary: null,
      warnings: ["Pay is stated with one bound only.", "postedAt is missing.", "description is missing."],
    },
  });
});

test("an advert's page states the text and its facts; data outranks what is shown only for dates", () => {
  const expected = {
    externalId: "1700000001",
    url: "https://www.elempleo.com/co/ofertas-trabajo/relojero/1700000001",
    title: "Relojero",
    company: "Tic & Tac",
    location: "Bogotá",
    employmentType: "full_time",
    workplace: "onsite",
    salary: { min: 2_000_000, max: 2_500_000, currency: "COP", period: "month" },
    description: "<p><span>Repara relojes de pared.</span></p>",
  };
  expect(parse(fixture("advert.html"))).toMatchObject([
    { posting: { ...expected, postedAt: "2025-12-11", tags: ["relojería"], warnings: [] } },
  ]);
  const data = `<script type="application/ld+json">{"@type":"JobPosting","title":"x","datePosted":"2025-12-12","validThrough":"2026-02-01","description":"y"}</script>`;
  expect(parse(fixture("advert.html").replace("</body>", `${data}</body>`))).toMatchObject([
    { posting: { ...expected, postedAt: "2025-12-12", validThrough: "2026-02-01" } },
  ]);
});

test.each([
  ["<html><head><title>Just a moment...</title></head><body></body></html>", "blocked"],
  ["<html><body><h1>La oferta ya no está disponible</h1></body></html>", "expired"],
  [
    "<html><body><p>Una página cualquiera, con bastante texto, que no es ni una lista de ofertas ni una oferta.</p></body></html>",
    "broken",
  ],
  ["<div>".repeat(2000), "broken"],
])("a page that is no advert is one outcome: %#", (body, outcome) => {
  expect(parse(body)).toMatchObject([{ kind: "page", outcome }]);
});

test("a search without results is an empty list; an advert without a title or a number is a rejection", () => {
  expect(parse('<html><body><strong class="js-total-results">0</strong> ofertas</body></html>')).toEqual([]);
  expect(parse("<html><body><main>No encontramos ofertas para tu búsqueda</main></body></html>")).toEqual([]);
  expect(parse('<html><body><div class="js-offer-detail-container"><h1></h1></div></body></html>')).toMatchObject([
    { kind: "rejected" },
  ]);
});

test("a crawl is complete when the counts say that the list ends here, and partial when they do not", async () => {
  const pages = { "/co/ofertas-trabajo/relojero/1700000001": answer(fixture("advert.html")) };
  const local = (html: string) =>
    answer(html.replaceAll("https://www.elempleo.com/co/ofertas-trabajo", "/co/ofertas-trabajo"));
  const whole = await startServer({ ...pages, "/co/ofertas-empleo/": local(fixture("list.html")) });
  const items = await crawl(whole.origin);
  await whole.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "failure", "failure", "finished"]);
  expect(items.at(-1)).toMatchObject({ complete: true, seen: 3 });
  expect(whole.log.map((line) => line.path)).toContain("/co/ofertas-empleo/?trabajo=reloj");
  const more = fixture("list.html").replace('js-total-results">3', 'js-total-results">300');
  const part = await startServer({ ...pages, "/co/ofertas-empleo/": local(more) });
  const partial = await crawl(part.origin);
  await part.close();
  expect(partial.at(-1)).toMatchObject({ complete: false, reasons: ["the further pages of the list need a browser"] });
});

test("addresses of the board are recognised with their country and words", () => {
  const recognise = (address: string) => elempleoDescription.recognise(new URL(address));
  expect(recognise("https://www.elempleo.com/co/ofertas-empleo/?trabajo=reloj")).toMatchObject({
    what: "board",
    config: { params: { country: "co", keywords: "reloj" } },
  });
  expect(recognise("https://www.elempleo.com/cr/ofertas-trabajo/x/1700000001")).toMatchObject({
    what: "advert",
    config: { id: "elempleo-cr", params: { country: "cr" } },
  });
  expect(recognise("https://elempleo.com.example.org/")).toBeNull();
});
