import { describe, expect, it } from "vitest";
import type { OpenAdvert } from "./board-on";
import type { DemoAdvert } from "./history-types";
import { jsonLdBlocks, PAGE_SHAPES, type PageShape } from "./job-posting-data";

const ORIGIN = "http://127.0.0.1:1";

function item(shape: PageShape, changes: Partial<DemoAdvert> = {}, single = false): OpenAdvert {
  const salary = { min: 20.5, max: single ? 20.5 : 25, currency: "USD", period: "hour" } as const;
  const version = {
    from: "2026-01-02",
    change: "first",
    body: "Text",
    salary,
    datePosted: "2026-01-02",
    validThrough: "2026-03-01",
  } as const;
  const advert: DemoAdvert = {
    id: "DEMO-00001",
    slug: "cook-00001",
    origin: { kind: "original" },
    descriptionKey: "cook",
    family: "hospitality",
    lang: "en",
    title: "Cook",
    employerKey: "inn",
    employerName: "The Inn",
    sector: "hotels",
    agency: false,
    place: { city: "Denver", region: "CO", country: "US" },
    workplace: "onsite",
    employmentType: "part_time",
    seniority: "mid",
    publishedOn: "2026-01-02",
    closesOn: "2026-03-01",
    pageShape: PAGE_SHAPES.indexOf(shape),
    versions: [version],
    ...changes,
  };
  return { advert, version };
}

describe("the JSON-LD of an advert", () => {
  it("states every fact in the plain form", () => {
    expect(jsonLdBlocks(item("object"), ORIGIN)).toEqual([
      {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        title: "Cook",
        description: "<p>Text</p>",
        identifier: { "@type": "PropertyValue", name: "Atalaya demo board", value: "DEMO-00001" },
        url: "http://127.0.0.1:1/jobs/cook-00001",
        datePosted: "2026-01-02",
        validThrough: "2026-03-01T23:59:59Z",
        employmentType: "PART_TIME",
        hiringOrganization: { "@type": "Organization", name: "The Inn" },
        jobLocation: {
          "@type": "Place",
          address: { "@type": "PostalAddress", addressLocality: "Denver", addressRegion: "CO", addressCountry: "US" },
        },
        baseSalary: {
          "@type": "MonetaryAmount",
          currency: "USD",
          value: { "@type": "QuantitativeValue", minValue: 20.5, maxValue: 25, unitText: "HOUR" },
        },
        industry: "hotels",
        occupationalCategory: "hospitality",
        inLanguage: "en",
        directApply: false,
      },
    ]);
  });

  it("says where a remote worker may live instead of a place", () => {
    const [posting] = jsonLdBlocks(item("object", { workplace: "remote" }), ORIGIN);
    expect(posting).toMatchObject({
      jobLocationType: "TELECOMMUTE",
      applicantLocationRequirements: { "@type": "Country", name: "US" },
    });
    expect(posting).not.toHaveProperty("jobLocation");
  });

  it("writes a single amount as one value", () => {
    expect(jsonLdBlocks(item("object", {}, true), ORIGIN)).toMatchObject([{ baseSalary: { value: { value: 20.5 } } }]);
  });

  it.each<[PageShape, object[]]>([
    ["array", [[{ "@type": "JobPosting" }]]],
    ["graph", [{ "@graph": [{ "@type": "WebPage" }, { "@type": "JobPosting" }] }]],
    ["organization-as-text", [{ hiringOrganization: "The Inn" }]],
    ["location-list", [{ jobLocation: [{ "@type": "Place" }] }]],
    ["single-salary", [{ baseSalary: { value: { value: 20.5 } } }]],
    ["several-blocks", [{ "@type": "BreadcrumbList" }, { "@type": "JobPosting" }]],
    ["type-list", [{ "@context": "http://schema.org/", "@type": ["JobPosting"] }]],
  ])("has the form %s", (shape, expected) => {
    expect(jsonLdBlocks(item(shape), ORIGIN)).toMatchObject(expected);
  });
});
