import { decodeBody } from "@/lib/adapters/http/decode-body";
import { gunzipLimited } from "@/lib/adapters/http/read-limited-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import type { CrawlContext, CrawlItem } from "../source-adapter";
import type { SourceConfig } from "../source-config";
import { detailLinks, matchesPath, nextPage, readSitemap } from "./crawl-links";
import { findPostings, ownAddress } from "./find-postings";
import { type JsonLdParams, jsonLdParams } from "./json-ld-params";
import type { JsonNode } from "./json-node";
import { toHttpUrl } from "./page-url";
import { readMarkup } from "./read-markup";
import { type JsonLdPage, readPage } from "./read-page";

/** Sitemaps unpack to at most the protocol's 50 MB. */
const MAX_SITEMAP_BYTES = 50_000_000;

function readSitemapPage(text: string, pageUrl: string, params: JsonLdParams): ListReading | null {
  const sitemap = readSitemap(text);
  if (sitemap === null) return null;
  const reasons = sitemap.whole ? [] : [`the sitemap ${pageUrl} breaks off`];
  const urls = sitemap.locations.flatMap((location) => toHttpUrl(location, pageUrl) ?? []);
  if (sitemap.kind === "index") return { details: [], further: urls, carriesAdverts: false, reasons };
  const { detailPaths } = params;
  const details = urls.filter((url) => detailPaths.length === 0 || matchesPath(url, detailPaths));
  return { details, further: [], carriesAdverts: false, reasons };
}

/** Adverts that a listing states with addresses of their own are read there, where they are whole; the others stand in the page itself. */
function placesOf(nodes: readonly JsonNode[], page: JsonLdPage, pageUrl: string, params: JsonLdParams) {
  const { detailPaths } = params;
  const details = detailLinks(page, pageUrl, detailPaths);
  const base = page.baseHref === null ? pageUrl : new URL(page.baseHref, pageUrl).href;
  const mayFollow = (url: string) =>
    detailPaths.length === 0 ? new URL(url).host === new URL(pageUrl).host : matchesPath(url, detailPaths);
  const own = nodes.length < 2 ? [] : nodes.map((node) => ownAddress(node, base)).filter((url) => url !== null);
  const followed = new Set([...details, ...own.filter(mayFollow)]);
  const staying =
    nodes.length < 2 ? nodes.length : nodes.filter((node) => !followed.has(ownAddress(node, base) ?? "")).length;
  return { details: [...followed], carriesAdverts: staying > 0, adverts: staying };
}

/** Reads a sitemap, a sitemap index or a page of links. A string says why it cannot be read. */
export function readEntryPage(item: FetchedDocument, params: JsonLdParams): ListReading | string {
  const unpacked = gunzipLimited(item.bytes, MAX_SITEMAP_BYTES);
  if (unpacked.kind !== "ok")
    return unpacked.kind === "undecodable" ? unpacked.reason : "the unpacked sitemap is too large";
  const { text } = decodeBody(unpacked.bytes, item.contentType);
  const sitemap = readSitemapPage(text, item.finalUrl, params);
  if (sitemap !== null) return sitemap;
  const page = readPage(text);
  const next = nextPage(page, item.finalUrl);
  const further = next === null ? [] : [next];
  const nodes = findPostings(page.blocks);
  return { ...placesOf(nodes.length > 0 ? nodes : readMarkup(text), page, item.finalUrl, params), further };
}

/** Reads a board by sitemaps and listing pages, then its adverts one by one. */
export function crawlJsonLd(
  context: CrawlContext,
  config: SourceConfig,
  stableUrl: (url: string) => string = (url) => url,
): AsyncIterable<CrawlItem> {
  const params = jsonLdParams.parse(config.params);
  return crawlBoard(context, config, {
    readList: (item) => readEntryPage(item, params),
    maxPages: params.maxPages,
    maxItems: params.maxItems,
    stableUrl,
  });
}
