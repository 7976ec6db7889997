import type { EmploymentType, PayPeriod, Salary } from "@/lib/core/postings/posting-fields";
import { renderBody } from "./body-html";
import type { OpenAdvert } from "./board-on";
import type { Place } from "./content-schema";

/** A JSON object, as it is written into a page. */
export type JsonObject = { [key: string]: unknown };

const EMPLOYMENT: Readonly<Record<EmploymentType, string>> = {
  full_time: "FULL_TIME",
  part_time: "PART_TIME",
  contract: "CONTRACTOR",
  temporary: "TEMPORARY",
  internship: "INTERN",
};
const UNIT: Readonly<Record<PayPeriod, string>> = {
  hour: "HOUR",
  day: "DAY",
  week: "WEEK",
  month: "MONTH",
  year: "YEAR",
};

/** The valid forms in which boards write the same facts; an advert keeps its form for life. */
export const PAGE_SHAPES = [
  "object",
  "array",
  "graph",
  "organization-as-text",
  "location-list",
  "single-salary",
  "several-blocks",
  "type-list",
] as const;
export type PageShape = (typeof PAGE_SHAPES)[number];

/** The form of an advert's page. */
export function shapeOf(item: OpenAdvert): PageShape {
  return PAGE_SHAPES[item.advert.pageShape % PAGE_SHAPES.length] ?? "object";
}

/** The JSON-LD values of an advert's page, one for each script block. `origin` as in `http://127.0.0.1:4100`. */
export function jsonLdBlocks(item: OpenAdvert, origin: string): unknown[] {
  const context = { "@context": "https://schema.org" };
  const posting = jobPosting(item, origin);
  const shape = shapeOf(item);
  switch (shape) {
    case "array":
      return [[{ ...context, ...posting }]];
    case "graph":
      return [{ ...context, "@graph": [{ "@type": "WebPage", name: item.advert.title }, posting] }];
    case "several-blocks":
      return [breadcrumbs(item, origin), { ...context, ...posting }];
    case "type-list":
      return [{ "@context": "http://schema.org/", ...posting, "@type": ["JobPosting"] }];
    default:
      return [{ ...context, ...posting }];
  }
}

function jobPosting(item: OpenAdvert, origin: string): JsonObject {
  const { advert, version } = item;
  const shape = shapeOf(item);
  const organization = { "@type": "Organization", name: advert.employerName };
  return {
    "@type": "JobPosting",
    title: advert.title,
    description: descriptionHtml(item),
    identifier: { "@type": "PropertyValue", name: "Atalaya demo board", value: advert.id },
    url: `${origin}/jobs/${advert.slug}`,
    datePosted: version.datePosted,
    ...(version.validThrough === null ? {} : { validThrough: `${version.validThrough}T23:59:59Z` }),
    employmentType: EMPLOYMENT[advert.employmentType],
    hiringOrganization: shape === "organization-as-text" ? advert.employerName : organization,
    ...locationOf(item, shape),
    ...(version.salary === null ? {} : { baseSalary: salaryOf(version.salary, shape) }),
    industry: advert.sector,
    occupationalCategory: advert.family,
    inLanguage: advert.lang,
    directApply: false,
  };
}

/** The advert's text as its board's editor wrote it. */
export function descriptionHtml(item: OpenAdvert): string {
  const shape = shapeOf(item);
  const style = shape === "array" || shape === "single-salary" ? "bold-headings" : "semantic";
  return renderBody(item.version.body, shape === "type-list" ? "typed-bullets" : style);
}

function locationOf({ advert }: OpenAdvert, shape: PageShape): JsonObject {
  if (advert.workplace === "remote") {
    const country = { "@type": "Country", name: advert.place.country };
    return { jobLocationType: "TELECOMMUTE", applicantLocationRequirements: country };
  }
  const place = { "@type": "Place", address: addressOf(advert.place) };
  return { jobLocation: shape === "location-list" ? [place] : place };
}

function addressOf(place: Place): JsonObject {
  return {
    "@type": "PostalAddress",
    ...(place.city === null ? {} : { addressLocality: place.city }),
    ...(place.region === null ? {} : { addressRegion: place.region }),
    addressCountry: place.country,
  };
}

function salaryOf(salary: Salary, shape: PageShape): JsonObject {
  const range =
    shape === "single-salary" || salary.min === salary.max
      ? { value: salary.min }
      : { minValue: salary.min, maxValue: salary.max };
  return {
    "@type": "MonetaryAmount",
    currency: salary.currency,
    value: { "@type": "QuantitativeValue", ...range, unitText: UNIT[salary.period] },
  };
}

function breadcrumbs({ advert }: OpenAdvert, origin: string): JsonObject {
  const names = ["Demo", advert.family, advert.title];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: names.map((name, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: `${origin}/`,
    })),
  };
}
