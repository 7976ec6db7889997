import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import type { Workplace } from "@/lib/core/postings/posting-fields";
import { asList, isNode } from "../jsonld/json-node";
import { readEmploymentTypes } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome } from "../source-adapter";
import { type GetOnBrdJob, getOnBrdJob } from "./getonbrd-schema";
import { advertUrl, GETONBRD_BASE } from "./getonbrd-url";

type Attributes = GetOnBrdJob["attributes"];

/** The API's words for how much of the work is remote. */
const WORKPLACES: Record<string, Workplace> = {
  fully_remote: "remote",
  remote_local: "remote",
  temporarily_remote: "remote",
  hybrid: "hybrid",
  no_remote: "onsite",
};

function readText(attributes: Attributes): string {
  const section = (headline: string | null | undefined, text: string | null | undefined) => {
    const title = headline ? `<h3>${headline}</h3>\n` : "";
    return text ? [title + text] : [];
  };
  return [
    ...section(null, attributes.description),
    ...section(null, attributes.projects),
    ...section(attributes.functions_headline, attributes.functions),
    ...section(attributes.desirable_headline, attributes.desirable),
    ...section(attributes.benefits_headline, attributes.benefits),
  ].join("\n");
}

/** The API states gross monthly pay in US dollars. */
function readPay({ min_salary, max_salary }: Attributes): ParsedPosting["salary"] {
  const amounts = [min_salary, max_salary].filter((value): value is number => typeof value === "number" && value > 0);
  if (amounts.length === 0) return null;
  return { min: Math.min(...amounts), max: Math.max(...amounts), currency: "USD", period: "month" };
}

function readPlace(attributes: Attributes): string | null {
  const names = (list: Attributes["tags"]) =>
    (list?.data ?? []).flatMap((entry) => plainField(entry.attributes?.name) ?? []);
  const [cities, countries] = [names(attributes.location_cities), attributes.countries];
  const places =
    cities.length === 1 && countries.length === 1
      ? [...cities, ...countries].join(", ")
      : (cities.length > 0 ? cities : countries).join("; ");
  return plainField(places);
}

function toPosting(job: GetOnBrdJob, title: string, source: string): ParsedPosting {
  const { attributes } = job;
  const url = advertUrl(job.links?.public_url ?? `/jobs/${job.id}`, GETONBRD_BASE);
  const tags = (attributes.tags?.data ?? []).flatMap((tag) => plainField(tag.attributes?.name, 60) ?? []);
  const posting: ParsedPosting = {
    source,
    externalId: job.id,
    url,
    title,
    company: plainField(attributes.company?.data?.attributes?.name),
    location: readPlace(attributes),
    postedAt: parseStatedDate(attributes.published_at),
    validThrough: null,
    employmentType:
      readEmploymentTypes([
        attributes.modality?.data?.attributes?.locale_key,
        attributes.modality?.data?.attributes?.name,
      ])[0] ?? null,
    workplace: WORKPLACES[attributes.remote_modality ?? ""] ?? (attributes.remote === true ? "remote" : null),
    salary: readPay(attributes),
    ...statedText(readText(attributes)),
    tags: [...new Set(tags)],
    lang: /^(?:es|en|pt)$/.test(attributes.lang ?? "") ? (attributes.lang ?? null) : null,
    warnings: [],
  };
  posting.warnings.push(...gapsOf(posting));
  return posting;
}

/** Reads an answer of the API: a list of adverts, or one; null where it is neither. */
export function readAnswer(value: unknown, source: string): ParseOutcome[] | null {
  if (!isNode(value) || !("data" in value)) return null;
  return asList(value.data).map((row): ParseOutcome => {
    const job = getOnBrdJob.safeParse(row);
    const title = job.success ? plainField(job.data.attributes.title) : null;
    if (!job.success || title === null)
      return { kind: "rejected", reason: "a row that is not an advert", warnings: [] };
    return { kind: "posting", posting: toPosting(job.data, title, source) };
  });
}
