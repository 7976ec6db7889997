import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answer, type Handler, startServer } from "@/lib/adapters/http/fixtures/hostile-server";
import { aClient } from "@/lib/adapters/http/fixtures/test-client";
import type { CrawlItem } from "../source-adapter";
import { bumeranAdapter, bumeranConfig } from "./bumeran-adapter";
import { SEARCH_PATH } from "./bumeran-search";
import { bumeranDescription } from "./describe-bumeran";
import { parseBumeran } from "./parse-bumeran";

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
const now = new Date("2026-01-10T12:00:00Z");
const parse = (body: string, url: string | null = null) => parseBumeran({ sourceId: "bm", body, url, now });

async function crawl(origin: string, changes: Parameters<typeof bumeranConfig>[1] = {}): Promise<CrawlItem[]> {
  const items: CrawlItem[] = [];
  const context = { client: aClient(origin).client, now: () => now, findValidators: () => Promise.resolve(null) };
  const config = bumeranConfig(origin, { politeness: { minIntervalMs: 0 }, ...changes });
  for await (const item of bumeranAdapter.crawl(context, config)) items.push(item);
  return items;
}

describe("an answer of the search", () => {
  test("states whole adverts, days first; the address is made from the id and said to be", () => {
    const outcomes = parse(fixture("answer.json"));
    expect(outcomes).toMatchObject([
      {
        kind: "posting",
        posting: {
          source: "bm",
          externalId: "2900001",
          url: "https://www.zonajobs.com.ar/empleos/2900001.html",
          title: "Tornero & fresador",
          company: "Metal del Valle",
          location: "Neuquén, Neuquén",
          postedAt: "2025-04-03",
          employmentType: "full_time",
          workplace: "onsite",
          description: "Tornea piezas.<br>Lee planos.",
          descriptionFormat: "html",
          warnings: ["The address is made from the id; the answer states none."],
        },
      },
      { kind: "posting" },
      { kind: "rejected" },
    ]);
    expect(parse(fixture("answer.json"), "https://www.bumeran.com.pe/api/avisos/searchV2")[1]).toMatchObject({
      posting: {
        url: "https://www.bumeran.com.pe/empleos/2900002.html",
        company: "Depósitos Sur",
        location: null,
        postedAt: null,
        employmentType: "part_time",
        workplace: "remote",
      },
    });
  });

  test.each([
    ['{"content":[],"total":0}', []],
    ["[]", []],
    ['{"avisos":[{"id":1', ["broken"]],
    ['{"message":"no"}', ["broken"]],
    ['{"avisos":[{"nombre":"a form that is not known"}],"total":1}', ["broken"]],
  ])("%s", (body, expected) => {
    expect(parse(body).map((outcome) => outcome.kind === "page" && outcome.outcome)).toEqual(expected);
  });
});

test("the answer for one advert states its address, a hidden employer and whether it is still shown", () => {
  const aviso = {
    id: 1118000001,
    titulo: "Costurera industrial",
    descripcion: "<p>Cose a máquina.</p>",
    empresa: { denominacion: "Hilados del Sur", confidencial: true },
    localizacion: { paisDetalle: "Perú", provinciaDetalle: "Lima", localidadDetalle: "Ate" },
    fechaPublicacion: "14-11-2025",
    modalidadTrabajo: { nombre: "Presencial" },
    tipoTrabajo: { nombre: "Full-time" },
    seoFriendlyUrl: "/empleos/costurera-industrial-1118000001.html",
    estado: "vencido",
  };
  const url = "https://www.bumeran.com.pe/api/candidates/fichaAvisoNormalizada/1118000001";
  expect(parse(JSON.stringify({ aviso }), url)).toMatchObject([
    {
      posting: {
        externalId: "1118000001",
        url: "https://www.bumeran.com.pe/empleos/costurera-industrial-1118000001.html",
        company: "Confidencial",
        location: "Ate, Lima",
        postedAt: "2025-11-14",
        workplace: "onsite",
        employmentType: "full_time",
        closed: true,
        warnings: [],
      },
    },
  ]);
  const shown = { ...aviso, empresa: { denominacion: "Hilados del Sur" }, localizacion: { detalle: "Lima, Perú" } };
  expect(parse(JSON.stringify({ aviso: { ...shown, estado: "activo" } }), url)[0]).toMatchObject({
    posting: { company: "Hilados del Sur", location: "Lima, Perú" },
  });
});

test("an older list heads its cards with the title and names employer and place below", () => {
  const card = `<div class="aviso"><a href="/empleos/programador-java-acme-1111000001.html"><h3>Programador Java</h3>
    <h4>Acme del Sur</h4><h5>Rosario, Santa Fe</h5><span class="fecha">Hace 3 horas</span></a></div>`;
  const page = `<html><body><div class="list-jobs">${card}</div></body></html>`;
  expect(parse(page, "http://www.bumeran.com.ar/empleos-busqueda-programador.html")).toMatchObject([
    {
      posting: {
        title: "Programador Java",
        company: "Acme del Sur",
        location: "Rosario, Santa Fe",
        postedAt: "2026-01-10",
        externalId: "1111000001",
      },
    },
  ]);
});

describe("a saved page", () => {
  test("of a list: texts are told apart by their form and icons", () => {
    const [first, second] = parse(fixture("list.html"));
    expect(first).toEqual({
      kind: "posting",
      posting: {
        source: "bm",
        externalId: "1900000001",
        url: "https://www.bumeran.com.ar/empleos/hilandera-lana-clara-1900000001.html",
        title: "Hilandera",
        company: "LANA & CLARA",
        location: "Trelew, Chubut",
        postedAt: "2026-01-07",
        validThrough: null,
        employmentType: null,
        workplace: "hybrid",
        salary: null,
        description: "Hila lana de oveja y cuida la rueca.",
        descriptionFormat: "text",
        tags: [],
        lang: "es",
        warnings: ['postedAt is worked out from "Publicado hace 3 días".'],
      },
    });
    expect(second).toMatchObject({
      posting: {
        externalId: "2900002",
        url: "https://www.bumeran.com.ar/empleos/sereno-s.a.-2900002.html",
        company: "Confidencial",
        location: "Rosario, Santa Fe",
        postedAt: null,
        salary: { min: 900_000, max: 900_000, currency: "ARS", period: "month" },
      },
    });
  });

  test("of a list with its state: the state's texts, the shown addresses", () => {
    const state = `<script>window.__PRELOADED_STATE__ = {"listado":{"avisos":[{"id":1900000001,"titulo":"Hilandera","detalle":"Todo el texto.","fechaPublicacion":"02-01-2026"}]}};</script>`;
    const [first] = parse(fixture("list.html").replace("</body>", `${state}</body>`));
    expect(first).toMatchObject({
      posting: {
        url: "https://www.bumeran.com.ar/empleos/hilandera-lana-clara-1900000001.html",
        description: "Todo el texto.",
        postedAt: "2026-01-02",
      },
    });
    expect(parse(`<html><body><div id="root"></div>${state}</body></html>`)).toMatchObject([
      { posting: { externalId: "1900000001" } },
    ]);
  });

  test("of an advert, with and without structured data", () => {
    const expected = {
      externalId: "1900000001",
      url: "https://www.bumeran.com.ar/empleos/hilandera-lana-clara-1900000001.html",
      title: "Hilandera",
      company: "LANA & CLARA",
      location: "Trelew, Chubut",
      postedAt: "2026-01-07",
      employmentType: "full_time",
      workplace: "hybrid",
    };
    expect(parse(fixture("advert.html"))).toMatchObject([
      {
        posting: {
          ...expected,
          description: "<p>Hila lana de oveja y cuida la rueca durante todo el día en el taller.</p>",
        },
      },
    ]);
    const data = `<script type="application/ld+json">{"@type":"JobPosting","title":"Hilandera","datePosted":"2026-01-06","description":"<p>Hila.</p>","hiringOrganization":{"name":"Lana Clara SA"}}</script>`;
    expect(parse(fixture("advert.html").replace("</body>", `${data}</body>`))).toMatchObject([
      {
        posting: {
          ...expected,
          company: "Lana Clara SA",
          postedAt: "2026-01-06",
          description: "<p>Hila.</p>",
          warnings: [],
        },
      },
    ]);
  });

  test.each([
    ["<html><head><title>Just a moment...</title></head><body></body></html>", "blocked"],
    ["<html><body><h1>El aviso ha finalizado</h1></body></html>", "expired"],
    [
      '<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div><script src="/m.js"></script></body></html>',
      "broken",
    ],
    ['<html><body><h1 id="x">Hola</h1><div id="section-detalle"></div></body></html>', undefined],
  ])("that is none is named: %#", (body, outcome) => {
    expect(parse(body)).toMatchObject([outcome === undefined ? { kind: "rejected" } : { kind: "page", outcome }]);
  });

  test("of a search without results is an empty list", () => {
    expect(
      parse(
        '<html><body><h1><span>0</span> empleos para la búsqueda "x"</h1><p>Probá con otras palabras para tu búsqueda, o quitá algunos filtros de la lista.</p></body></html>',
      ),
    ).toEqual([]);
  });
});

test("a crawl follows the arrow to the last page and knows an advert by its short address", async () => {
  const last = fixture("list.html").replace(/<a href="[^"]*\?page=2">/, '<a href="#fin" disabled="">');
  const server = await startServer({
    "/empleos.html": answer(fixture("list.html")),
    "/empleos-busqueda-hilado.html": answer(last),
    "/empleos/hilandera-lana-clara-1900000001.html": answer(fixture("advert.html")),
  });
  const items = await crawl(server.origin);
  await server.close();
  expect(items.map((item) => item.kind)).toEqual(["document", "failure", "finished"]);
  expect(items[0]).toMatchObject({ listingUrl: `${server.origin}/empleos/1900000001.html` });
  expect(items.at(-1)).toMatchObject({ complete: true, seen: 2 });
});

test("an answer carries its adverts and never makes a crawl complete; an empty shell needs a browser", async () => {
  const server = await startServer({
    "/api": answer(fixture("answer.json"), { "content-type": "application/json" }),
    "/empleos.html": answer('<html><body><div id="root"></div><script src="/m.js"></script></body></html>'),
  });
  const fromAnswer = await crawl(server.origin, { startUrls: [`${server.origin}/api`] });
  const fromShell = await crawl(server.origin);
  await server.close();
  expect(fromAnswer.map((item) => item.kind)).toEqual(["document", "finished"]);
  expect(fromAnswer.at(-1)).toMatchObject({ complete: false });
  expect(fromShell[0]).toMatchObject({ kind: "failure", failure: "empty_shell" });
});

test.each([
  ["https://www.bumeran.com.pe/empleos/x-y-1115930376.html", "advert", "bumeran-pe"],
  ["https://www.zonajobs.com.ar/en-buenos-aires/empleos-busqueda-python.html?recientes=true", "board", "zonajobs"],
  ["https://multitrabajos.com/", "board", "bumeran-ec"],
])("%s is recognised", (address, what, site) => {
  const known = bumeranDescription.recognise(new URL(address));
  expect(known).toMatchObject({ what, config: { id: site, enabled: false, params: { site } } });
});

test("other hosts are not recognised", () => {
  expect(bumeranDescription.recognise(new URL("https://bumeran.example.com/empleos.html"))).toBeNull();
});

describe("a crawl by the search", () => {
  const advert = (id: number) => ({ id, titulo: `Soldadora ${id}`, empresa: "Metal del Valle", detalle: "Suelda." });
  const searching = (asked: string[], total: number): Handler => {
    return (request, response) => {
      const page = Number(new URL(request.url ?? "/", "http://board.example").searchParams.get("page"));
      let body = "";
      request.on("data", (part: Buffer) => (body += part.toString()));
      request.on("end", () => {
        asked.push(`${request.method ?? ""} ${request.url ?? ""} ${String(request.headers["x-site-id"])} ${body}`);
        if (request.headers["x-site-id"] !== "BMPE") response.statusCode = 400;
        response.setHeader("content-type", "application/json");
        const rows = [1, 2].map((row) => advert(1_100_000 + page * 2 + row)).slice(0, Math.max(0, total - page * 2));
        response.end(JSON.stringify({ total, content: rows }));
      });
    };
  };

  test("asks page after page with the site's id and reads whole adverts from the answers", async () => {
    const asked: string[] = [];
    const server = await startServer({ "/robots.txt": answer("", {}, 404), [SEARCH_PATH]: searching(asked, 3) });
    const params = { site: "bumeran-pe", by: "search" };
    const startUrls = [`${server.origin}${SEARCH_PATH}?pageSize=2`];
    const items = await crawl(server.origin, { params, startUrls });
    await server.close();
    expect(asked).toEqual([
      `POST ${SEARCH_PATH}?pageSize=2&page=0&sort=RECIENTES BMPE {"filtros":[]}`,
      `POST ${SEARCH_PATH}?pageSize=2&page=1&sort=RECIENTES BMPE {"filtros":[]}`,
    ]);
    expect(items.map((item) => item.kind)).toEqual(["document", "document", "finished"]);
    expect(items.at(-1)).toMatchObject({ complete: true, reasons: [] });
  });

  test("for some words never counts as the whole board, and a refusal is named", async () => {
    const asked: string[] = [];
    const server = await startServer({ "/robots.txt": answer("", {}, 404), [SEARCH_PATH]: searching(asked, 1) });
    const found = await crawl(server.origin, { params: { site: "bumeran-pe", by: "search", query: "soldadora" } });
    const refused = await crawl(server.origin, { params: { site: "zonajobs", by: "search" } });
    await server.close();
    expect(asked[0]).toContain('{"filtros":[],"query":"soldadora"}');
    expect(found.at(-1)).toMatchObject({ complete: false });
    expect(refused.map((item) => item.kind)).toEqual(["failure", "finished"]);
  });

  test("starts at the search of the site's own host", () => {
    const config = bumeranConfig(undefined, { params: { site: "bumeran-cl", by: "search" } });
    expect(config.startUrls).toEqual(["https://www.laborum.cl/api/avisos/searchV2"]);
  });
});
