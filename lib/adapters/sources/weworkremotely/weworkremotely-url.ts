import { toHttpUrl } from "../jsonld/page-url";

export const WWR_BASE = "https://weworkremotely.com/";

const ADVERT_PATH = /^\/(?:remote-jobs|listings)\/([^/]+)\/?$/;
/** Pages of the site under the same path that are no adverts. */
const NO_ADVERTS = new Set(["new", "search", "all"]);

/** The words that name an advert in its address: its id. Null where the address is none of an advert. */
export function slugOf(href: string | null): string | null {
  if (href === null || !URL.canParse(href)) return null;
  const slug = ADVERT_PATH.exec(new URL(href).pathname)?.[1];
  return slug === undefined || NO_ADVERTS.has(slug) || slug.endsWith(".rss") ? null : slug;
}

/** An advert's address without tracking; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const url = toHttpUrl(href, base);
  if (url === null || slugOf(url) === null) return null;
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/$/, "");
}
