import { type Answer, htmlAnswer, redirectAnswer, withValidators } from "./answer";
import { boardOn, type OpenAdvert, PAGE_SIZE, pagesOf, versionOn } from "./board-on";
import { demoCrawlDays, isDay } from "./calendar";
import type { DemoAdvert, DemoHistory } from "./history-types";
import { htmlDocument } from "./html-document";
import { closedPage, detailPage, frontPage, type ListingEntry, listingPage, placeText, sitemapXml } from "./pages";
import { PRIVATE_PAGE, TRAP_PAGES, type TrapPage } from "./trap-pages";

/** Every so many adverts a listing carries a page that goes wrong, so that no two of them follow each other. */
const ADVERTS_PER_TRAP = 8;
const CACHED_DAYS = 20;

/** Answers a request target (path with query) of the board. */
export type Router = (target: string) => Answer;

/** The routes of a board; `origin` is its own address, as in `http://127.0.0.1:4100`. */
export function createRouter(history: DemoHistory, origin: string): Router {
  const bySlug = new Map(history.adverts.map((advert) => [advert.slug, advert]));
  const entriesOf = rememberDays((day) => listingEntries(history, day));

  function dated(day: string, rest: string, target: string, query: URLSearchParams): Answer {
    if (!isDay(day) || day < history.firstDay || day > history.anchor) return notFound();
    const base = `/d/${day}/`;
    if (rest === "") return redirectAnswer(`${base}jobs`);
    if (rest === "sitemap.xml") return sitemap(entriesOf(day));
    if (rest === "jobs") return listing(entriesOf(day), base, query.get("page"));
    if (rest === `private/${PRIVATE_PAGE.slug}`) return PRIVATE_PAGE.answer(target);
    return rest.startsWith("jobs/") ? detail(rest.slice("jobs/".length), day, target) : notFound();
  }

  function detail(slug: string, day: string, target: string): Answer {
    const trap = TRAP_PAGES.find((item) => item.slug === slug);
    if (trap !== undefined) return trap.answer(target);
    const advert = bySlug.get(slug);
    return advert === undefined || advert.publishedOn > day ? notFound() : advertAnswer(advert, day, origin);
  }

  function sitemap(entries: readonly ListingEntry[]): Answer {
    const body = Buffer.from(sitemapXml(entries, origin), "utf8");
    return withValidators({ status: 200, headers: { "content-type": "application/xml; charset=utf-8" }, body });
  }

  return (target) => {
    const [path = "", search = ""] = splitOnce(target, "?");
    const query = new URLSearchParams(search);
    if (path === "/") return withValidators(htmlAnswer(frontPage(history.anchor, demoCrawlDays(history.anchor))));
    if (path === "/robots.txt") return robots(origin, history.anchor);
    const [, day, rest] = /^\/d\/([^/]+)\/(.*)$/.exec(path) ?? [];
    if (day !== undefined) return dated(day, rest ?? "", target, query);
    return path.startsWith("/jobs/") ? detail(path.slice("/jobs/".length), history.anchor, target) : notFound();
  };
}

function advertAnswer(advert: DemoAdvert, day: string, origin: string): Answer {
  const item: OpenAdvert = { advert, version: versionOn(advert, day) };
  if (day >= advert.closesOn) return htmlAnswer(closedPage(item), 410);
  return withValidators(htmlAnswer(detailPage(item, origin)), item.version.from);
}

function listing(entries: readonly ListingEntry[], base: string, pageParameter: string | null): Answer {
  const pages = pagesOf(entries, PAGE_SIZE);
  const number = Number(pageParameter ?? "1");
  const shown = Number.isSafeInteger(number) ? pages[number - 1] : undefined;
  if (shown === undefined) return notFound();
  return withValidators(htmlAnswer(listingPage(shown, { base, page: number, pages: pages.length })));
}

/** What the listing of a day shows: the open adverts, with the pages that go wrong spread among them. */
export function listingEntries(history: DemoHistory, day: string): ListingEntry[] {
  const traps: ListingEntry[] = [
    ...TRAP_PAGES.map((trap) => trapEntry(trap, day, "jobs")),
    trapEntry(PRIVATE_PAGE, day, "private"),
  ];
  const adverts = boardOn(history, day).open.map((item) => advertEntry(item, day));
  const entries = adverts.flatMap((entry, index) => {
    const trap = index % ADVERTS_PER_TRAP === 0 ? traps[index / ADVERTS_PER_TRAP] : undefined;
    return trap === undefined ? [entry] : [trap, entry];
  });
  return [...entries, ...traps.slice(Math.ceil(adverts.length / ADVERTS_PER_TRAP))];
}

function advertEntry(item: OpenAdvert, day: string): ListingEntry {
  return {
    href: `/d/${day}/jobs/${item.advert.slug}`,
    title: item.advert.title,
    company: item.advert.employerName,
    place: placeText(item),
    lastChanged: item.version.from,
  };
}

function trapEntry(trap: TrapPage, day: string, folder: "jobs" | "private"): ListingEntry {
  return {
    href: `/d/${day}/${folder}/${trap.slug}`,
    title: trap.title,
    company: "Trampas y Cía. (demo)",
    place: "Bogotá",
    lastChanged: day,
  };
}

function robots(origin: string, anchor: string): Answer {
  const text = `User-agent: *\nDisallow: /d/*/private/\n\nSitemap: ${origin}/d/${anchor}/sitemap.xml\n`;
  return { status: 200, headers: { "content-type": "text/plain; charset=utf-8" }, body: Buffer.from(text, "utf8") };
}

function notFound(): Answer {
  const main = "<h1>404</h1>\n<p>There is no such page on this board.</p>";
  return htmlAnswer(htmlDocument({ lang: "en", title: "Not found", main }), 404);
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A crawl asks for one day's listing many times; the days seen last are kept. */
function rememberDays<T>(compute: (day: string) => T): (day: string) => T {
  const known = new Map<string, T>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const value = compute(day);
    const [oldest] = known.keys();
    if (known.size >= CACHED_DAYS && oldest !== undefined) known.delete(oldest);
    known.set(day, value);
    return value;
  };
}
