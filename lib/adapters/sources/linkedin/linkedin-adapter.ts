import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { withOwnAddresses } from "../own-addresses";
import { parseListPage } from "../parse-list-page";
import { openPage } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { type LinkedInParams, linkedInParams, nextStart, searchPageUrl } from "./linkedin-params";
import { guestAdvertUrl, LINKEDIN_BASE, stableAdvertUrl } from "./linkedin-url";
import { cardId, listCards } from "./parse-linkedin-card";
import { parseLinkedIn } from "./parse-linkedin";

const SEARCH_PATH = "/jobs-guest/jobs/api/seeMoreJobPostings/search";

/** The configuration of a search as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function linkedInSource(changes: Partial<SourceConfigInput> = {}, baseUrl = LINKEDIN_BASE): SourceConfigInput {
  return {
    id: "linkedin",
    name: "LinkedIn",
    adapter: "linkedin",
    enabled: false,
    startUrls: [new URL(SEARCH_PATH, baseUrl).href],
    allowedHosts: baseUrl === LINKEDIN_BASE ? ["linkedin.com", "*.linkedin.com"] : [],
    politeness: { minIntervalMs: 5000, concurrencyPerHost: 1 },
    cadenceMinutes: 1440,
    ...changes,
  };
}

export function linkedInConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(linkedInSource(changes, baseUrl));
}

function readSearchPage(item: FetchedDocument, params: LinkedInParams): ListReading | string {
  const page = parseListPage(item, "linkedin", parseLinkedIn);
  if (typeof page === "string") return page;
  const $ = openPage(page.body);
  const cards = $ === null ? [] : listCards($);
  const ids = cards.flatMap((card) => cardId(card, item.finalUrl) ?? []);
  const start = nextStart(item.finalUrl, cards.length);
  return {
    details: ids.map((id) => guestAdvertUrl(id, item.finalUrl)),
    further: start === null ? [] : [searchPageUrl(item.finalUrl, params, start)],
    carriesAdverts: false,
  };
}

function crawlLinkedIn(context: CrawlContext, stated: SourceConfig): AsyncIterable<CrawlItem> {
  const config = withOwnAddresses(stated, linkedInSource());
  const params = linkedInParams.parse(config.params);
  return crawlBoard(context, config, {
    startUrls: config.startUrls.map((url) => searchPageUrl(url, params, 0)),
    readList: (item) => readSearchPage(item, params),
    maxPages: params.maxPages,
    maxItems: params.maxItems,
    stableUrl: stableAdvertUrl,
    accept: "text/html",
    neverComplete: "a guest search shows some of the open adverts only",
  });
}

/** LinkedIn's search for guests, and its advert pages. */
export const linkedInAdapter: SourceAdapter = { id: "linkedin", crawl: crawlLinkedIn, parse: parseLinkedIn };
