import { type CheerioAPI, load } from "cheerio/slim";
import { cutDeepMarkup } from "./cut-deep-markup";

/** Markup that is taken out of a page keeps its letters; only what HTML reserves is escaped. */
const AS_WRITTEN = { xml: { xmlMode: false, decodeEntities: true, encodeEntities: "utf8" } } as const;

/** A larger page is not kept for the next reader. */
const MAX_KEPT_CHARS = 4_000_000;

let last: { html: string; page: CheerioAPI } | null = null;

/**
 * The document of a page, as deep as pages are. The last one is kept, for what a page is, links to and advertises is read one after the other; so nobody
 * may change what this returns: take a clone of a part for that.
 */
export function loadPage(html: string): CheerioAPI {
  if (last?.html === html) return last.page;
  const page = load(cutDeepMarkup(html), AS_WRITTEN);
  last = html.length > MAX_KEPT_CHARS ? null : { html, page };
  return page;
}
