import { z } from "zod";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { toHttpUrl } from "../jsonld/page-url";
import { parseLenientJson } from "../jsonld/repair-json";
import { withOwnAddresses } from "../own-addresses";
import { parseListPage } from "../parse-list-page";
import { openPage, type PageQuery } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { advertIdOf, BUMERAN_SITE_IDS, BUMERAN_SITES, shortUrl } from "./bumeran-sites";
import { isSearch, nextSearchPage, SEARCH_PATH, searchBody, searchPageUrl } from "./bumeran-search";
import { parseBumeran } from "./parse-bumeran";
import { cardUrl, listCards } from "./parse-bumeran-card";

/** Which of the platform's sites is read. A start URL may be any of its search pages. */
export const bumeranParams = z.strictObject({
  site: z.enum(BUMERAN_SITE_IDS).default("bumeran-ar"),
  /** Its pages, which need a browser, or its search, which answers with whole adverts. */
  by: z.enum(["pages", "search"]).default("pages"),
  /** Words that the search looks for; all open adverts where empty. */
  query: z.string().max(200).default(""),
  maxPages: z.int().min(1).max(500).default(20),
  maxItems: z.int().min(1).max(10_000).default(400),
});

/** The configuration of one site as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function bumeranSource(changes: Partial<SourceConfigInput> = {}, baseUrl?: string): SourceConfigInput {
  const { site, by } = bumeranParams.parse(changes.params ?? {});
  const { host, name } = BUMERAN_SITES[site];
  const path = by === "search" ? SEARCH_PATH : "/empleos.html";
  return {
    id: site,
    name,
    adapter: "bumeran",
    enabled: false,
    startUrls: [new URL(path, baseUrl ?? `https://${host}/`).href],
    politeness: { minIntervalMs: 4000, concurrencyPerHost: 1 },
    cadenceMinutes: 1440,
    ...changes,
    params: changes.params ?? { site },
  };
}

export function bumeranConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(bumeranSource(changes, baseUrl));
}

/** The arrow to the right of the page numbers; at the end of the list it leads nowhere. */
function nextPage($: PageQuery, base: string): string | null {
  const arrow = $('a:not([disabled]) i[name*="caret-right"]').closest("a").last();
  const href = $('a[rel="next"], link[rel="next"]').first().attr("href") ?? arrow.attr("href");
  const next = href === undefined || href.startsWith("#") ? null : toHttpUrl(href, base);
  return next === null || !/[?&]page=\d/.test(next) ? null : next;
}

/** An answer of the search carries whole adverts, and counts them all. */
function readSearchPage(item: FetchedDocument, body: string, adverts: number): ListReading {
  if (!isSearch(item.url)) {
    const reasons = ["an answer is one page of a search"];
    return { details: [], further: [], carriesAdverts: true, adverts, reasons };
  }
  const answer = parseLenientJson(body);
  const next = nextSearchPage(item.url, adverts, answer.kind === "ok" ? answer.value : null);
  return { details: [], further: next === null ? [] : [next], carriesAdverts: true, adverts };
}

function readListPage(item: FetchedDocument): ListReading | string {
  const page = parseListPage(item, "bumeran", parseBumeran);
  if (typeof page === "string") return page;
  const { body, outcomes } = page;
  if (/^\uFEFF?\s*[[{]/.test(body)) return readSearchPage(item, body, outcomes.length);
  const $ = openPage(body);
  if ($ === null) return "the page is nested too deep";
  const shown = listCards($).flatMap((card) => cardUrl(card, item.finalUrl) ?? []);
  const held = outcomes.flatMap((outcome) => (outcome.kind === "posting" ? (outcome.posting.url ?? []) : []));
  const next = nextPage($, item.finalUrl);
  return { details: shown.length > 0 ? shown : held, further: next === null ? [] : [next], carriesAdverts: false };
}

function stableUrl(url: string): string {
  const id = advertIdOf(url);
  return id === null ? url : shortUrl(id, url);
}

function crawlBumeran(context: CrawlContext, stated: SourceConfig): AsyncIterable<CrawlItem> {
  const config = withOwnAddresses(stated, bumeranSource({ params: stated.params }));
  const { maxPages, maxItems, site, query } = bumeranParams.parse(config.params);
  const { siteId } = BUMERAN_SITES[site];
  return crawlBoard(context, config, {
    readList: readListPage,
    maxPages,
    maxItems,
    stableUrl,
    startUrls: config.startUrls.map((url) => (isSearch(url) ? searchPageUrl(url, 0) : url)),
    accept: config.startUrls.some(isSearch) ? "application/json" : "text/html",
    postOf: (url) => (isSearch(url) ? searchBody(query) : null),
    headersOf: (url) => (isSearch(url) ? { "x-site-id": siteId } : null),
    // Filtered to some words, the search does not name the board's other adverts.
    ...(query === "" ? {} : { neverComplete: "the search names only adverts with the words that are looked for" }),
  });
}

/** Bumeran's country sites and ZonaJobs: one platform. */
export const bumeranAdapter: SourceAdapter = { id: "bumeran", crawl: crawlBumeran, parse: parseBumeran };
