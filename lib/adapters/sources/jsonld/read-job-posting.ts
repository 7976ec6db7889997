import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { asList, isNode, type JsonNode } from "./json-node";
import { toHttpUrl } from "./page-url";
import { readBaseSalary } from "./read-base-salary";
import { readPlaces } from "./read-place";

export type PostingPlace = {
  source: string;
  /** The address to give the posting where it does not name a better one itself. */
  url: string | null;
  /** Whether the page is about this posting alone. */
  alone: boolean;
  heading: string | null;
};

const MAX_TAGS = 60;

function readIdentifier(value: unknown): string | null {
  for (const item of asList(value)) {
    const stated = plainField(isNode(item) ? (item.value ?? item.identifier ?? item["@id"]) : item, 300);
    if (stated !== null) return stated;
  }
  return null;
}

function readCompany(value: unknown): string | null {
  for (const item of asList(value)) {
    const name = plainField(isNode(item) ? (item.name ?? item.legalName) : item, 300);
    if (name !== null && !/^https?:\/\//.test(name)) return name;
  }
  return null;
}

function textOf(value: unknown): string | null {
  const parts = asList(value).flatMap((item) => {
    const text = isNode(item) ? (item.description ?? item.name) : item;
    return typeof text === "string" && text.trim() !== "" ? [text] : [];
  });
  return parts.length === 0 ? null : parts.join("\n");
}

/** Some boards leave `description` out and fill the narrower properties instead. */
function readDescription(node: JsonNode): string | null {
  const whole = textOf(node.description);
  if (whole !== null) return whole;
  const sections = [
    node.responsibilities,
    node.qualifications,
    node.experienceRequirements,
    node.educationRequirements,
    node.jobBenefits,
  ].map(textOf);
  const stated = sections.filter((section) => section !== null);
  return stated.length === 0 ? null : stated.join("\n\n");
}

function readTags(value: unknown): string[] {
  const names = asList(value).flatMap((item) => {
    const text = plainField(isNode(item) ? item.name : item, 2000);
    // A sentence is not a list of tags.
    return text === null
      ? []
      : text
          .split(/[,;|]/)
          .map((tag) => tag.trim())
          .filter((tag) => tag !== "" && tag.length <= 60);
  });
  return [...new Set(names)].slice(0, MAX_TAGS);
}

function readLanguage(value: unknown): string | null {
  const stated = asList(value).map((item) => (isNode(item) ? (item.alternateName ?? item.name) : item))[0];
  return typeof stated === "string"
    ? (/^([a-z]{2})(?:[-_].*)?$/i.exec(stated.trim())?.[1]?.toLowerCase() ?? null)
    : null;
}

function readDate(node: JsonNode, field: "datePosted" | "validThrough", warnings: string[]): string | null {
  const value = asList(node[field])[0];
  const date = parseStatedDate(value);
  if (date === null && value !== undefined && value !== "") warnings.push(`${field} is not a date that can be read.`);
  return date;
}

function readEmployment(node: JsonNode, warnings: string[]): ParsedPosting["employmentType"] {
  const types = readEmploymentTypes(node.employmentType);
  if (types.length > 1) warnings.push(`Several employment types are stated (${types.join(", ")}); the first is kept.`);
  return types[0] ?? null;
}

function warnOfGaps(posting: ParsedPosting): void {
  const expected = {
    company: posting.company,
    location: posting.location,
    url: posting.url,
    postedAt: posting.postedAt,
    description: posting.description,
  };
  for (const [field, value] of Object.entries(expected)) {
    if (value === null || value === "") posting.warnings.push(`${field} is missing.`);
  }
}

/** Templates without a place of their own fill in the employer's name. */
function readLocation(node: JsonNode, company: string | null, warnings: string[]): string | null {
  const stated = readPlaces(node.jobLocation);
  if (stated === null || stated.toLowerCase() !== company?.toLowerCase())
    return stated ?? readPlaces(node.applicantLocationRequirements);
  warnings.push("The stated location is the employer's name and is left out.");
  return readPlaces(node.applicantLocationRequirements);
}

/** Reads one JobPosting node. Null where it has neither a title nor a heading to stand for one. */
export function readJobPosting(node: JsonNode, place: PostingPlace): ParsedPosting | null {
  const warnings: string[] = [];
  const stated = plainField(node.title) ?? plainField(node.name);
  const title = stated ?? (place.alone ? plainField(place.heading) : null);
  if (title === null) return null;
  if (stated === null) warnings.push("title is missing; the page's heading stands for it.");
  const ownUrl = toHttpUrl(
    node.url ?? (typeof node["@id"] === "string" && /^https?:/.test(node["@id"]) ? node["@id"] : null),
    place.url,
  );
  const url = place.alone ? (place.url ?? ownUrl) : (ownUrl ?? place.url);
  const company = readCompany(node.hiringOrganization);
  const pay = readBaseSalary(node);
  if (pay.warning !== null) warnings.push(pay.warning);
  const text = readDescription(node) ?? "";
  const identity = ownUrl ?? (place.alone ? url : null) ?? `${title}\n${company ?? ""}\n${text}`;
  const posting: ParsedPosting = {
    source: place.source,
    externalId: readIdentifier(node.identifier) ?? sha256(identity),
    url,
    title,
    company,
    location: readLocation(node, company, warnings),
    postedAt: readDate(node, "datePosted", warnings),
    validThrough: readDate(node, "validThrough", warnings),
    employmentType: readEmployment(node, warnings),
    workplace: readWorkplace(node.jobLocationType),
    salary: pay.salary,
    ...statedText(text),
    tags: readTags(node.skills),
    lang: readLanguage(node.inLanguage),
    warnings,
  };
  warnOfGaps(posting);
  return posting;
}
