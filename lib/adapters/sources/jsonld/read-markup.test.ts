import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseJsonLdPage } from "./parse-json-ld-page";
import { readMarkup } from "./read-markup";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const parse = (body: string) =>
  parseJsonLdPage({
    sourceId: "board",
    body,
    url: null,
    fetchedUrl: "https://bodega.example/ofertas",
    now: new Date("2026-01-10T00:00:00Z"),
  });

test("an advert in Microdata is read as one in JSON-LD, also where scopes are left out", () => {
  expect(parse(fixture("advert-microdata.html"))).toEqual([
    {
      kind: "posting",
      posting: expect.objectContaining({
        url: "https://bodega.example/empleo/88",
        title: "Almacenista de turno nocturno",
        company: "Bodegas del Istmo",
        location: "Colón, PA",
        postedAt: "2026-01-07",
        employmentType: "full_time",
        salary: { min: 750, max: 750, currency: "USD", period: "month" },
        description: "<p>Recibir mercancía.</p><ul><li>Montacargas</li></ul>",
        descriptionFormat: "html",
        warnings: [],
      }),
    },
  ]);
});

test("several adverts of a listing are told apart, with the addresses their titles link to, in Microdata and RDFa", () => {
  const outcomes = parse(fixture("listing-microdata.html"));
  expect(outcomes).toMatchObject([
    { posting: { title: "Cajera", company: "Tienda Uno", url: "https://bodega.example/oferta/1?from=list" } },
    { posting: { title: "Repartidor", url: "https://bodega.example/oferta/2" } },
    { posting: { title: "Guardia", url: "https://bodega.example/oferta/3" } },
  ]);
  expect(new Set(outcomes.map((outcome) => outcome.kind === "posting" && outcome.posting.externalId)).size).toBe(3);
});

test("JSON-LD goes before Microdata, and a broken block is named although the page is marked up too", () => {
  const markup = '<div itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">Marked</b></div>';
  const ld = (json: string) => `<html><body><script type="application/ld+json">${json}</script>${markup}</body></html>`;
  expect(parse(ld('{"@type":"JobPosting","title":"Stated"}'))).toMatchObject([{ posting: { title: "Stated" } }]);
  expect(parse(ld('{"@type":"JobPosting","title":"Sta'))).toMatchObject([{ kind: "page", outcome: "broken" }]);
});

test("other vocabularies, other types and bottomless pages give nothing", () => {
  const posting = (inside: string) => `<html itemscope itemtype="http://schema.org/JobPosting">${inside}</html>`;
  expect(
    readMarkup(posting('<meta property="og:title" content="No"><b property="schema:title">Yes</b>'))[0],
  ).toMatchObject({ title: "Yes" });
  expect(readMarkup('<div itemscope itemtype="https://schema.org/Person"><b itemprop="title">x</b></div>')).toEqual([]);
  expect(readMarkup(posting("<div itemprop=title>".repeat(5000)))).toEqual([]);
});
