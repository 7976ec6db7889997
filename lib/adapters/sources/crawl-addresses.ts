import { fetchItem } from "./fetch-item";
import type { CrawlContext, CrawlItem } from "./source-adapter";
import type { SourceConfig } from "./source-config";

/** Fetches single pages of a source instead of walking its list; never complete, so that nothing is closed by absence. */
export async function* crawlAddresses(
  context: CrawlContext,
  config: SourceConfig,
  urls: readonly string[],
): AsyncGenerator<CrawlItem> {
  for (const url of urls) yield await fetchItem(context, config, { url, listingUrl: url, conditional: false });
  yield { kind: "finished", complete: false, reasons: ["single pages were asked for"], seen: urls.length };
}
