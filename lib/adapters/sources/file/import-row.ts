import { z } from "zod";
import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { readEmploymentTypes, readWorkplace } from "../parsing/employment-type";
import { plainField, statedText } from "../parsing/plain-text";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readAmount, readCurrency, readPayPeriod, readPayPhrase, toSalary } from "../parsing/stated-pay";
import { readPythonList } from "./python-list-literal";

/** One imported advert. `givenId` is the id as the file has it; `externalId` is that, or the URL, or a hash of the content. */
export type ImportRow = ParsedPosting & { givenId: string | null };
export type ImportRowReading = { kind: "row"; row: ImportRow } | { kind: "rejected"; reason: string };
export type ImportRowRules = { defaultSource: string };

/** What other programs write for "nothing". */
const NOTHING = new Set(["", "none", "null", "nan", "n/a", "undefined", "-"]);
const CLOSED =
  /^(closed|expired|filled|inactive|archived|removed|cerrad[ao]|vencid[ao]|finalizad[ao]|caducad[ao]|true|1|yes|s[ií])$/i;

const scalar = z.union([z.string(), z.number(), z.boolean()]).nullish().catch(null);
const rowInput = z.looseObject({
  source: scalar,
  id: scalar,
  externalId: scalar,
  title: scalar,
  company: scalar,
  location: scalar,
  date: scalar,
  postedAt: scalar,
  validThrough: scalar,
  lang: scalar,
  description: scalar,
  text: scalar,
  url: scalar,
  closed: scalar,
  status: scalar,
  employmentType: scalar,
  workplace: scalar,
  salary: z.unknown().optional(),
  tags: z.unknown().optional(),
  skills: z.unknown().optional(),
});
type RowInput = z.output<typeof rowInput>;

const salaryInput = z.looseObject({ min: scalar, max: scalar, currency: scalar, period: scalar });

function given(value: z.output<typeof scalar>): string | null {
  if (value === null || value === undefined) return null;
  const text = String(value).trim();
  return NOTHING.has(text.toLowerCase()) ? null : text;
}

function readDescription(input: RowInput): string {
  const text = given(input.description) ?? given(input.text) ?? "";
  // Rows come with the line ends of the machine that wrote them.
  return readPythonList(text)?.join("\n") ?? text.replace(/\r\n?/g, "\n");
}

function readUrl(value: string | null): string | null {
  if (value === null || !URL.canParse(value)) return null;
  return /^https?:$/.test(new URL(value).protocol) ? value : null;
}

function readDate(value: string | null, field: string, warnings: string[]): string | null {
  if (value === null) return null;
  const date = parseStatedDate(value);
  if (date === null) warnings.push(`${field} is not a date that can be read.`);
  return date;
}

function readPay(value: unknown, warnings: string[]): ParsedPosting["salary"] {
  if (typeof value === "string") {
    const reading = NOTHING.has(value.trim().toLowerCase()) ? null : readPayPhrase(value);
    if (reading !== null && reading.warning !== null) warnings.push(reading.warning);
    return reading?.salary ?? null;
  }
  const parsed = salaryInput.safeParse(value);
  if (!parsed.success) return null;
  const low = readAmount(parsed.data.min) ?? readAmount(parsed.data.max);
  const high = readAmount(parsed.data.max) ?? low;
  const range = low === null || high === null ? null : { min: Math.min(low, high), max: Math.max(low, high) };
  const reading = toSalary(range, readCurrency(parsed.data.currency), readPayPeriod(parsed.data.period));
  if (reading.warning !== null) warnings.push(reading.warning);
  return reading.salary;
}

function readTags(...values: unknown[]): string[] {
  const names = values.flatMap((value): unknown[] =>
    Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;|]/) : [],
  );
  return [...new Set(names.flatMap((name: unknown) => plainField(name, 60) ?? []))];
}

function isClosed(input: RowInput): boolean {
  const [closed, status] = [given(input.closed), given(input.status)];
  return (closed !== null && CLOSED.test(closed)) || (status !== null && CLOSED.test(status));
}

/** Source names become source ids: lower case, other characters as underscores. */
export function toSourceId(name: string): string {
  const id = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, "_")
    .replace(/^[_-]+|_+$/g, "");
  return id.slice(0, 63) || "file";
}

/**
 * Reads one row of a file of postings. Only a row that is no object, or has neither title nor description, is rejected; anything else
 * that is missing or unreadable is null, with a warning where something was there.
 */
export function parseImportRow(raw: unknown, rules: ImportRowRules): ImportRowReading {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw))
    return { kind: "rejected", reason: "the line is not an object" };
  const parsed = rowInput.safeParse(raw);
  if (!parsed.success) return { kind: "rejected", reason: "the line is not a posting" };
  const input = parsed.data;
  const warnings: string[] = [];
  const title = plainField(given(input.title) ?? "") ?? "";
  const description = readDescription(input);
  if (title === "" && description.trim() === "") return { kind: "rejected", reason: "neither title nor description" };
  if (title === "") warnings.push("title is missing.");
  if (description.trim() === "") warnings.push("description is missing.");
  const source = toSourceId(given(input.source) ?? rules.defaultSource);
  const url = readUrl(given(input.url));
  const company = plainField(given(input.company));
  const location = plainField(given(input.location));
  const givenId = given(input.id) ?? given(input.externalId);
  const lang = /^([a-z]{2})(?:[-_].*)?$/i.exec(given(input.lang) ?? "")?.[1]?.toLowerCase() ?? null;
  const row: ImportRow = {
    source,
    externalId: givenId ?? url ?? sha256(`${title}\n${company ?? ""}\n${location ?? ""}\n${description}`),
    givenId,
    url,
    title,
    company,
    location,
    postedAt: readDate(given(input.date) ?? given(input.postedAt), "date", warnings),
    validThrough: readDate(given(input.validThrough), "validThrough", warnings),
    employmentType: readEmploymentTypes(input.employmentType)[0] ?? null,
    workplace: readWorkplace(input.workplace),
    salary: readPay(input.salary, warnings),
    ...statedText(description),
    tags: readTags(input.tags, input.skills),
    lang,
    ...(isClosed(input) ? { closed: true } : {}),
    warnings,
  };
  return { kind: "row", row };
}
