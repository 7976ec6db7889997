import type { JsonLdPage } from "./read-page";

/** An absolute http(s) URL without its fragment; null where the value is none. */
export function toHttpUrl(value: unknown, base: string | null): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const href = value.trim();
  if (!(base === null ? URL.canParse(href) : URL.canParse(href, base))) return null;
  const url = base === null ? new URL(href) : new URL(href, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  url.hash = "";
  return url.href;
}

export type PageUrls = { stated: string | null; canonical: string | null; og: string | null; base: string | null };

/** The addresses that a page has, each absolute. A canonical link to the bare home page is a template's mistake and left out. */
export function pageUrlsOf(page: JsonLdPage, stated: string | null, fetched: string | null): PageUrls {
  const base = stated ?? fetched ?? toHttpUrl(page.canonical, null) ?? toHttpUrl(page.ogUrl, null);
  const keep = (value: string | null) => {
    const url = toHttpUrl(value, base);
    return url !== null && new URL(url).pathname === "/" && new URL(url).search === "" ? null : url;
  };
  return { stated, canonical: keep(page.canonical), og: keep(page.ogUrl), base };
}
