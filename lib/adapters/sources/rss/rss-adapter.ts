import { decodeBody } from "@/lib/adapters/http/decode-body";
import { sha256 } from "@/lib/core/kernel/hash";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { toHttpUrl } from "../jsonld/page-url";
import { parseJsonLdPage } from "../jsonld/parse-json-ld-page";
import { advertUrl } from "../parsing/advert-url";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import type { SourceConfig } from "../source-config";
import { parseRss, readAnyFeed } from "./parse-rss";
import { asSingleFeed } from "./read-json-feed";
import { type RssParams, rssParams } from "./rss-params";

const FEED_TYPES = "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5";
const RECENT_ONLY = "the feed lists recent adverts only";

/** What the feed itself says of an item, ready to stand in for its page. */
type OwnWords = { feed: FetchedDocument; body: string };

function readList(item: FetchedDocument, params: RssParams, ownWords: Map<string, OwnWords>): ListReading | string {
  const feed = readAnyFeed(decodeBody(item.bytes, item.contentType).text);
  if (feed === null) return "the answer is no feed";
  const next = toHttpUrl(feed.channel.next, item.finalUrl);
  const links = feed.items.flatMap((entry) => {
    const url = advertUrl(entry.link, item.finalUrl);
    if (url === null) return [];
    ownWords.set(url, { feed: item, body: asSingleFeed({ ...entry, link: url }, feed.channel) });
    return [url];
  });
  return {
    details: params.followLinks ? links : [],
    further: next === null ? [] : [next],
    // Items without a link have no page to follow: then the feed has to do.
    carriesAdverts: !params.followLinks || links.length === 0,
    adverts: feed.items.length,
    reasons: feed.whole ? [] : [`the feed ${item.finalUrl} breaks off`],
  };
}

/** A page that is fetched but holds no advert, or that nobody may fetch: the feed's own words have to do. */
function needsOwnWords(item: CrawlItem): boolean {
  if (item.kind === "failure") return item.failure === "disallowed" || item.failure === "refused";
  if (item.kind !== "document") return false;
  const body = decodeBody(item.bytes, item.contentType).text;
  const outcomes = parseJsonLdPage({ sourceId: "", body, url: null, fetchedUrl: item.finalUrl, now: item.fetchedAt });
  return outcomes.every(
    (outcome) => outcome.kind !== "posting" && !(outcome.kind === "page" && outcome.outcome === "expired"),
  );
}

function inOwnWords(listingUrl: string, { feed, body }: OwnWords): CrawlItem {
  const bytes = new TextEncoder().encode(body);
  return {
    ...feed,
    bytes,
    url: listingUrl,
    finalUrl: feed.finalUrl,
    listingUrl,
    contentType: "application/feed+json",
    charset: null,
    etag: null,
    lastModified: null,
    contentHash: sha256(bytes),
    provenance: { ...feed.provenance, fromCache: false },
  };
}

async function* crawlRss(context: CrawlContext, config: SourceConfig): AsyncGenerator<CrawlItem> {
  const params = rssParams.parse(config.params);
  const ownWords = new Map<string, OwnWords>();
  const items = crawlBoard(context, config, {
    readList: (item) => readList(item, params, ownWords),
    maxPages: params.maxPages,
    maxItems: params.maxItems,
    accept: params.followLinks ? `${FEED_TYPES},text/html` : FEED_TYPES,
    ...(params.listsEverything ? {} : { neverComplete: RECENT_ONLY }),
  });
  for await (const item of items) {
    const url = item.kind === "finished" ? null : item.listingUrl;
    const own = params.followLinks && url !== null ? ownWords.get(url) : undefined;
    const replaced = own !== undefined && url !== null && needsOwnWords(item);
    if (!replaced || item.kind === "failure") yield item;
    if (replaced) yield inOwnWords(url, own);
  }
}

/** Any board that publishes a feed: RSS, RDF, Atom or JSON Feed. */
export const rssAdapter: SourceAdapter = { id: "rss", crawl: crawlRss, parse: parseRss };
