import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { advertUrl } from "../parsing/advert-url";
import { statedText } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import type { ParseOutcome } from "../source-adapter";
import type { ApiParams, MappedField } from "./api-params";
import { evaluate } from "./expression";
import {
  longText,
  lookUp,
  mappedDate,
  mappedEmployment,
  mappedPay,
  mappedWorkplace,
  shortText,
  tagList,
} from "./read-mapped-values";
import { fillTemplate } from "./url-template";

export type MappedPlace = {
  source: string;
  base: string | null;
  now: Date;
  params: ApiParams;
  fields: ApiParams["fields"];
  /** The id that the answer's own address carries, where the answer does not state it. */
  idInAddress: string | null;
};

/** Reads fields of one advert, and remembers which of them could not be read. */
function fieldReader(item: unknown, fields: ApiParams["fields"], warnings: string[]) {
  return (field: MappedField): unknown => {
    const expression = fields[field];
    if (expression === undefined) return null;
    const found = evaluate(item, expression);
    if (found.ok) return found.value;
    warnings.push(`${field} cannot be read: ${found.reason}.`);
    return null;
  };
}

function readClosed(value: unknown, { valueMaps }: ApiParams): boolean {
  return lookUp(valueMaps.closed, value) ?? (value === true || value === "true");
}

function readText(value: unknown, { descriptionFormat }: ApiParams) {
  const text = longText(value);
  return descriptionFormat === "auto" ? statedText(text) : { description: text, descriptionFormat };
}

function readLanguage(value: unknown, { valueMaps, constants }: ApiParams): string | null {
  const own = lookUp(valueMaps.lang, value);
  const code = /^([a-z]{2})(?:[-_].*)?$/i.exec(shortText(value, 20) ?? "")?.[1]?.toLowerCase();
  return own ?? code ?? constants.lang ?? null;
}

function readDate(
  read: (field: MappedField) => unknown,
  field: "postedAt" | "validThrough",
  { params, now }: MappedPlace,
  warnings: string[],
): string | null {
  const value = read(field);
  const date = mappedDate(value, params.dates, now);
  if (date === null && value !== null && value !== undefined && value !== "")
    warnings.push(`${field} is not a date that can be read.`);
  return date;
}

/** Reads one advert by the source's mapping. */
export function readMappedPosting(item: unknown, place: MappedPlace): ParseOutcome {
  const { params } = place;
  const warnings: string[] = [];
  const read = fieldReader(item, place.fields, warnings);
  const title = shortText(read("title"));
  if (title === null) return { kind: "rejected", reason: "an advert without a title", warnings };
  const filled = params.urlTemplate === undefined ? null : fillTemplate(params.urlTemplate, item);
  const url = advertUrl(read("url"), place.base) ?? filled;
  const company = shortText(read("company"), 300) ?? params.constants.company ?? null;
  const types = mappedEmployment(read("employmentType"), params);
  if (types.length > 1) warnings.push(`Several employment types are stated (${types.join(", ")}); the first is kept.`);
  const pay = mappedPay(
    { min: read("salaryMin"), max: read("salaryMax"), currency: read("currency"), period: read("period") },
    params,
  );
  if (pay.warning !== null) warnings.push(pay.warning);
  const text = readText(read("description"), params);
  const posting: ParsedPosting = {
    source: place.source,
    externalId:
      shortText(read("externalId"), 300) ??
      place.idInAddress ??
      sha256(url ?? `${title}\n${company ?? ""}\n${text.description}`),
    url,
    title,
    company,
    location: shortText(read("location"), 1000) ?? params.constants.location ?? null,
    postedAt: readDate(read, "postedAt", place, warnings),
    validThrough: readDate(read, "validThrough", place, warnings),
    employmentType: types[0] ?? null,
    workplace: mappedWorkplace(read("workplace"), params),
    salary: pay.salary,
    ...text,
    tags: tagList(read("tags")),
    lang: readLanguage(read("lang"), params),
    ...(readClosed(read("closed"), params) ? { closed: true } : {}),
    warnings,
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}
