import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { withOwnAddresses } from "../own-addresses";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { hackerNewsParams } from "./hackernews-params";
import { hnComment, hnHits, hnStory, hnThread, hnUser, isHiringThread } from "./hackernews-schema";
import { parseHackerNews } from "./parse-hackernews";

export const FIREBASE_BASE = "https://hacker-news.firebaseio.com/";
/** The account posts three threads a month; the one for employers is among its latest. */
const THREADS_PER_MONTH = 3;

/** The configuration as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function hackerNewsSource(changes: Partial<SourceConfigInput> = {}, baseUrl = FIREBASE_BASE): SourceConfigInput {
  return {
    id: "hackernews",
    name: "Hacker News: Who is hiring?",
    adapter: "hackernews",
    enabled: false,
    startUrls: [new URL("/v0/user/whoishiring.json", baseUrl).href],
    politeness: { minIntervalMs: 500, concurrencyPerHost: 1 },
    ...changes,
  };
}

export function hackerNewsConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(hackerNewsSource(changes, baseUrl));
}

const NOTHING: ListReading = { details: [], further: [], carriesAdverts: false };

function readJson(item: FetchedDocument): { value: unknown } | null {
  try {
    const value: unknown = JSON.parse(decodeBody(item.bytes, item.contentType).text);
    return { value };
  } catch {
    return null;
  }
}

/** What one answer leads to: the account to its threads, a thread to its comments, hits to their threads. */
function readStep(value: unknown, pageUrl: string, budget: { threads: number }, threads: number): ListReading | string {
  const item = (id: string) => new URL(`/v0/item/${id}.json`, pageUrl).href;
  const user = hnUser.safeParse(value);
  if (user.success)
    return { ...NOTHING, further: user.data.submitted.slice(0, (threads + 1) * THREADS_PER_MONTH).map(item) };
  const thread = hnThread.safeParse(value);
  if (thread.success) {
    if (!isHiringThread(thread.data.title)) return NOTHING;
    return { ...NOTHING, carriesAdverts: true, adverts: thread.data.children.length };
  }
  const story = hnStory.safeParse(value);
  if (story.success) {
    if (!isHiringThread(story.data.title) || budget.threads <= 0) return NOTHING;
    budget.threads -= 1;
    return { ...NOTHING, details: story.data.kids.map(item) };
  }
  const hits = hnHits.safeParse(value);
  if (!hits.success) return "the answer holds neither threads nor comments";
  const found = hits.data.hits.flatMap((hit) => hnComment.safeParse(hit).data ?? []);
  const hiring = found.filter((hit) => isHiringThread(hit.title ?? "")).slice(0, threads);
  if (hiring.length === 0) return { ...NOTHING, carriesAdverts: true, adverts: found.length };
  return { ...NOTHING, further: hiring.flatMap((hit) => new URL(`/api/v1/items/${hit.objectID ?? ""}`, pageUrl).href) };
}

/** The comment's own page, whichever API it was read from. */
function stableUrl(url: string): string {
  const id = /\/v0\/item\/(\d{1,15})\.json$/.exec(new URL(url).pathname)?.[1];
  return id === undefined ? url : `https://news.ycombinator.com/item?id=${id}`;
}

function crawlHackerNews(context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const params = hackerNewsParams.parse(config.params);
  const budget = { threads: params.threads };
  return crawlBoard(context, withOwnAddresses(config, hackerNewsSource()), {
    readList: (item) => {
      const answer = readJson(item);
      return answer === null
        ? "the answer is not valid JSON"
        : readStep(answer.value, item.finalUrl, budget, params.threads);
    },
    maxPages: (params.threads + 2) * THREADS_PER_MONTH,
    maxItems: params.maxItems,
    stableUrl,
    accept: "application/json",
    neverComplete: "each month has a thread of its own: an advert of an older one is not thereby closed",
  });
}

/** "Ask HN: Who is hiring?", by the public API or the search API, and from dumps. */
export const hackerNewsAdapter: SourceAdapter = { id: "hackernews", crawl: crawlHackerNews, parse: parseHackerNews };
