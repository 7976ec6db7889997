import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import type { SourceConfig, SourceConfigInput } from "../source-config";
import { INDEED_BASE } from "./indeed-fields";
import { parseIndeed } from "./parse-indeed";

export const NEVER_FETCHED =
  "Indeed does not allow to be read by programs: only saved pages are read, nothing is fetched";

export function indeedSource(changes: Partial<SourceConfigInput> = {}): SourceConfigInput {
  return {
    id: "indeed",
    name: "Indeed (saved pages)",
    adapter: "indeed",
    enabled: false,
    startUrls: [INDEED_BASE],
    allowedHosts: ["indeed.com", "*.indeed.com"],
    politeness: { minIntervalMs: 600_000, concurrencyPerHost: 1 },
    cadenceMinutes: 43_200,
    ...changes,
  };
}

/** Asks for nothing, whatever is configured, and says so. */
function crawlIndeed(_context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const url = config.startUrls[0] ?? INDEED_BASE;
  const items: Iterable<CrawlItem> = [
    { kind: "failure", url, listingUrl: null, failure: "disallowed", reason: NEVER_FETCHED, provenance: null },
    { kind: "finished", complete: false, reasons: [NEVER_FETCHED], seen: 0 },
  ];
  return {
    [Symbol.asyncIterator]: () => {
      const rest = items[Symbol.iterator]();
      return { next: () => Promise.resolve(rest.next()) };
    },
  };
}

/** Indeed: saved pages only. */
export const indeedAdapter: SourceAdapter = { id: "indeed", crawl: crawlIndeed, parse: parseIndeed };
