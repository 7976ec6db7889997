import { z } from "zod";
import { decodeBody } from "@/lib/adapters/http/decode-body";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { toHttpUrl } from "../jsonld/page-url";
import { openPage, type PageQuery } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { advertIdOf, BUMERAN_SITE_IDS, BUMERAN_SITES, shortUrl } from "./bumeran-sites";
import { parseBumeran } from "./parse-bumeran";
import { cardUrl, listCards } from "./parse-bumeran-card";

/** Which of the platform's sites is read. A start URL may be any of its search pages. */
export const bumeranParams = z.strictObject({
  site: z.enum(BUMERAN_SITE_IDS).default("bumeran-ar"),
  maxPages: z.int().min(1).max(500).default(20),
  maxItems: z.int().min(1).max(10_000).default(400),
});

/** The configuration of one site as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function bumeranSource(changes: Partial<SourceConfigInput> = {}, baseUrl?: string): SourceConfigInput {
  const { site } = bumeranParams.parse(changes.params ?? {});
  const { host, name } = BUMERAN_SITES[site];
  return {
    id: site,
    name,
    adapter: "bumeran",
    enabled: false,
    startUrls: [new URL("/empleos.html", baseUrl ?? `https://${host}/`).href],
    politeness: { minIntervalMs: 4000, concurrencyPerHost: 1 },
    cadenceMinutes: 1440,
    ...changes,
    params: changes.params ?? { site },
  };
}

export function bumeranConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(bumeranSource(changes, baseUrl));
}

/** The arrow to the right of the page numbers; at the end of the list it leads nowhere. */
function nextPage($: PageQuery, base: string): string | null {
  const arrow = $('a:not([disabled]) i[name*="caret-right"]').closest("a").last();
  const href = $('a[rel="next"], link[rel="next"]').first().attr("href") ?? arrow.attr("href");
  const next = href === undefined || href.startsWith("#") ? null : toHttpUrl(href, base);
  return next === null || !/[?&]page=\d/.test(next) ? null : next;
}

function readListPage(item: FetchedDocument): ListReading | string {
  const body = decodeBody(item.bytes, item.contentType).text;
  const outcomes = parseBumeran({ sourceId: "bumeran", body, url: item.finalUrl, now: item.fetchedAt });
  const [first] = outcomes;
  if (first?.kind === "page") return first.reason;
  if (/^\uFEFF?\s*[[{]/.test(body))
    return {
      details: [],
      further: [],
      carriesAdverts: true,
      adverts: outcomes.length,
      reasons: ["an answer is one page of a search"],
    };
  const $ = openPage(body);
  if ($ === null) return "the page is nested too deep";
  const shown = listCards($).flatMap((card) => cardUrl(card, item.finalUrl) ?? []);
  const held = outcomes.flatMap((outcome) => (outcome.kind === "posting" ? (outcome.posting.url ?? []) : []));
  const next = nextPage($, item.finalUrl);
  return { details: shown.length > 0 ? shown : held, further: next === null ? [] : [next], carriesAdverts: false };
}

function stableUrl(url: string): string {
  const id = advertIdOf(url);
  return id === null ? url : shortUrl(id, url);
}

function crawlBumeran(context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const { maxPages, maxItems } = bumeranParams.parse(config.params);
  return crawlBoard(context, config, { readList: readListPage, maxPages, maxItems, stableUrl, accept: "text/html" });
}

/** Bumeran's country sites and ZonaJobs: one platform. */
export const bumeranAdapter: SourceAdapter = { id: "bumeran", crawl: crawlBumeran, parse: parseBumeran };
