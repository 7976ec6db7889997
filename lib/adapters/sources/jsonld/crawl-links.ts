import { decodeEntities } from "../parsing/plain-text";
import { asList, findNodes, isNode } from "./json-node";
import { toHttpUrl } from "./page-url";
import type { JsonLdPage } from "./read-page";

export type SitemapReading = { kind: "index" | "urls"; locations: string[]; whole: boolean };

/** The protocol's own limit for one sitemap file. */
const MAX_LOCATIONS = 50_000;
const JOB_PATH =
  /\/[^/?]*(jobs?|careers?|vacanc|position|opening|empleo|oferta|vacante|trabajo|puesto|aviso|convocatoria)[^/?]*\/[^/?]+/i;
const PAGE_PARAMS = ["page", "p", "pg", "pagina", "pageNum", "pn"];

/** Reads a sitemap or a sitemap index; null where the text is neither. `whole` is false where the file breaks off. */
export function readSitemap(text: string): SitemapReading | null {
  const root = /<(?:\w+:)?(sitemapindex|urlset)[\s>]/i.exec(text.slice(0, 5000))?.[1]?.toLowerCase();
  if (root === undefined) return null;
  const locations: string[] = [];
  for (const match of text.matchAll(
    /<(?:\w+:)?loc>\s*(?:<!\[CDATA\[)?\s*([^<\]]{1,2048}?)\s*(?:\]\]>)?\s*<\/(?:\w+:)?loc>/gi,
  )) {
    if (locations.length >= MAX_LOCATIONS)
      return { kind: root === "urlset" ? "urls" : "index", locations, whole: false };
    locations.push(decodeEntities(match[1] ?? ""));
  }
  const whole = new RegExp(`</(?:\\w+:)?${root}>|<(?:\\w+:)?${root}[^>]*/>`, "i").test(text);
  return { kind: root === "urlset" ? "urls" : "index", locations, whole };
}

/** Compiles path patterns such as `/jobs/*`; a star is any run of characters. */
export function matchesPath(url: string, patterns: readonly string[]): boolean {
  const { pathname, search } = new URL(url);
  return patterns.some((pattern) => {
    const source = pattern
      .split("*")
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
      .join("[^]*?");
    return new RegExp(`^${source}$`).test(pathname) || new RegExp(`^${source}$`).test(pathname + search);
  });
}

function linksFromLists(page: JsonLdPage): string[] {
  return page.blocks
    .flatMap((block) => findNodes(block, "ItemList"))
    .flatMap((list) => asList(list.itemListElement).flat())
    .flatMap((item) =>
      isNode(item) ? [item.url ?? (isNode(item.item) ? (item.item.url ?? item.item["@id"]) : item.item)] : [item],
    )
    .filter((url) => typeof url === "string");
}

/** The advert links of a listing page, in order: its ItemList, else links on the patterns, else links that look like adverts. */
export function detailLinks(page: JsonLdPage, pageUrl: string, patterns: readonly string[]): string[] {
  const toUrls = (hrefs: string[]) => [
    ...new Set(
      hrefs.flatMap(
        (href) => toHttpUrl(href, page.baseHref === null ? pageUrl : new URL(page.baseHref, pageUrl).href) ?? [],
      ),
    ),
  ];
  const anchors = toUrls(page.links.map((link) => link.href));
  if (patterns.length > 0)
    return [...new Set([...toUrls(linksFromLists(page)), ...anchors])].filter((url) => matchesPath(url, patterns));
  const listed = toUrls(linksFromLists(page));
  if (listed.length > 0) return listed;
  const here = new URL(pageUrl);
  return anchors.filter(
    (url) =>
      new URL(url).host === here.host &&
      JOB_PATH.test(new URL(url).pathname) &&
      new URL(url).pathname !== here.pathname,
  );
}

function pageNumber(url: URL): { number: number; rest: string } {
  const rest = new URL(url.href);
  let number = 1;
  for (const name of PAGE_PARAMS) {
    const value = rest.searchParams.get(name);
    if (value !== null && /^\d{1,5}$/.test(value)) {
      number = Number(value);
      rest.searchParams.delete(name);
    }
  }
  const inPath = /\/(?:page|pagina|p)\/(\d{1,5})\/?$/i.exec(rest.pathname);
  if (inPath !== null) {
    number = Number(inPath[1]);
    rest.pathname = rest.pathname.slice(0, inPath.index);
  }
  rest.searchParams.sort();
  return { number, rest: rest.href.replace(/\/$/, "") };
}

/** The next page of a listing: `rel=next`, else the numbered link one above this page. Null at the end. */
export function nextPage(page: JsonLdPage, pageUrl: string): string | null {
  const marked = page.links.find((link) => link.rel.split(/\s+/).includes("next"));
  if (marked !== undefined) return toHttpUrl(marked.href, pageUrl);
  const current = pageNumber(new URL(pageUrl));
  for (const link of page.links) {
    const url = toHttpUrl(link.href, pageUrl);
    if (url === null || new URL(url).host !== new URL(pageUrl).host) continue;
    const candidate = pageNumber(new URL(url));
    if (candidate.rest === current.rest && candidate.number === current.number + 1) return url;
  }
  return null;
}
