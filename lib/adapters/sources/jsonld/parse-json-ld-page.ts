import { detectPageState, type PageVerdict } from "@/lib/adapters/http/detect-page-state";
import { scanPage } from "@/lib/adapters/http/scan-page";
import type { ParsedPosting } from "@/lib/core/postings/parsed-posting";
import { dropRepeats } from "../parsing/drop-repeats";
import type { ParseOutcome, RawInput } from "../source-adapter";
import { findPostings } from "./find-postings";
import { findNodes } from "./json-node";
import { pageUrlsOf } from "./page-url";
import { readJobPosting } from "./read-job-posting";
import { readMarkup } from "./read-markup";
import { type JsonLdPage, readPage } from "./read-page";

export type ParseRules = {
  /** Puts a page's address into the form that stays the same from crawl to crawl. */
  stableUrl?: (url: string) => string;
  baseUrl?: string | null;
};

/** How much of a page is searched for the words that say "no results". */
const MAX_LIST_TEXT = 20_000;
const EMPTY_LIST =
  /\b(0|no|sin|ning[uú]n[ao]?|zero)\s+(jobs?|results?|vacanc(y|ies)|positions?|openings?|postings?|resultados?|ofertas?|vacantes?|empleos?|avisos?)\b|no se (han )?encontra(ron|do)|nothing (was )?found|no (current|open) (jobs|positions|vacancies|openings)/i;

function isListing(page: JsonLdPage, html: string): boolean {
  const lists = ["ItemList", "CollectionPage", "SearchResultsPage"];
  if (page.blocks.some((block) => lists.some((type) => findNodes(block, type).length > 0))) return true;
  return (
    page.links.some((link) => /\b(next|prev)\b/.test(link.rel)) ||
    EMPTY_LIST.test(scanPage(html, MAX_LIST_TEXT).visibleText)
  );
}

function withoutPostings(page: JsonLdPage, html: string, state: PageVerdict): ParseOutcome[] {
  const broken =
    page.brokenBlocks.find((block) => block.mentionsPosting) ??
    (page.blocks.length === 0 ? page.brokenBlocks[0] : undefined);
  if (broken !== undefined) return [{ kind: "page", outcome: "broken", reason: broken.reason }];
  if (isListing(page, html)) return [];
  const reason = state.state === "empty_shell" ? state.reason : "the page has no JobPosting data";
  return [{ kind: "page", outcome: "broken", reason }];
}

function toOutcome(posting: ParsedPosting | null, expired: boolean, repaired: boolean): ParseOutcome {
  if (posting === null) return { kind: "rejected", reason: "a JobPosting without a title", warnings: [] };
  if (repaired) posting.warnings.push("The structured data was damaged and has been repaired.");
  return { kind: "posting", posting: expired ? { ...posting, closed: true } : posting };
}

/** Reads every JobPosting of a page. Without any, says what the page is instead; a listing without adverts is an empty result. */
export function parseJsonLdPage(raw: RawInput, rules: ParseRules = {}): ParseOutcome[] {
  const state = detectPageState(raw.body, 200);
  if (state.state === "blocked" || state.state === "captcha" || state.state === "login_wall") {
    return [{ kind: "page", outcome: "blocked", reason: state.reason }];
  }
  const page = readPage(raw.body);
  const stated = findPostings(page.blocks);
  // A broken block is a failure to be named, whatever else the page marks up.
  const isBroken = page.brokenBlocks.some((block) => block.mentionsPosting);
  const nodes = stated.length > 0 || isBroken ? stated : readMarkup(raw.body);
  const expired = state.state === "expired";
  if (nodes.length === 0) {
    if (expired) return [{ kind: "page", outcome: "expired", reason: state.reason }];
    return withoutPostings(page, raw.body, state);
  }
  const urls = pageUrlsOf(page, raw.url, raw.fetchedUrl ?? rules.baseUrl ?? null);
  const found = urls.stated ?? urls.canonical ?? urls.og ?? urls.base;
  const stable = rules.stableUrl ?? ((url: string) => url);
  const place = {
    source: raw.sourceId,
    url: found === null ? null : stable(found),
    alone: nodes.length === 1,
    heading: page.heading,
  };
  const postings = nodes.map((node) =>
    toOutcome(readJobPosting(node, place), expired && place.alone, page.repairedBlocks > 0),
  );
  const lost: ParseOutcome[] = page.brokenBlocks
    .filter((block) => block.mentionsPosting)
    .map((block) => ({ kind: "rejected", reason: block.reason, warnings: [] }));
  return [...dropRepeats(postings), ...lost];
}
