import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { RawInput } from "../source-adapter";
import { parseJsonLdPage } from "./parse-json-ld-page";

const now = new Date("2026-02-20T12:00:00Z");
const raw = (body: string, changes: Partial<RawInput> = {}): RawInput => ({
  sourceId: "board",
  body,
  url: null,
  now,
  ...changes,
});
const script = (json: string) => `<script type="application/ld+json">${json}</script>`;
const advert = {
  "@type": "JobPosting",
  title: "Welder",
  identifier: "w-1",
  datePosted: "2026-02-01",
  description: "Weld.",
};
const page = (node: object, head = "") =>
  `<html><head>${head}${script(JSON.stringify({ ...advert, ...node }))}</head><body><h1>Welder</h1></body></html>`;

function only(html: string, changes: Partial<RawInput> = {}): ParsedPosting {
  const [first, ...rest] = parseJsonLdPage(raw(html, changes));
  if (first?.kind !== "posting" || rest.length > 0)
    throw new Error(`not one posting: ${JSON.stringify([first, ...rest])}`);
  return first.posting;
}

test("a real-looking page with a graph, a comment, entities and a trailing comma is read whole", () => {
  const posting = only(readFileSync(new URL("fixtures/advert-es.html", import.meta.url), "utf8"));
  expect(posting).toEqual({
    source: "board",
    externalId: "4471",
    url: "https://empleos.example/ofertas/tecnica-laboratorio-4471",
    title: "Técnica de laboratorio clínico",
    company: "Laboratorios Arrayán S.A.S.",
    location: "Palmira, Valle del Cauca, Colombia; Buga, Valle del Cauca",
    postedAt: "2026-02-10",
    validThrough: "2026-03-31T23:59:59-05:00",
    employmentType: "full_time",
    workplace: null,
    salary: { min: 2_400_000, max: 2_900_000, currency: "COP", period: "month" },
    description: "<p>Procesar muestras de sangre y orina.</p><ul><li>Dos años de experiencia</li></ul>",
    descriptionFormat: "html",
    tags: ["Hematología", "Bioseguridad", "Excel"],
    lang: "es",
    warnings: [
      "Several employment types are stated (full_time, temporary); the first is kept.",
      "The structured data was damaged and has been repaired.",
    ],
  });
});

describe("the URL", () => {
  const head = '<link rel="canonical" href="/jobs/1"><meta property="og:url" content="https://b.example/og">';
  test("is the stated one, else canonical, else og:url, else the advert's own, else where it was fetched", () => {
    expect(only(page({}, head), { url: "https://b.example/x" }).url).toBe("https://b.example/x");
    expect(only(page({}, head), { fetchedUrl: "https://b.example/y?utm=1" }).url).toBe("https://b.example/jobs/1");
    expect(only(page({}, head.slice(head.indexOf("<meta")))).url).toBe("https://b.example/og");
    expect(only(page({ url: "https://b.example/own" })).url).toBe("https://b.example/own");
    expect(only(page({}), { fetchedUrl: "https://b.example/y" }).url).toBe("https://b.example/y");
  });

  test("is not a canonical link to the home page, nor a script", () => {
    expect(
      only(page({}, '<link rel="canonical" href="https://b.example/">'), { fetchedUrl: "https://b.example/y" }).url,
    ).toBe("https://b.example/y");
    const posting = only(page({ url: "javascript:alert(1)" }));
    expect(posting.url).toBeNull();
    expect(posting.warnings).toContain("url is missing.");
  });
});

describe("forms that boards write", () => {
  test.each([
    [{ hiringOrganization: "Plain Ltd" }, { company: "Plain Ltd" }],
    [{ hiringOrganization: [{ name: "First &amp; Co" }, { name: "Second" }] }, { company: "First & Co" }],
    [
      { jobLocationType: "TELECOMMUTE", applicantLocationRequirements: [{ name: "Chile" }, { name: "Peru" }] },
      { workplace: "remote", location: "Chile; Peru" },
    ],
    [
      { jobLocation: { address: { addressLocality: "-", addressRegion: "Anywhere", addressCountry: "Anywhere" } } },
      { location: "Anywhere" },
    ],
    [{ jobLocation: { address: { addressCountry: "CO" } } }, { location: "Colombia" }],
    [{ jobLocation: { address: { addressLocality: "Cali", addressCountry: "CO" } } }, { location: "Cali, CO" }],
    [
      {
        jobLocationType: "TELECOMMUTE",
        applicantLocationRequirements: [
          { "@type": "Country", name: "CL" },
          { "@type": "Country", name: "Peru" },
        ],
      },
      { workplace: "remote", location: "Chile; Peru" },
    ],
    [{ jobLocation: { name: "Head office" } }, { location: "Head office" }],
    [{ employmentType: "Part-time" }, { employmentType: "part_time" }],
    [{ employmentType: "OTHER" }, { employmentType: null }],
    [{ identifier: ["a-9"] }, { externalId: "a-9" }],
    [{ skills: [{ "@type": "DefinedTerm", name: "MIG" }, "TIG"] }, { tags: ["MIG", "TIG"] }],
    [
      { description: undefined, responsibilities: ["Cut", "Join"], qualifications: "Certificate" },
      { description: "Cut\nJoin\n\nCertificate" },
    ],
    [{ datePosted: "3 de febrero de 2026" }, { postedAt: "2026-02-03" }],
    [{ datePosted: "2026-02-30" }, { postedAt: null }],
    [
      { baseSalary: "USD 60k - 80k per year" },
      { salary: { min: 60_000, max: 80_000, currency: "USD", period: "year" } },
    ],
    [
      { baseSalary: 25, salaryCurrency: "EUR", unitText: "HOUR" },
      { salary: { min: 25, max: 25, currency: "EUR", period: "hour" } },
    ],
    [
      {
        baseSalary: [
          { currency: "USD", value: { value: 0 } },
          { currency: "MXN", minValue: "18,000", unitText: "mensual" },
        ],
      },
      { salary: { min: 18_000, max: 18_000, currency: "MXN", period: "month" } },
    ],
    [
      { baseSalary: { currency: "USD", value: "9-10", unitText: "HOUR" } },
      { salary: { min: 9, max: 10, currency: "USD", period: "hour" } },
    ],
    [{ baseSalary: { value: { minValue: 5, unitText: "HOUR" } } }, { salary: null }],
  ])("%j", (node, expected) => {
    expect(only(page(node))).toMatchObject(expected);
  });

  test("an advert without an id keeps one id from its address, whatever else changes", () => {
    const first = only(page({ identifier: undefined }), { url: "https://b.example/1" });
    const second = only(page({ identifier: undefined, title: "Senior welder" }), { url: "https://b.example/1" });
    expect(first.externalId).toBe(second.externalId);
    expect(first.externalId).toMatch(/^[0-9a-f]{64}$/);
  });

  test("what is missing is said, and a heading stands for a missing title", () => {
    const posting = only(page({ title: undefined, datePosted: undefined, description: "" }));
    expect(posting.title).toBe("Welder");
    expect(posting.warnings).toEqual([
      "title is missing; the page's heading stands for it.",
      "company is missing.",
      "location is missing.",
      "url is missing.",
      "postedAt is missing.",
      "description is missing.",
    ]);
  });
});

describe("several adverts on one page", () => {
  const list =
    script(
      JSON.stringify([
        { ...advert, identifier: "1", url: "/a" },
        { ...advert, identifier: "1" },
      ]),
    ) + script(JSON.stringify({ "@graph": [{ ...advert, identifier: "2", url: "/b" }] }));

  test("each is read once, with its own address", () => {
    const outcomes = parseJsonLdPage(raw(list, { url: "https://b.example/list" }));
    expect(
      outcomes.map((outcome) => outcome.kind === "posting" && [outcome.posting.externalId, outcome.posting.url]),
    ).toEqual([
      ["1", "https://b.example/a"],
      ["2", "https://b.example/b"],
    ]);
  });

  test("a truncated block beside good ones is a named rejection", () => {
    const outcomes = parseJsonLdPage(raw(`${list}${script('{"@type":"JobPosting","title":"Lost')}`));
    expect(outcomes.at(-1)).toEqual({
      kind: "rejected",
      reason: "the structured data is not valid JSON",
      warnings: [],
    });
  });
});

describe("a page without adverts", () => {
  test.each([
    ["an empty ItemList", script('{"@type":"ItemList","itemListElement":[]}')],
    ["a page that says so", "<html><body><p>No results for welder</p></body></html>"],
    ["una página que lo dice", "<html><body><p>No se encontraron ofertas.</p></body></html>"],
    ["a listing with a next page", '<html><body><p>Vacancies</p><a rel="next" href="?page=2">2</a></body></html>'],
  ])("%s is a valid empty list", (_name, html) => {
    expect(parseJsonLdPage(raw(html))).toEqual([]);
  });

  test.each([
    ["broken", script('{"@type":"JobPosting","title":"cut o')],
    ["broken", "<html><body><p>Our company was founded long ago.</p></body></html>"],
    ["broken", '<html><body><div id="root"></div><script src="/a.js"></script></body></html>'],
    ["broken", ""],
    ["expired", "<html><body><h1>This job has expired</h1></body></html>"],
    ["blocked", "<html><title>Access denied</title><body>Sorry.</body></html>"],
  ])("%s", (outcome, html) => {
    expect(parseJsonLdPage(raw(html))).toEqual([{ kind: "page", outcome, reason: expect.any(String) as unknown }]);
  });

  test("an advert whose page says that it is closed is a closed posting", () => {
    expect(only(page({}).replace("<h1>", '<p class="alert">No longer accepting applications</p><h1>')).closed).toBe(
      true,
    );
  });
});

test("hostile nesting and hostile types neither throw nor hang", () => {
  const deep = `${'{"a":'.repeat(2000)}{"@type":"JobPosting","title":"x"}${"}".repeat(2000)}`;
  expect(parseJsonLdPage(raw(script(deep)))).toHaveLength(1);
  const odd = only(
    page({
      title: 7,
      hiringOrganization: 5,
      jobLocation: [[[]], null, 3],
      baseSalary: [null, [], true],
      identifier: {},
      datePosted: {},
      skills: { name: [] },
      url: 4,
    }),
  );
  expect(odd.title).toBe("7");
  expect(parseJsonLdPage(raw("<div>".repeat(20_000)))).toHaveLength(1);
});
