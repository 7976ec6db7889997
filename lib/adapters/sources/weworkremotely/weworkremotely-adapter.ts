import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { withOwnAddresses } from "../own-addresses";
import { readFeedList } from "../parsing/feed-list";
import { openPage } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { parseWeWorkRemotely } from "./parse-weworkremotely";
import { listRows } from "./read-weworkremotely-list";
import { weWorkRemotelyParams } from "./weworkremotely-params";
import { WWR_BASE } from "./weworkremotely-url";

/** What the board asks of those who show its feed: its name and a link back. */
export const WWR_ATTRIBUTION = { text: "Source: We Work Remotely", url: WWR_BASE };

/** The configuration as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function weWorkRemotelySource(changes: Partial<SourceConfigInput> = {}, baseUrl = WWR_BASE): SourceConfigInput {
  return {
    id: "weworkremotely",
    name: "We Work Remotely",
    adapter: "weworkremotely",
    enabled: false,
    startUrls: [new URL("/remote-jobs.rss", baseUrl).href],
    politeness: { minIntervalMs: 3000, concurrencyPerHost: 1 },
    attribution: WWR_ATTRIBUTION,
    ...changes,
  };
}

export function weWorkRemotelyConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(weWorkRemotelySource(changes, baseUrl));
}

function readListPage(item: FetchedDocument): ListReading | string {
  const body = decodeBody(item.bytes, item.contentType).text;
  const feed = readFeedList(body, item.finalUrl);
  if (feed !== null) return feed;
  const page = parseWeWorkRemotely({ sourceId: "weworkremotely", body, url: item.finalUrl, now: item.fetchedAt })[0];
  if (page?.kind === "page") return page.reason;
  const $ = openPage(body);
  const details = $ === null ? [] : listRows($, item.finalUrl).map((entry) => entry.url);
  return { details, further: [], carriesAdverts: false };
}

function crawlWeWorkRemotely(context: CrawlContext, stated: SourceConfig): AsyncIterable<CrawlItem> {
  const config = withOwnAddresses(stated, weWorkRemotelySource());
  const params = weWorkRemotelyParams.parse(config.params);
  return crawlBoard(context, config, {
    readList: readListPage,
    maxPages: Math.max(1, config.startUrls.length),
    maxItems: params.maxItems,
    accept: "application/rss+xml, text/html;q=0.8",
    neverComplete: "the feeds and lists show recent adverts only",
  });
}

/** We Work Remotely, by its RSS feeds or its lists and advert pages. */
export const weWorkRemotelyAdapter: SourceAdapter = {
  id: "weworkremotely",
  crawl: crawlWeWorkRemotely,
  parse: parseWeWorkRemotely,
};
