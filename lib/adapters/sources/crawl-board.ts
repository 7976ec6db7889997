import { fetchItem, type FetchedItem } from "./fetch-item";
import { mapConcurrent } from "./map-concurrent";
import type { CrawlContext, CrawlItem } from "./source-adapter";
import type { SourceConfig } from "./source-config";

/** So many adverts in a row without an answer mean that the board no longer wants to talk. */
const GIVE_UP_AFTER = 20;
/** A listing that brings nothing new for so many pages goes round in a circle. */
const MAX_BARREN_PAGES = 3;

export type FetchedDocument = FetchedItem & { kind: "document" };

/** What one page of a board's list says. */
export type ListReading = {
  /** Addresses of advert pages to fetch, absolute, in the order of the list. */
  details: string[];
  /** Further pages of the list, absolute; they are read before those that wait already. */
  further: string[];
  /** Adverts stand in the page itself, so that it goes to `parse`. */
  carriesAdverts: boolean;
  /** How many adverts it carries, where that is known: a page without any and without new links counts as barren. */
  adverts?: number;
  /** Why the list may not be whole although the page was read; crawls with such a reason close nothing. */
  reasons?: string[];
};

/** What a board's adapter knows about walking its list. */
export type BoardReader = {
  /** Reads one page of the list; a string says why it cannot be read. Pure. */
  readList: (page: FetchedDocument) => ListReading | string;
  maxPages: number;
  maxItems: number;
  /** The advert's address that stays the same from crawl to crawl. */
  stableUrl?: (url: string) => string;
  accept?: string;
  /** Why not even a list read to its end names every open advert of the board; absent where it does. */
  neverComplete?: string;
  /** What is asked first; the configured start URLs where absent. */
  startUrls?: readonly string[];
};

type Walk = {
  context: CrawlContext;
  config: SourceConfig;
  reader: BoardReader;
  details: Map<string, string>;
  visited: Set<string>;
  reasons: string[];
};

function stableUrlOf({ reader }: Walk, url: string): string {
  return reader.stableUrl?.(url) ?? url;
}

function addReason(walk: Walk, reason: string): void {
  if (!walk.reasons.includes(reason)) walk.reasons.push(reason);
}

function addDetails(walk: Walk, urls: readonly string[]): number {
  const before = walk.details.size;
  for (const url of urls) {
    if (walk.details.has(url)) continue;
    if (walk.details.size < Math.min(walk.reader.maxItems, walk.context.budget?.adverts ?? Number.POSITIVE_INFINITY))
      walk.details.set(url, stableUrlOf(walk, url));
    else addReason(walk, "the cap on adverts was reached");
  }
  return walk.details.size - before;
}

async function fetchPage(walk: Walk, url: string, listingUrl: string | null): Promise<FetchedItem> {
  const { context, config, reader } = walk;
  const accept = reader.accept === undefined ? {} : { accept: reader.accept };
  return fetchItem(context, config, { url, listingUrl, conditional: listingUrl !== null, ...accept });
}

/** Walks the list, collecting adverts; yields the pages that failed and those that carry adverts themselves. */
async function* discover(walk: Walk): AsyncGenerator<FetchedItem> {
  const { config, reader, visited } = walk;
  const queue = [...(reader.startUrls ?? config.startUrls)];
  const seenHashes = new Set<string>();
  let barren = 0;
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (visited.has(url)) continue;
    if (visited.size >= Math.min(reader.maxPages, walk.context.budget?.pages ?? Number.POSITIVE_INFINITY)) {
      addReason(walk, "the cap on pages was reached");
      return;
    }
    visited.add(url);
    const item = await fetchPage(walk, url, null);
    if (item.kind !== "document") {
      addReason(walk, `the list ${url} was not read`);
      yield item;
      continue;
    }
    const page = reader.readList(item);
    if (typeof page === "string") {
      addReason(walk, `the list ${url} was not read: ${page}`);
      yield { kind: "failure", url, listingUrl: null, failure: "broken", reason: page, provenance: item.provenance };
      continue;
    }
    for (const reason of page.reasons ?? []) addReason(walk, reason);
    const fresh = addDetails(walk, page.details);
    const isRepeat = seenHashes.has(item.contentHash);
    seenHashes.add(item.contentHash);
    const carries = page.carriesAdverts && (page.adverts ?? 1) > 0 && !isRepeat;
    barren = fresh > 0 || carries ? 0 : barren + 1;
    if (barren < MAX_BARREN_PAGES) queue.unshift(...page.further);
    if (page.carriesAdverts && !isRepeat) yield { ...item, listingUrl: stableUrlOf(walk, item.finalUrl) };
  }
}

function saysNo(item: FetchedItem): boolean {
  return item.kind === "failure" && ["blocked", "throttled", "unavailable"].includes(item.failure);
}

/**
 * Reads a board by its list, then its adverts one by one, in the order in which they are listed. Complete when the whole
 * list was read: an advert's own failure leaves it on the list.
 */
export async function* crawlBoard(
  context: CrawlContext,
  config: SourceConfig,
  reader: BoardReader,
): AsyncGenerator<CrawlItem> {
  const walk: Walk = { context, config, reader, details: new Map(), visited: new Set(), reasons: [] };
  for await (const item of discover(walk)) yield item;
  const details = [...walk.details].filter(([url]) => !walk.visited.has(url));
  let refusals = 0;
  const fetchDetail = ([url, listingUrl]: [string, string]) => fetchPage(walk, url, listingUrl);
  for await (const item of mapConcurrent(details, config.politeness.concurrencyPerHost, fetchDetail)) {
    yield item;
    refusals = saysNo(item) ? refusals + 1 : 0;
    if (refusals >= GIVE_UP_AFTER || (refusals > 0 && context.client.breakerState() === "open")) {
      addReason(walk, "the board stopped answering");
      break;
    }
  }
  if (reader.neverComplete !== undefined) addReason(walk, reader.neverComplete);
  yield { kind: "finished", complete: walk.reasons.length === 0, reasons: walk.reasons, seen: walk.details.size };
}
