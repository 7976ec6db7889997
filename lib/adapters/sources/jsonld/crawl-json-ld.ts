import { decodeBody } from "@/lib/adapters/http/decode-body";
import { gunzipLimited } from "@/lib/adapters/http/read-limited-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import type { CrawlContext, CrawlItem } from "../source-adapter";
import type { SourceConfig } from "../source-config";
import { detailLinks, matchesPath, nextPage, readSitemap } from "./crawl-links";
import { findNodes } from "./json-node";
import { type JsonLdParams, jsonLdParams } from "./json-ld-params";
import { toHttpUrl } from "./page-url";
import { readPage } from "./read-page";

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
  return {
    details: detailLinks(page, item.finalUrl, params.detailPaths),
    further: next === null ? [] : [next],
    carriesAdverts: page.blocks.some((block) => findNodes(block, "JobPosting").length > 0),
  };
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
