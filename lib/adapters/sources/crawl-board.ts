import { decodeBody } from "@/lib/adapters/http/decode-body";
import { detectPageState } from "@/lib/adapters/http/detect-page-state";
import type { BoardHeaders } from "@/lib/adapters/http/board-headers";
import type { PostBody } from "@/lib/adapters/http/request-once";
import { fetchItem, type FetchedItem, notAsked } from "./fetch-item";
import { mapConcurrent } from "./map-concurrent";
import type { CrawlContext, CrawlItem } from "./source-adapter";
import type { SourceConfig } from "./source-config";

/** So many adverts in a row without an answer mean that the board no longer wants to talk. */
const GIVE_UP_AFTER = 20;
/** A bot check, CAPTCHA or log-in wall in a row: the board says no, and is not asked on. */
const GIVE_UP_AFTER_BLOCKS = 3;
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
  /** What a page of the list is asked with, where it answers to a POST only; null for a plain request. */
  postOf?: (listUrl: string) => PostBody | null;
  /** Why an advert is no more whose page led to this address; null where the address is an advert's. */
  goneAt?: (finalUrl: string) => string | null;
  /** Constant headers that the board's search asks for. */
  headersOf?: (url: string) => BoardHeaders | null;
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
  /** Answers in a row that were no answer, and those among them that were blocks. */
  refusals: number;
  blocks: number;
  /** Why nothing more is asked for. */
  stopped: string | null;
};

function stableUrlOf({ reader }: Walk, url: string): string {
  return reader.stableUrl?.(url) ?? url;
}

/** Why a crawl is not whole when it ended at a bound of its own: of adverts, or of the pages that list them. */
export const CAP_REASONS = { adverts: "the cap on adverts was reached", pages: "the cap on pages was reached" };

function addReason(walk: Walk, reason: string): void {
  if (!walk.reasons.includes(reason)) walk.reasons.push(reason);
}

function addDetails(walk: Walk, urls: readonly string[]): number {
  const before = walk.details.size;
  for (const url of urls) {
    if (walk.details.has(url)) continue;
    if (walk.details.size < Math.min(walk.reader.maxItems, walk.context.budget?.adverts ?? Number.POSITIVE_INFINITY))
      walk.details.set(url, stableUrlOf(walk, url));
    else addReason(walk, CAP_REASONS.adverts);
  }
  return walk.details.size - before;
}

/** The adverts as they are listed; after a crawl that was cut off, those that it did not reach come first, lest they never get their turn. */
async function inOrder(walk: Walk, details: [string, string][]): Promise<[string, string][]> {
  const { oldestFirst } = walk.context;
  if (oldestFirst === undefined) return details;
  const stable = [...new Set(details.map(([, listingUrl]) => listingUrl))];
  const rank = new Map((await oldestFirst(stable)).map((url, index) => [url, index]));
  const rankOf = ([, listingUrl]: [string, string]) => rank.get(listingUrl) ?? 0;
  return [...details].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Ends the crawl early where the board, its breaker or our own deadline says so. */
function noteAnswer(walk: Walk, item: FetchedItem): void {
  const failure = item.kind === "failure" ? item.failure : null;
  const saysNo = failure === "blocked" || failure === "throttled" || failure === "unavailable";
  walk.refusals = saysNo ? walk.refusals + 1 : 0;
  walk.blocks = failure === "blocked" ? walk.blocks + 1 : 0;
  if (walk.context.signal?.aborted === true) stop(walk, "the crawl was cut off before the whole board was read");
  else if (walk.blocks >= GIVE_UP_AFTER_BLOCKS) stop(walk, `the board blocked ${walk.blocks} requests in a row`);
  else if (walk.refusals >= GIVE_UP_AFTER) stop(walk, "the board stopped answering");
  else if (saysNo && walk.context.client.breakerState() === "open") stop(walk, "the board stopped answering");
}

function stop(walk: Walk, reason: string): void {
  walk.stopped ??= reason;
  addReason(walk, walk.stopped);
}

async function fetchPage(walk: Walk, url: string, listingUrl: string | null): Promise<FetchedItem> {
  if (walk.stopped !== null) return notAsked(url, listingUrl, walk.stopped);
  const { context, config, reader } = walk;
  const accept = reader.accept === undefined ? {} : { accept: reader.accept };
  const body = listingUrl === null ? reader.postOf?.(url) : null;
  const post = body ? { post: body } : {};
  const stated = reader.headersOf?.(url);
  const headers = stated ? { headers: stated } : {};
  const item = await fetchItem(context, config, { url, listingUrl, conditional: true, ...accept, ...post, ...headers });
  noteAnswer(walk, item);
  return listingUrl === null ? item : checked(walk, item);
}

/** Some boards do not say that an advert is gone; they lead on to a list of others. */
function checked({ reader }: Walk, item: FetchedItem): FetchedItem {
  const reason = item.kind === "document" ? (reader.goneAt?.(item.finalUrl) ?? null) : null;
  if (item.kind !== "document" || reason === null) return item;
  const { url, listingUrl, provenance } = item;
  return { kind: "failure", url, listingUrl, failure: "gone", reason, provenance };
}

/** A page without a single link or advert is an empty list only if it is a page: a shell, a wall or a notice is none. */
function whyNoList(item: FetchedDocument): { failure: "empty_shell" | "blocked" | "broken"; reason: string } | null {
  const { text } = decodeBody(item.bytes, item.contentType);
  if (!/<(html|body|head)[\s>]/i.test(text.slice(0, 5000))) return null;
  const { state, reason } = detectPageState(text, 200);
  if (state === "ok") return null;
  if (state === "empty_shell") return { failure: "empty_shell", reason };
  return { failure: state === "expired" ? "broken" : "blocked", reason };
}

type ReadPage = { item: FetchedDocument; page: ListReading } | { failed: FetchedItem; reason: string };

/** Fetches and reads one page of the list. */
async function readListPage(walk: Walk, url: string): Promise<ReadPage> {
  const item = await fetchPage(walk, url, null);
  if (item.kind !== "document") return { failed: item, reason: `the list ${url} was not read` };
  const { provenance } = item;
  const failed = (failure: "broken" | "empty_shell" | "blocked", reason: string): ReadPage => ({
    failed: { kind: "failure", url, listingUrl: null, failure, reason, provenance },
    reason: `the list ${url} was not read: ${reason}`,
  });
  const page = walk.reader.readList(item);
  if (typeof page === "string") {
    const why = whyNoList(item);
    return failed(why?.failure ?? "broken", why?.reason ?? page);
  }
  if (page.details.length > 0 || page.further.length > 0 || page.carriesAdverts) return { item, page };
  const why = whyNoList(item);
  return why === null ? { item, page } : failed(why.failure, why.reason);
}

/** Walks the list, collecting adverts; yields the pages that failed and those that carry adverts themselves. */
async function* discover(walk: Walk): AsyncGenerator<FetchedItem> {
  const { config, reader, visited, context } = walk;
  const queue = [...(reader.startUrls ?? config.startUrls)];
  const seenHashes = new Set<string>();
  let barren = 0;
  if (queue.length === 0) addReason(walk, "the source names no address to start from");
  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    if (visited.has(url)) continue;
    if (visited.size >= Math.min(reader.maxPages, context.budget?.pages ?? Number.POSITIVE_INFINITY)) {
      addReason(walk, CAP_REASONS.pages);
      return;
    }
    visited.add(url);
    const read = await readListPage(walk, url);
    if ("failed" in read) {
      addReason(walk, read.reason);
      yield read.failed;
      continue;
    }
    const { item, page } = read;
    for (const reason of page.reasons ?? []) addReason(walk, reason);
    const fresh = addDetails(walk, page.details);
    const isRepeat = seenHashes.has(item.contentHash);
    seenHashes.add(item.contentHash);
    const carries = page.carriesAdverts && (page.adverts ?? 1) > 0 && !isRepeat;
    barren = fresh > 0 || carries ? 0 : barren + 1;
    if (barren < MAX_BARREN_PAGES) queue.unshift(...page.further);
    if (page.carriesAdverts && !isRepeat) yield { ...item, listingUrl: stableUrlOf(walk, item.finalUrl) };
    else if (!item.provenance.fromCache) await context.keepList?.(item);
  }
}

/**
 * Reads a board by its list, then its adverts one by one, in the order in which they are listed, unless a crawl before was cut off. Complete when the whole
 * list was read: an advert's own failure leaves it on the list. Once the board says no, the rest of the list is `not_asked`.
 */
export async function* crawlBoard(
  context: CrawlContext,
  config: SourceConfig,
  reader: BoardReader,
): AsyncGenerator<CrawlItem> {
  const walk: Walk = {
    context,
    config,
    reader,
    details: new Map(),
    visited: new Set(),
    reasons: [],
    refusals: 0,
    blocks: 0,
    stopped: null,
  };
  for await (const item of discover(walk)) yield item;
  const details = await inOrder(
    walk,
    [...walk.details].filter(([url]) => !walk.visited.has(url)),
  );
  const fetchDetail = ([url, listingUrl]: [string, string]) => fetchPage(walk, url, listingUrl);
  yield* mapConcurrent(details, config.politeness.concurrencyPerHost, fetchDetail);
  const readWhole = walk.reasons.length === 0;
  if (reader.neverComplete !== undefined) addReason(walk, reader.neverComplete);
  yield {
    kind: "finished",
    complete: walk.reasons.length === 0,
    reasons: walk.reasons,
    seen: walk.details.size,
    readWhole,
  };
}
