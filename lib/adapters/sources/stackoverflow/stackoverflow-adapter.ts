import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { nextPage } from "../jsonld/crawl-links";
import { readPage } from "../jsonld/read-page";
import { readFeedList } from "../parsing/feed-list";
import { openPage } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { parseStackOverflow } from "./parse-stackoverflow";
import { listRows, rowUrl } from "./read-stackoverflow-list";
import { stackOverflowParams } from "./stackoverflow-params";
import { advertIdOf, unarchived } from "./stackoverflow-url";

/** The configuration as it is entered: without an address, for the board is no more; a copy of it may be named. */
export function stackOverflowSource(
  changes: Partial<SourceConfigInput> = {},
  copyUrl: string | null = null,
): SourceConfigInput {
  return {
    id: "stackoverflow",
    name: "Stack Overflow Jobs (archived)",
    adapter: "stackoverflow",
    enabled: false,
    startUrls: copyUrl === null ? [] : [copyUrl],
    politeness: { minIntervalMs: 5000, concurrencyPerHost: 1 },
    cadenceMinutes: 43_200,
    ...changes,
  };
}

export function stackOverflowConfig(copyUrl: string | null, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(stackOverflowSource(changes, copyUrl));
}

/** The address in the copy itself, not the one that it is a copy of. */
function copiedUrl(href: string | undefined, pageUrl: string): string[] {
  return href !== undefined && URL.canParse(href, pageUrl) ? [new URL(href, pageUrl).href] : [];
}

function readListPage(item: FetchedDocument): ListReading | string {
  const body = decodeBody(item.bytes, item.contentType).text;
  const feed = readFeedList(body, item.finalUrl);
  if (feed !== null) return feed;
  const page = parseStackOverflow({ sourceId: "stackoverflow", body, url: null, now: item.fetchedAt })[0];
  if (page?.kind === "page") return page.reason;
  const $ = openPage(body);
  const details = ($ === null ? [] : listRows($)).flatMap((row) => {
    const [link] = copiedUrl(row.find("h2 a, a.s-link, a.job-link").first().attr("href"), item.finalUrl);
    return link !== undefined && advertIdOf(link) !== null ? [link] : (rowUrl(row, item.finalUrl) ?? []);
  });
  const next = nextPage(readPage(body), item.finalUrl);
  return { details, further: next === null ? [] : [next], carriesAdverts: false };
}

async function* crawlStackOverflow(context: CrawlContext, config: SourceConfig): AsyncGenerator<CrawlItem> {
  const params = stackOverflowParams.parse(config.params);
  if (config.startUrls.length === 0) {
    const reason = "Stack Overflow Jobs closed in 2022: a crawl needs the address of a copy of it";
    yield { kind: "finished", complete: false, reasons: [reason], seen: 0 };
    return;
  }
  yield* crawlBoard(context, config, {
    readList: readListPage,
    maxPages: params.maxPages,
    maxItems: params.maxItems,
    stableUrl: unarchived,
    neverComplete: "a copy of the board is not the board",
  });
}

/** Stack Overflow Jobs, as archived. */
export const stackOverflowAdapter: SourceAdapter = {
  id: "stackoverflow",
  crawl: crawlStackOverflow,
  parse: parseStackOverflow,
};
