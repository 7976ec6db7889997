import { fetchItem } from "../fetch-item";
import { withOwnAddresses } from "../own-addresses";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { parseRemoteOk } from "./parse-remoteok";

/** What Remote OK's API terms ask of everybody who shows its adverts: a followed link back, and its name as the source. */
export const REMOTEOK_ATTRIBUTION = { text: "Source: Remote OK", url: "https://remoteok.com/" };

/** The configuration of the source; `baseUrl` points elsewhere in tests and behind a mirror. */
export function remoteOkConfig(
  baseUrl = "https://remoteok.com/",
  changes: Partial<SourceConfigInput> = {},
): SourceConfig {
  return sourceConfig.parse({
    id: "remoteok",
    name: "Remote OK",
    adapter: "remoteok",
    startUrls: [new URL("/api", baseUrl).href],
    attribution: REMOTEOK_ATTRIBUTION,
    ...changes,
  });
}

async function* crawlRemoteOk(context: CrawlContext, stated: SourceConfig): AsyncGenerator<CrawlItem> {
  const config = withOwnAddresses(stated, remoteOkConfig());
  const reasons: string[] = [];
  for (const url of config.startUrls) {
    const item = await fetchItem(context, config, {
      url,
      listingUrl: null,
      conditional: true,
      accept: "application/json",
    });
    if (item.kind === "failure") reasons.push(item.reason);
    yield item;
  }
  const readWhole = reasons.length === 0;
  // The API gives the newest adverts only: what has left it is not thereby closed.
  reasons.push("the API lists recent adverts only");
  yield { kind: "finished", complete: false, readWhole, reasons, seen: 0 };
}

/** Remote OK, by its public JSON API. */
export const remoteOkAdapter: SourceAdapter = { id: "remoteok", crawl: crawlRemoteOk, parse: parseRemoteOk };
