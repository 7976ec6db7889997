import { type CheerioAPI, load } from "cheerio/slim";
import { cutDeepMarkup } from "./cut-deep-markup";

/** Markup that is taken out of a page keeps its letters; only what HTML reserves is escaped. */
const AS_WRITTEN = { xml: { xmlMode: false, decodeEntities: true, encodeEntities: "utf8" } } as const;

/** A larger page is not kept for the next reader. */
const MAX_KEPT_CHARS = 4_000_000;

/** Beyond so many children a search is asked of the element itself. */
const MANY_CHILDREN = 100;
/** Selectors that begin where the search does, and the library's own positions, mean something else inside `:is()`. */
const BOUND_SELECTOR = /^\s*[>+~]|:(?:scope|first|last|eq|nth|gt|lt|even|odd)\b/;

/**
 * The library searches below an element by way of its children, and compares each with all the others first: of a page with ten thousand of
 * them in a row, every search would be a hundred million comparisons.
 */
function searchOnce(page: CheerioAPI): CheerioAPI {
  const find = page.fn.find;
  page.fn.find = function (this: ReturnType<CheerioAPI>, sought?: Parameters<typeof find>[0]) {
    if (typeof sought !== "string") return find.call(this, sought);
    const only = this.length === 1 ? this.get(0) : undefined;
    // The page itself is no element: nothing in it stands below `:scope`.
    const isElement = only !== undefined && only !== page.root().get(0) && "children" in only;
    const isWide = isElement && only.children.length > MANY_CHILDREN;
    if (!isWide || BOUND_SELECTOR.test(sought)) return find.call(this, sought);
    return find.call(this, `:scope :is(${sought})`).filter((_, node) => node !== only);
  };
  return page;
}

let last: { html: string; page: CheerioAPI } | null = null;

/**
 * The document of a page, as deep as pages are. The last one is kept, for what a page is, links to and advertises is read one after the other; so nobody
 * may change what this returns: take a clone of a part for that.
 */
export function loadPage(html: string): CheerioAPI {
  if (last?.html === html) return last.page;
  const page = searchOnce(load(cutDeepMarkup(html), AS_WRITTEN));
  last = html.length > MAX_KEPT_CHARS ? null : { html, page };
  return page;
}
