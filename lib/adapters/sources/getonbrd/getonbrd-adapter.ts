import { z } from "zod";
import { crawlBoard, type FetchedDocument, type ListReading } from "../crawl-board";
import { withOwnAddresses } from "../own-addresses";
import { parseListPage } from "../parse-list-page";
import { openPage } from "../parsing/open-page";
import type { CrawlContext, CrawlItem, SourceAdapter } from "../source-adapter";
import { type SourceConfig, type SourceConfigInput, sourceConfig } from "../source-config";
import { getOnBrdMeta } from "./getonbrd-schema";
import { advertUrl, GETONBRD_BASE } from "./getonbrd-url";
import { parseGetOnBrd } from "./parse-getonbrd";
import { listCards } from "./parse-getonbrd-page";

const PER_PAGE = 100;
const DEFAULT_CATEGORIES = [
  "programming",
  "sysadmin-devops-qa",
  "data-science-analytics",
  "machine-learning-ai",
  "mobile-developer",
];

/** Which of the board's categories are read, by the names that its API gives them. */
export const getOnBrdParams = z.strictObject({
  categories: z
    .array(z.string().regex(/^[a-z0-9-]{1,60}$/))
    .min(1)
    .max(30)
    .default(DEFAULT_CATEGORIES),
  maxPages: z.int().min(1).max(500).default(60),
  maxItems: z.int().min(1).max(20_000).default(2000),
});

function categoryUrl(category: string, baseUrl: string): string {
  const expand = ["company", "modality", "tags", "location_cities"].map((name) => `expand[]=${name}`).join("&");
  return new URL(`/api/v0/categories/${category}/jobs?per_page=${PER_PAGE}&page=1&${expand}`, baseUrl).href;
}

/** The configuration of the source as it is entered; `baseUrl` points elsewhere in tests and behind a mirror. */
export function getOnBrdSource(changes: Partial<SourceConfigInput> = {}, baseUrl = GETONBRD_BASE): SourceConfigInput {
  const { categories } = getOnBrdParams.parse(changes.params ?? {});
  return {
    id: "getonbrd",
    name: "Get on Board",
    adapter: "getonbrd",
    enabled: false,
    startUrls: categories.map((category) => categoryUrl(category, baseUrl)),
    politeness: { minIntervalMs: 2000, concurrencyPerHost: 1 },
    cadenceMinutes: 1440,
    ...changes,
  };
}

export function getOnBrdConfig(baseUrl?: string, changes: Partial<SourceConfigInput> = {}): SourceConfig {
  return sourceConfig.parse(getOnBrdSource(changes, baseUrl));
}

function nextAnswer(body: string, url: string): string | null {
  const meta = getOnBrdMeta.safeParse(JSON.parse(body)).data?.meta ?? null;
  if (meta === null || meta.page >= meta.total_pages) return null;
  const next = new URL(url);
  next.searchParams.set("page", String(meta.page + 1));
  return next.href;
}

function readListPage(item: FetchedDocument): ListReading | string {
  const page = parseListPage(item, "getonbrd", parseGetOnBrd);
  if (typeof page === "string") return page;
  const { body, outcomes } = page;
  if (/^\s*[[{]/.test(body)) {
    const next = nextAnswer(body, item.finalUrl);
    return { details: [], further: next === null ? [] : [next], carriesAdverts: true, adverts: outcomes.length };
  }
  const $ = openPage(body);
  if ($ === null) return "the page is nested too deep";
  const details = listCards($).flatMap((card) => advertUrl(card.attr("href"), item.finalUrl) ?? []);
  return { details, further: [], carriesAdverts: false };
}

function crawlGetOnBrd(context: CrawlContext, config: SourceConfig): AsyncIterable<CrawlItem> {
  const { maxPages, maxItems } = getOnBrdParams.parse(config.params);
  const board = withOwnAddresses(config, getOnBrdSource({ params: config.params }));
  return crawlBoard(context, board, { readList: readListPage, maxPages, maxItems });
}

/** Get on Board, by its public API; saved lists and adverts too. */
export const getOnBrdAdapter: SourceAdapter = { id: "getonbrd", crawl: crawlGetOnBrd, parse: parseGetOnBrd };
