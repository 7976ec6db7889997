import { z } from "zod";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { toHttpUrl } from "../jsonld/page-url";
import { withOwnAddresses } from "../own-addresses";
import { parseListPage } from "../parse-list-page";
import { openPage, type PageQuery, textOf } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { ELEMPLEO_BASE, ELEMPLEO_COUNTRIES, type ElempleoCountry } from "./elempleo-url";
import { parseElempleo } from "./parse-elempleo";
import { cardUrl, listCards } from "./parse-elempleo-card";

const COUNTRIES = Object.keys(ELEMPLEO_COUNTRIES) as [ElempleoCountry, ...ElempleoCountry[]];

/** Which country's site is read, and what its search is narrowed by. */
export const elempleoParams = z.strictObject({
  country: z.enum(COUNTRIES).default("co"),
  keywords: z.string().max(120).default(""),
  maxPages: z.int().min(1).max(200).default(10),
  maxItems: z.int().min(1).max(10_000).default(400),
});

function searchUrl({ country, keywords }: z.output<typeof elempleoParams>, baseUrl: string): string {
  const url = new URL(`/${country}/ofertas-empleo/`, baseUrl);
  if (keywords !== "") url.searchParams.set("trabajo", keywords);
  return url.href;
}

/** The configuration of one country's site as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function elempleoSource(changes: Partial<SourceConfigInput> = {}, baseUrl = ELEMPLEO_BASE): SourceConfigInput {
  const params = elempleoParams.parse(changes.params ?? {});
  return {
    id: `elempleo-${params.country}`,
    name: `elempleo ${params.country.toUpperCase()}`,
    adapter: "elempleo",
    enabled: false,
    startUrls: [searchUrl(params, baseUrl)],
    politeness: { minIntervalMs: 4000, concurrencyPerHost: 1 },
    cadenceMinutes: 1440,
    ...changes,
    params: changes.params ?? { country: params.country },
  };
}

export function elempleoConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(elempleoSource(changes, baseUrl));
}

/** The site turns its pages by script; a link that leads somewhere is followed, and the end is known from the counts. */
function nextPage($: PageQuery, base: string): { next: string | null; isLast: boolean } {
  const [end, total] = [".js-end-index", ".js-total-results"].map((mark) =>
    Number((textOf($(mark), 20) ?? "").replace(/\D/g, "") || "-1"),
  );
  const href = $('a[rel="next"], link[rel="next"], .pagination li:not(.disabled) .js-btn-next').first().attr("href");
  const next = href === undefined || href.includes("#") ? null : toHttpUrl(href, base);
  return { next, isLast: next === null && end !== undefined && end >= 0 && end === total };
}

function readListPage(item: FetchedDocument): ListReading | string {
  const page = parseListPage(item, "elempleo", parseElempleo);
  if (typeof page === "string") return page;
  const $ = openPage(page.body);
  if ($ === null) return "the page is nested too deep";
  const details = listCards($).flatMap((card) => cardUrl(card, item.finalUrl) ?? []);
  const { next, isLast } = nextPage($, item.finalUrl);
  return {
    details,
    further: next === null ? [] : [next],
    carriesAdverts: false,
    reasons: next === null && !isLast && details.length > 0 ? ["the further pages of the list need a browser"] : [],
  };
}

function crawlElempleo(context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const { maxPages, maxItems } = elempleoParams.parse(config.params);
  const search = withOwnAddresses(config, elempleoSource({ params: config.params }));
  return crawlBoard(context, search, { readList: readListPage, maxPages, maxItems, accept: "text/html" });
}

/** elempleo.com, by its search pages and advert pages. */
export const elempleoAdapter: SourceAdapter = { id: "elempleo", crawl: crawlElempleo, parse: parseElempleo };
