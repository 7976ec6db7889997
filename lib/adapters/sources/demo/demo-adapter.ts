import { crawlJsonLd } from "../jsonld/crawl-json-ld";
import { parseJsonLdPage } from "../jsonld/parse-json-ld-page";
import type { SourceAdapter } from "../source-adapter";
import { type SourceConfig, sourceConfig } from "../source-config";

/** `/d/2026-01-15/jobs/x` is the advert `/jobs/x` as it stood on that day. */
const DATED_PREFIX = /^\/d\/[^/]+(?=\/)/;

/** An address of the demo board without the day under which it was served. */
export function stableDemoUrl(url: string): string {
  const stable = new URL(url);
  stable.pathname = stable.pathname.replace(DATED_PREFIX, "");
  return stable.href;
}

/** The demo job board: the generic adapter, and addresses that do not change with the day. */
export const demoAdapter: SourceAdapter = {
  id: "demo",
  crawl: (context, config) => crawlJsonLd(context, config, stableDemoUrl),
  parse: (raw) => parseJsonLdPage(raw, { stableUrl: stableDemoUrl }),
};

/** The board's configuration for one of its days: `origin` as in `http://127.0.0.1:4100`, `day` as `YYYY-MM-DD`. Eight requests at a time, without pauses: it is our own. */
export function demoConfig(origin: string, day: string): SourceConfig {
  return sourceConfig.parse({
    id: "demo",
    name: "Demo board",
    adapter: "demo",
    startUrls: [new URL(`/d/${day}/sitemap.xml`, origin).href, new URL(`/d/${day}/jobs`, origin).href],
    params: { detailPaths: ["/d/*/jobs/*", "/d/*/private/*"] },
    politeness: { concurrencyPerHost: 8, minIntervalMs: 0 },
  });
}
