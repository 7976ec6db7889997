import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { toHttpUrl } from "../jsonld/page-url";
import { withOwnAddresses } from "../own-addresses";
import { parseListPage } from "../parse-list-page";
import { openPage, type PageQuery } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { computrabajoParams, searchUrl } from "./computrabajo-params";
import { siteOf, advertIdOf } from "./computrabajo-url";
import { parseComputrabajo } from "./parse-computrabajo";
import { cardUrl, listCards } from "./parse-computrabajo-card";

/** The configuration of one country's site as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function computrabajoSource(changes: Partial<SourceConfigInput> = {}, baseUrl?: string): SourceConfigInput {
  const params = computrabajoParams.parse(changes.params ?? {});
  const base = baseUrl ?? siteOf(params.country);
  return {
    id: `computrabajo-${params.country}`,
    name: `Computrabajo ${params.country.toUpperCase()}`,
    adapter: "computrabajo",
    enabled: false,
    startUrls: [searchUrl(params, base)],
    politeness: { minIntervalMs: 4000, concurrencyPerHost: 1 },
    cadenceMinutes: 1440,
    ...changes,
    params: changes.params ?? { country: params.country },
  };
}

export function computrabajoConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(computrabajoSource(changes, baseUrl));
}

/** The list's own link to its next page. */
function nextPage($: PageQuery, base: string): string | null {
  const next = $('[title="Siguiente"]:not(.disabled), a[rel="next"], link[rel="next"], .pag_numeric a.next').first();
  return toHttpUrl(next.attr("data-path") ?? next.attr("href"), base);
}

function readListPage(item: FetchedDocument): ListReading | string {
  const page = parseListPage(item, "computrabajo", parseComputrabajo);
  if (typeof page === "string") return page;
  const $ = openPage(page.body);
  if ($ === null) return "the page is nested too deep";
  const details = listCards($).flatMap((card) => cardUrl(card, item.finalUrl) ?? []);
  const next = details.length === 0 ? null : nextPage($, item.finalUrl);
  return { details, further: next === null ? [] : [next], carriesAdverts: false };
}

function crawlComputrabajo(context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const params = computrabajoParams.parse(config.params);
  return crawlBoard(context, withOwnAddresses(config, computrabajoSource({ params: config.params })), {
    readList: readListPage,
    maxPages: params.maxPages,
    maxItems: params.maxItems,
    accept: "text/html",
    goneAt: (finalUrl) => (advertIdOf(finalUrl) === null ? "the advert's address leads to a list" : null),
  });
}

/** Computrabajo's country sites, by their search pages and advert pages. */
export const computrabajoAdapter: SourceAdapter = {
  id: "computrabajo",
  crawl: crawlComputrabajo,
  parse: parseComputrabajo,
};
