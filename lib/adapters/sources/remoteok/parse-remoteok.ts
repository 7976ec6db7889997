import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import { loadPage } from "@/lib/adapters/http/load-page";
import { sha256 } from "@/lib/core/kernel/hash";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { findNodes, type JsonNode } from "../jsonld/json-node";
import { readJobPosting } from "../jsonld/read-job-posting";
import { parseLenientJson } from "../jsonld/repair-json";
import { advertUrl } from "../parsing/advert-url";
import { type PageNodes, type PageQuery, textOf } from "../parsing/open-page";
import { plainField, statedText } from "../parsing/plain-text";
import { parseStatedDate } from "@/lib/core/dates/stated-date";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { readShownTexts, withoutCall } from "./read-shown-text";
import { type RemoteOkJob, remoteOkJob, remoteOkNotice } from "./remoteok-schema";

const BASE_URL = "https://remoteok.com/";

function readPay(job: RemoteOkJob): ParsedPosting["salary"] {
  const amounts = [job.salary_min, job.salary_max].filter(
    (value): value is number => typeof value === "number" && Number.isFinite(value) && value > 0,
  );
  if (amounts.length === 0) return null;
  // The API states yearly amounts in US dollars; zero stands for "not stated".
  return { min: Math.min(...amounts), max: Math.max(...amounts), currency: "USD", period: "year" };
}

/** The slug ends with the id, and makes the address where the row has none. */
function readUrl(job: RemoteOkJob, base: string): string | null {
  return (
    advertUrl(job.url, base) ??
    (job.slug ? advertUrl(`/remote-jobs/${job.slug}`, base) : null) ??
    advertUrl(job.apply_url, base)
  );
}

function readJob(job: RemoteOkJob, raw: RawInput): ParseOutcome {
  const title = plainField(job.position);
  if (title === null) return { kind: "rejected", reason: "an advert without a position", warnings: [] };
  const url = readUrl(job, raw.url ?? BASE_URL);
  const company = plainField(job.company);
  const location = plainField(job.location)?.replace(/[\s,]+$/, "") ?? null;
  const postedAt = parseStatedDate(job.date) ?? parseStatedDate(job.epoch);
  const warnings = Object.entries({ company, location, url, postedAt, description: job.description }).flatMap(
    ([field, value]) => (value === null || value === undefined || value === "" ? [`${field} is missing.`] : []),
  );
  const posting: ParsedPosting = {
    source: raw.sourceId,
    externalId: job.id ?? sha256(url ?? `${title}\n${company ?? ""}\n${job.description ?? ""}`),
    url,
    title,
    company,
    location: location === "" ? null : location,
    postedAt,
    validThrough: null,
    employmentType: null,
    workplace: "remote",
    salary: readPay(job),
    ...statedText(job.description ?? ""),
    tags: [...new Set((job.tags ?? []).flatMap((tag) => plainField(tag, 60) ?? []))],
    lang: null,
    warnings,
  };
  return { kind: "posting", posting };
}

function parseApi(body: string, raw: RawInput): ParseOutcome[] {
  let rows: unknown;
  try {
    rows = JSON.parse(body);
  } catch {
    return [{ kind: "page", outcome: "broken", reason: "the answer is not valid JSON" }];
  }
  if (!Array.isArray(rows)) return [{ kind: "page", outcome: "broken", reason: "the answer is not a list of adverts" }];
  return rows.flatMap((row: unknown): ParseOutcome[] => {
    const job = remoteOkJob.safeParse(row);
    if (!job.success) return [{ kind: "rejected", reason: "a row that is not an advert", warnings: [] }];
    const isNotice = remoteOkNotice.safeParse(row).success && (job.data.position ?? null) === null;
    return isNotice ? [] : [readJob(job.data, raw)];
  });
}

/** Flags and pictures that the board puts before the names of places. */
const SIGNS = /[\p{Regional_Indicator}\p{Extended_Pictographic}\ufe0f\u200d]+/gu;

/** What a row shows of its advert, as the data that it lacks would state it. */
function shownNode(cells: PageNodes): JsonNode {
  const epoch = Number(cells.attr("data-epoch"));
  return {
    "@type": "JobPosting",
    title: textOf(cells.find('[itemprop="title"], h2'), 300),
    hiringOrganization: cells.attr("data-company") || textOf(cells.find('[itemprop="hiringOrganization"], h3'), 300),
    datePosted: cells.find("time[datetime]").attr("datetime") ?? (epoch > 0 ? epoch : undefined),
  };
}

function textsIn($: PageQuery, nodes: PageNodes, maxLength: number): string[] {
  return nodes.toArray().flatMap((node) => plainField($(node).text(), maxLength) ?? []);
}

/** Whether a row's pay is the board's guess, which it says in a title to hover over. */
function isPayEstimated($: PageQuery, cells: PageNodes): boolean {
  return cells
    .find("[title]")
    .toArray()
    .some((cell) => /\bestimated?\b/i.test($(cell).attr("title") ?? ""));
}

/** The places in the words of a row ("Remote, NZ"), which say more than the "Anywhere" that its data is filled with. */
function shownPlaces($: PageQuery, cells: PageNodes): string[] {
  return textsIn($, cells.find(".location"), 200)
    .filter((text) => !/[$€£💰]|probably/iu.test(text))
    .flatMap((text) => text.replace(SIGNS, "").trim() || []);
}

/** A row of the listing page: JSON-LD inside, the id, address and tags in attributes, and the whole text in the row that it unfolds to. */
function readRow($: PageQuery, cells: PageNodes, shownText: string | undefined, raw: RawInput): ParseOutcome {
  const block = parseLenientJson(cells.find('script[type="application/ld+json"]').first().text());
  const node = block.kind === "ok" ? findNodes(block.value, "JobPosting")[0] : undefined;
  const url = advertUrl(cells.attr("data-url") ?? cells.attr("data-href"), raw.url ?? BASE_URL);
  const from = { source: raw.sourceId, url, alone: true, heading: null };
  const posting = readJobPosting(node ?? shownNode(cells), from);
  if (posting === null) {
    const reason = block.kind === "broken" ? block.reason : "a row without JobPosting data";
    return { kind: "rejected", reason, warnings: [] };
  }
  const isEstimate = isPayEstimated($, cells);
  const places = shownPlaces($, cells);
  const stated = shownText === undefined ? { description: withoutCall(posting.description) } : statedText(shownText);
  const filled = new Set([
    ...(places.length > 0 ? ["location is missing."] : []),
    ...(stated.description === "" ? [] : ["description is missing."]),
  ]);
  const warnings = [
    ...posting.warnings.filter((warning) => !filled.has(warning)),
    ...(isEstimate && posting.salary !== null ? ["Pay is the board's own estimate and is left out."] : []),
    ...(node === undefined ? ["The row's data cannot be read; what it shows stands for them."] : []),
  ];
  const isVague = posting.location === null || /^anywhere$/i.test(posting.location);
  return {
    kind: "posting",
    posting: {
      ...posting,
      ...stated,
      warnings,
      externalId: cells.attr("data-id") ?? posting.externalId,
      location: isVague ? (places[0] ?? posting.location) : posting.location,
      workplace: "remote",
      salary: isEstimate ? null : posting.salary,
      tags: [...new Set([...posting.tags, ...textsIn($, cells.find(".tags h3, td.tags [itemprop=skills]"), 60)])],
    },
  };
}

function parseRows(html: string, raw: RawInput): ParseOutcome[] | null {
  const $ = loadPage(html);
  const rows = $("tr.job[data-id], tr[data-id][data-url], tr[data-id][data-href]").toArray();
  if (rows.length === 0) return null;
  const texts = readShownTexts($);
  return rows.map((row) => {
    const cells = $(row);
    return readRow($, cells, texts.get(cells.attr("data-id") ?? ""), raw);
  });
}

/** Reads an answer of the public API, or a saved listing page. */
export function parseRemoteOk(raw: RawInput): ParseOutcome[] {
  const body = raw.body.replace(/^\uFEFF/, "").trimStart();
  if (!body.startsWith("<")) return parseApi(body, raw);
  const state = detectPageState(body, 200);
  if (state.state === "blocked" || state.state === "captcha" || state.state === "login_wall") {
    return [{ kind: "page", outcome: "blocked", reason: state.reason }];
  }
  const rows = parseRows(body, raw);
  if (rows !== null) return rows;
  if (state.state === "expired") return [{ kind: "page", outcome: "expired", reason: state.reason }];
  return [
    { kind: "page", outcome: "broken", reason: state.state === "ok" ? "the page has no advert rows" : state.reason },
  ];
}
