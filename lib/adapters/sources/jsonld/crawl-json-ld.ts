import { decodeBody } from "@/lib/adapters/http/decode-body";
import { gunzipLimited } from "@/lib/adapters/http/read-limited-body";
import { fetchItem, type FetchedItem } from "../fetch-item";
import { mapConcurrent } from "../map-concurrent";
import type { CrawlContext, CrawlItem } from "../source-adapter";
import type { SourceConfig } from "../source-config";
import { detailLinks, matchesPath, nextPage, readSitemap } from "./crawl-links";
import { findNodes } from "./json-node";
import { type JsonLdParams, jsonLdParams } from "./json-ld-params";
import { toHttpUrl } from "./page-url";
import { readPage } from "./read-page";

/** Sitemaps unpack to at most the protocol's 50 MB. */
const MAX_SITEMAP_BYTES = 50_000_000;
/** So many adverts in a row without an answer mean that the board no longer wants to talk. */
const GIVE_UP_AFTER = 20;

/** A listing that brings nothing new for so many pages goes round in a circle. */
const MAX_BARREN_PAGES = 3;

type Discovery = {
  details: Map<string, string>;
  visited: Set<string>;
  reasons: string[];
  pages: number;
  barren: number;
};

type Reach = {
  context: CrawlContext;
  config: SourceConfig;
  params: JsonLdParams;
  stableUrl: (url: string) => string;
  found: Discovery;
};

function addDetail(reach: Reach, url: string): void {
  const { details, reasons } = reach.found;
  if (details.has(url)) return;
  if (details.size < reach.params.maxItems) details.set(url, reach.stableUrl(url));
  else if (!reasons.includes("the cap on adverts was reached")) reasons.push("the cap on adverts was reached");
}

function readSitemapText(reach: Reach, text: string, pageUrl: string): string[] | null {
  const sitemap = readSitemap(text);
  if (sitemap === null) return null;
  if (!sitemap.whole) reach.found.reasons.push(`the sitemap ${pageUrl} breaks off`);
  const urls = sitemap.locations.flatMap((location) => toHttpUrl(location, pageUrl) ?? []);
  if (sitemap.kind === "index") return urls;
  const { detailPaths } = reach.params;
  for (const url of urls) if (detailPaths.length === 0 || matchesPath(url, detailPaths)) addDetail(reach, url);
  return [];
}

type EntryPage = { isDocument: boolean; further: string[] };

function readEntryPage(reach: Reach, item: FetchedItem & { kind: "document" }): EntryPage | string {
  const unpacked = gunzipLimited(item.bytes, MAX_SITEMAP_BYTES);
  if (unpacked.kind !== "ok")
    return unpacked.kind === "undecodable" ? unpacked.reason : "the unpacked sitemap is too large";
  const { text } = decodeBody(unpacked.bytes, item.contentType);
  const sitemap = readSitemapText(reach, text, item.finalUrl);
  if (sitemap !== null) return { isDocument: false, further: sitemap };
  const page = readPage(text);
  const before = reach.found.details.size;
  for (const url of detailLinks(page, item.finalUrl, reach.params.detailPaths)) addDetail(reach, url);
  const isDocument = page.blocks.some((block) => findNodes(block, "JobPosting").length > 0);
  const next = nextPage(page, item.finalUrl);
  reach.found.barren = reach.found.details.size > before || isDocument ? 0 : reach.found.barren + 1;
  return { isDocument, further: next !== null && reach.found.barren < MAX_BARREN_PAGES ? [next] : [] };
}

/** Walks sitemaps and listing pages, collecting adverts; yields the pages that failed and those that carry adverts themselves. */
async function* discover(reach: Reach): AsyncGenerator<FetchedItem> {
  const { found, config, context, params } = reach;
  const queue = [...config.startUrls];
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (found.visited.has(url)) continue;
    if (found.pages >= params.maxPages) {
      found.reasons.push("the cap on pages was reached");
      return;
    }
    found.visited.add(url);
    found.pages += 1;
    const item = await fetchItem(context, config, { url, listingUrl: null, conditional: false });
    if (item.kind !== "document") {
      found.reasons.push(`the list ${url} was not read`);
      yield item;
      continue;
    }
    const page = readEntryPage(reach, item);
    if (typeof page === "string") {
      found.reasons.push(`the list ${url} was not read: ${page}`);
      yield { kind: "failure", url, listingUrl: null, failure: "broken", reason: page, provenance: item.provenance };
      continue;
    }
    queue.unshift(...page.further);
    if (page.isDocument) yield { ...item, listingUrl: reach.stableUrl(item.finalUrl) };
  }
}

function saysNo(item: FetchedItem): boolean {
  return (
    item.kind === "failure" &&
    (item.failure === "blocked" || item.failure === "throttled" || item.failure === "unavailable")
  );
}

/**
 * Reads a board by sitemaps and listing pages, then its adverts one by one, in the order in which they are listed. Complete when the
 * whole list was read: an advert's own failure leaves it on the list.
 */
export async function* crawlJsonLd(
  context: CrawlContext,
  config: SourceConfig,
  stableUrl: (url: string) => string = (url) => url,
): AsyncGenerator<CrawlItem> {
  const params = jsonLdParams.parse(config.params);
  const found: Discovery = { details: new Map(), visited: new Set(), reasons: [], pages: 0, barren: 0 };
  for await (const item of discover({ context, config, params, stableUrl, found })) yield item;
  const details = [...found.details].filter(([url]) => !found.visited.has(url));
  let refusals = 0;
  const fetchDetail = ([url, listingUrl]: [string, string]) =>
    fetchItem(context, config, { url, listingUrl, conditional: true });
  for await (const item of mapConcurrent(details, config.politeness.concurrencyPerHost, fetchDetail)) {
    yield item;
    refusals = saysNo(item) ? refusals + 1 : 0;
    if (refusals >= GIVE_UP_AFTER || (refusals > 0 && context.client.breakerState() === "open")) {
      found.reasons.push("the board stopped answering");
      break;
    }
  }
  yield { kind: "finished", complete: found.reasons.length === 0, reasons: found.reasons, seen: found.details.size };
}
