import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answer, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { computrabajoAdapter, computrabajoConfig } from "./computrabajo-adapter";
import { describe } from "vitest";
import { computrabajoDescription } from "./describe-computrabajo";
import { parseComputrabajo } from "./parse-computrabajo";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string, url: string | null = null) => parseComputrabajo({ sourceId: "ct", body, url, now });
const html = (body: string) => answer(body, { "content-type": "text/html; charset=utf-8" });

async function crawl(origin: string, params: Record<string, unknown> = {}): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = { client: aClient(origin).client, now: () => now, findValidators: () => Promise.resolve(null) };
  const config = computrabajoConfig(origin, {
    params: { country: "mx", keywords: "Tejedora", ...params },
    politeness: { minIntervalMs: 0 },
  });
  for await (const item of computrabajoAdapter.crawl(context, config)) items.push(item);
  return items;
}

describe("a saved page", () => {
  test("of an advert: shown text and place, stated dates and pay, no keywords or buttons", () => {
    expect(parse(fixture("advert.html"))).toEqual([
      {
        kind: "posting",
        posting: {
          source: "ct",
          externalId: "CCCC0000CCCC0000CCCC0000CCCC0001",
          url: "https://co.computrabajo.com/ofertas-de-trabajo/oferta-de-trabajo-de-panadera-en-cali-CCCC0000CCCC0000CCCC0000CCCC0001",
          title: "Panadera de noche",
          company: "Trigo & Sal",
          location: "Cali, Valle",
          postedAt: "2026-01-05",
          validThrough: "2026-03-05",
          employmentType: "full_time",
          workplace: null,
          salary: { min: 1_423_500, max: 1_423_500, currency: "COP", period: "month" },
          description:
            '<p class="mbB">Amasa el pan.<br>Enciende el horno.</p>\n<p class="fwB fs18 mtB mb10">Requerimientos</p>\n<ul class="disc mbB"><li>Curso de higiene</li></ul>',
          descriptionFormat: "html",
          tags: [],
          lang: "es",
          warnings: [],
        },
      },
    ]);
  });

  test("of an advert without markup: the labels, the header line and the age stand in", () => {
    const bare = fixture("advert.html").replace(
      /<span itemscope[\s\S]*?<\/span><\/span>\n<div class="container">/,
      '<div class="container">',
    );
    expect(parse(bare)[0]).toMatchObject({
      posting: {
        externalId: "CCCC0000CCCC0000CCCC0000CCCC0001",
        company: "Trigo & Sal",
        location: "Cali, Valle",
        postedAt: "2026-01-05",
        employmentType: "full_time",
        salary: { min: 1_423_500, currency: "COP", period: "month" },
        warnings: ['postedAt is worked out from "Hace 5 días".'],
      },
    });
  });

  test("of a list: both ways to name employer and place, the age against now, the first advert's text beside it", () => {
    const [first, second, third] = parse(fixture("list.html"));
    expect(first).toMatchObject({
      posting: {
        externalId: "AAAA0000AAAA0000AAAA0000AAAA0001",
        url: "https://mx.computrabajo.com/ofertas-de-trabajo/oferta-de-trabajo-de-tejedora-en-oaxaca-AAAA0000AAAA0000AAAA0000AAAA0001",
        title: "Tejedora de rebozos",
        company: "Hilos del Sur",
        location: "Oaxaca de Juárez, Oaxaca",
        postedAt: "2026-01-07",
        workplace: "hybrid",
        employmentType: "full_time",
        salary: { min: 12_500, max: 12_500, currency: "MXN", period: "month" },
        warnings: ['postedAt is worked out from "Hace 3 días".'],
      },
    });
    expect(first?.kind === "posting" && first.posting.description).toMatch(/telar de pedal.*Requerimientos.*2 años/s);
    expect(second).toMatchObject({
      posting: {
        company: "Importante empresa del sector",
        location: "Puebla, Puebla",
        postedAt: null,
        warnings: ["postedAt is missing.", "description is missing."],
      },
    });
    expect(third).toMatchObject({
      posting: { company: "Rutas - Fletes SA", location: "Jalisco, Guadalajara", postedAt: "2025-04-24" },
    });
  });

  test("of a part of a list: employer and place are parted by line breaks, the country is that of the links", () => {
    const [first, second] = parse(fixture("list-2023.html"));
    expect(first).toMatchObject({
      posting: {
        externalId: "DDDD0000DDDD0000DDDD0000DDDD0001",
        url: "https://mx.computrabajo.com/ofertas-de-trabajo/oferta-de-trabajo-de-sombrerera-en-puebla-DDDD0000DDDD0000DDDD0000DDDD0001",
        title: "Sombrerera de fieltro",
        company: "Importante empresa del sector",
        location: "Puebla, Cholula",
        postedAt: "2026-01-10",
        employmentType: "full_time",
        salary: { min: 9000, max: 9000, currency: "MXN", period: "month" },
      },
    });
    expect(first?.kind === "posting" && first.posting.description).toMatch(/horma.*Requerimientos.*1 año/s);
    expect(second).toMatchObject({
      posting: { company: "Vapores S.A.", location: "Puebla, Atlixco", postedAt: "2026-01-09" },
    });
  });

  test("of the same list without line breaks: a hidden employer still ends where its words do", () => {
    const flat = fixture("list-2023.html").replace(/\s+/g, " ");
    expect(parse(flat)).toMatchObject([
      { posting: { company: "Importante empresa del sector", location: "Puebla, Cholula" } },
      { posting: { company: "Vapores S.A.", location: "Puebla, Atlixco" } },
    ]);
  });

  test("of a list whose class names have changed: age, employer and place are told by their form", () => {
    const renamed = fixture("list.html").replace(/class="(?!logo|box_offer|js-o-link)[^"]*"/g, 'class="x1"');
    expect(parse(renamed).slice(0, 2)).toMatchObject([
      { posting: { company: "Hilos del Sur", location: "Oaxaca de Juárez, Oaxaca", postedAt: "2026-01-07" } },
      { posting: { company: "Importante empresa del sector", location: "Puebla, Puebla", postedAt: null } },
    ]);
  });

  test("of an advert without its own address: the id is the one that its buttons carry", () => {
    const bare = fixture("advert.html").replace(/<link rel="canonical"[^>]*>|<meta property="og:url"[^>]*>/g, "");
    const apply =
      '<a data-href-offer-apply="https://candidato.co.computrabajo.com/match/?oi=EEEE0000EEEE0000EEEE0000EEEE0009&amp;p=4">';
    const page = bare.replace(/<meta itemprop="url"[^>]*>/g, "").replace("<div div-link", `${apply}</a><div div-link`);
    const within = page.replace(/(<div[^>]*div-link=['"]oferta['"][^>]*>)/, `$1${apply}</a>`);
    expect(parse(within)[0]).toMatchObject({ posting: { externalId: "EEEE0000EEEE0000EEEE0000EEEE0009" } });
  });

  test("of a list under the address of an advert that is not on it: the advert is no more", () => {
    const gone =
      "https://mx.computrabajo.com/ofertas-de-trabajo/oferta-de-trabajo-de-x-FFFF0000FFFF0000FFFF0000FFFF0001";
    expect(parse(fixture("list.html"), gone)).toMatchObject([{ kind: "page", outcome: "expired" }]);
  });

  test("of a list in the older layout", () => {
    expect(parse(fixture("old-list.html"), "https://www.computrabajo.com.pe/ofertas-de-trabajo/?p=2")).toMatchObject([
      {
        posting: {
          externalId: "BBBB0000BBBB00000000",
          url: "https://www.computrabajo.com.pe/ofertas-de-trabajo/oferta-de-trabajo-de-sastre-BBBB0000BBBB00000000",
          company: "Costuras Lima",
          location: "Lima",
          postedAt: "2026-01-09",
          description: "Confecciona trajes a medida.",
        },
      },
    ]);
  });
});

test.each([
  ["<html><head><title>Just a moment...</title></head><body></body></html>", "blocked"],
  ["<html><body><h1>La oferta ya no está disponible</h1></body></html>", "expired"],
  [
    "<html><body><p>Algo completamente distinto, que no es una oferta, en una página cualquiera del sitio web.</p></body></html>",
    "broken",
  ],
  ["<div>".repeat(2000), "broken"],
])("a page that is no advert is one outcome: %#", (body, outcome) => {
  expect(parse(body)).toMatchObject([{ kind: "page", outcome }]);
});

test("a search without results is an empty list, and a card without a title a rejection", () => {
  const empty =
    "<html><body><main><p>No se han encontrado ofertas de trabajo con tu búsqueda.</p></main></body></html>";
  expect(parse(empty, "https://co.computrabajo.com/trabajo-de-nada")).toEqual([]);
  const card = '<article class="box_offer"><h2><a class="js-o-link" href="/x"></a></h2></article>';
  expect(parse(card)).toMatchObject([{ kind: "rejected" }]);
});

test("a crawl follows the list to its end and fetches each advert once", async () => {
  const last = fixture("list.html").replace(/<div><span class="b_primary_inv[\s\S]*?<\/div>/, "");
  const server = await startServer({
    "/trabajo-de-tejedora": html(fixture("list.html")),
    "/trabajo-de-tejedora?p=2": html(last),
    "/ofertas-de-trabajo/oferta-de-trabajo-de-tejedora-en-oaxaca-AAAA0000AAAA0000AAAA0000AAAA0001": html(
      fixture("advert.html"),
    ),
    "/ofertas-de-trabajo/oferta-de-trabajo-de-almacenista-AAAA0000AAAA0000AAAA0000AAAA0002": html(
      fixture("advert.html"),
    ),
  });
  const items = await crawl(server.origin);
  const partial = await crawl(server.origin, { maxItems: 1 });
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "document", "failure", "finished"]);
  expect(items[2]).toMatchObject({ failure: "gone" });
  expect(items.at(-1)).toMatchObject({ complete: true, seen: 3 });
  expect(partial.at(-1)).toMatchObject({ complete: false, reasons: ["the cap on adverts was reached"] });
});

test("an advert whose address leads on to a list is gone", async () => {
  const server = await startServer({
    "/trabajo-de-tejedora": html(fixture("list-2023.html")),
    "/ofertas-de-trabajo/oferta-de-trabajo-de-sombrerera-en-puebla-DDDD0000DDDD0000DDDD0000DDDD0001": answer(
      "",
      { location: "/trabajo-de-sombrerera" },
      301,
    ),
    "/trabajo-de-sombrerera": html(fixture("list.html")),
  });
  const items = await crawl(server.origin, { maxItems: 1 });
  await server.close();
  expect(items[0]).toMatchObject({
    kind: "failure",
    failure: "gone",
    reason: "the advert's address leads to a list",
  });
});

test("a list that is blocked makes the crawl partial", async () => {
  const server = await startServer({ "/trabajo-de-tejedora": html("<title>Access denied</title>") });
  const items = await crawl(server.origin);
  await server.close();
  expect(items.at(-1)).toMatchObject({ kind: "finished", complete: false });
});

test.each([
  [
    "https://pe.computrabajo.com/trabajo-de-asistente-contable-en-lima",
    "board",
    { country: "pe", keywords: "asistente contable", place: "lima" },
  ],
  ["https://www.computrabajo.com.mx/empleos-en-puebla", "board", { country: "mx", keywords: "", place: "puebla" }],
  [
    "https://co.computrabajo.com/ofertas-de-trabajo/oferta-de-trabajo-de-x-CCCC0000CCCC0000CCCC0000CCCC0001",
    "advert",
    { country: "co" },
  ],
])("%s is recognised", (address, what, params) => {
  expect(computrabajoDescription.recognise(new URL(address))).toMatchObject({ what, config: { params } });
});

test("other hosts are not recognised, and every built-in source is off", () => {
  for (const address of [
    "https://evil-computrabajo.com/",
    "https://xx.computrabajo.com/",
    "https://computrabajo.com.evil.org/",
  ])
    expect(computrabajoDescription.recognise(new URL(address))).toBeNull();
  expect(computrabajoDescription.builtIn.map(({ id, enabled }) => [id, enabled])).toContainEqual([
    "computrabajo-co",
    false,
  ]);
});
