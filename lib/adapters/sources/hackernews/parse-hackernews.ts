import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { openPage, textOf, unreadPage } from "../parsing/open-page";
import { parseJson } from "../parsing/parse-json";
import { plainField } from "../parsing/plain-text";
import { gapsOf } from "../parsing/posting-gaps";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import { readPayPhrase } from "../parsing/stated-pay";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { type HnComment, hnComment, hnHits, hnStory, hnThread, hnUser } from "./hackernews-schema";
import { META } from "./headline-words";
import { readBodyTitles } from "./read-body-titles";
import { type Headline, readHeadline } from "./read-headline";

const COMMENT_URL = "https://news.ycombinator.com/item?id=";
const MAX_TITLE = 200;
/** A comment so short, without a header's bars, says nothing of a job. */
const MIN_ADVERT_CHARS = 60;

const MAX_LINES = 80;

/** The paragraphs and lines of a comment, as marked up. */
function splitLines(html: string): string[] {
  return html
    .slice(0, 20_000)
    .split(/<p>|<\/p>|<br\s*\/?>|\n/i)
    .slice(0, MAX_LINES);
}

function plainLines(lines: readonly string[]): string[] {
  return lines.flatMap((line) => plainField(line, 1000) ?? []);
}

function readPay(headline: Headline): { salary: ParsedPosting["salary"]; warning: string | null } {
  for (const phrase of headline.pay) {
    const pay = readPayPhrase(phrase.replace(/\+.*$|\bequity\b.*$|\d+(?:\.\d+)?\s?%.*$/i, ""));
    if (pay.salary !== null || pay.warning !== null) return pay;
  }
  return { salary: null, warning: null };
}

function titleOf(headline: Headline, header: string, below: readonly string[], warnings: string[]): string {
  const stated = headline.titles.join(", ").slice(0, MAX_TITLE);
  if (stated !== "") return stated;
  const named = readBodyTitles(plainLines(below)).join(", ").slice(0, MAX_TITLE);
  if (named !== "") {
    warnings.push("title is read from the text below the header line.");
    return named;
  }
  warnings.push("title is missing; the header line stands for it.");
  return header.slice(0, 120);
}

function locationOf(headline: Headline): string | null {
  const places = [...new Set(headline.places)];
  return places.length === 0 ? null : places.join("; ").slice(0, 300);
}

function oneOf<T extends string>(values: readonly T[], what: string, warnings: string[]): T | null {
  if (values.length > 1) warnings.push(`Several ${what} are stated (${values.join(", ")}).`);
  return values[0] ?? null;
}

/** A comment about the thread, or one that names neither a job nor an employer nor a place. */
function isAside(headline: Headline, header: string, html: string, warnings: readonly string[]): boolean {
  if (META.test(header) || (html.length < MIN_ADVERT_CHARS && !header.includes("|"))) return true;
  const names = [headline.company, ...headline.places, ...headline.workplaces, ...headline.employmentTypes];
  const hasTitle = !warnings.some((warning) => warning.startsWith("title is missing"));
  return !hasTitle && names.every((name) => name === null);
}

function readComment(comment: HnComment, raw: RawInput): ParseOutcome | null {
  const html = comment.text ?? comment.comment_text ?? "";
  if (comment.deleted === true || comment.dead === true || /^\s*\[(?:dead|deleted|flagged)\]\s*$/i.test(html))
    return null;
  const lines = splitLines(html);
  const at = lines.findIndex((line) => plainField(line, 1000) !== null);
  const header = at < 0 ? null : plainField(lines[at], 1000);
  if (header === null) return null;
  const headline = readHeadline(header);
  const pay = readPay(headline);
  const warnings = pay.warning === null ? [] : [pay.warning];
  const title = titleOf(headline, header, lines.slice(at + 1), warnings);
  if (isAside(headline, header, html, warnings))
    return { kind: "rejected", reason: "a comment that is no advert", warnings: [] };
  const id = comment.id ?? comment.objectID;
  const { workplaces } = headline;
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: id ?? sha256(html),
    url: id === undefined ? null : `${COMMENT_URL}${id}`,
    title,
    company: headline.company,
    location: locationOf(headline),
    postedAt: parseStatedDate(comment.time ?? comment.created_at_i ?? null),
    validThrough: null,
    employmentType: oneOf(headline.employmentTypes, "employment types", warnings),
    // Where several are offered, none of them is the job's own.
    workplace:
      oneOf(workplaces, "workplaces", warnings) === null || workplaces.length > 1 ? null : (workplaces[0] ?? null),
    salary: pay.salary,
    description: html,
    descriptionFormat: "html",
    tags: [],
    lang: null,
    warnings,
  };
  posting.warnings.push(...gapsOf(posting));
  return { kind: "posting", posting };
}

function isStated<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}

function readRow(row: unknown, raw: RawInput): ParseOutcome[] {
  const comment = hnComment.safeParse(row);
  if (!comment.success) return [{ kind: "rejected", reason: "a row that is not a comment", warnings: [] }];
  const { type, title, parent_id: parent, story_id: story, text } = comment.data;
  const isReply = isStated(story) && isStated(parent) && story !== parent;
  const isOther = (isStated(type) && type !== "comment") || (isStated(title) && !isStated(text));
  if (isReply || isOther) return [];
  const outcome = readComment(comment.data, raw);
  return outcome === null ? [] : [outcome];
}

function readAnswer(value: unknown, raw: RawInput): ParseOutcome[] | null {
  if (value === null) return [];
  if (Array.isArray(value)) return value.flatMap((row: unknown) => readRow(row, raw));
  const thread = hnThread.safeParse(value);
  if (thread.success) return thread.data.children.flatMap((row) => readRow(row, raw));
  const hits = hnHits.safeParse(value);
  if (hits.success) return hits.data.hits.flatMap((row) => readRow(row, raw));
  if (hnUser.safeParse(value).success || hnStory.safeParse(value).success) return [];
  const comment = hnComment.safeParse(value);
  const isComment =
    comment.success &&
    (comment.data.type === "comment" || (comment.data.text ?? comment.data.comment_text ?? null) !== null);
  return isComment ? readRow(value, raw) : null;
}

/** A dump: one comment a line. */
function readLines(body: string, raw: RawInput): ParseOutcome[] {
  const rows = body.split("\n").filter((line) => line.trim() !== "");
  return rows.flatMap((line): ParseOutcome[] => {
    const row = parseJson(line);
    return row === null
      ? [{ kind: "rejected", reason: "a line that is not JSON", warnings: [] }]
      : readRow(row.value, raw);
  });
}

/** Reads "Who is hiring?" comments: an answer of the public API or of the search API, or a dump of one comment a line. */
export function parseHackerNews(raw: RawInput): ParseOutcome[] {
  const body = raw.body.replace(/^\uFEFF/, "").trim();
  if (body === "") return [];
  if (body.startsWith("<")) {
    const page = openPage(body);
    const title = page === null ? null : textOf(page("title"));
    return [unreadPage(body, `the page "${title ?? ""}" is no answer of the API and no dump`)];
  }
  const whole = parseJson(body);
  if (whole === null && body.startsWith("{") && body.includes("\n")) return readLines(body, raw);
  const read = whole === null ? null : readAnswer(whole.value, raw);
  return (
    read ?? [
      {
        kind: "page",
        outcome: "broken",
        reason: whole === null ? "the answer is not valid JSON" : "the answer holds no comments",
      },
    ]
  );
}
