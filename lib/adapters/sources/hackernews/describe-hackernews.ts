import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { FIREBASE_BASE, hackerNewsAdapter, hackerNewsSource } from "./hackernews-adapter";
import { hackerNewsParams } from "./hackernews-params";

const HOSTS = new Set(["news.ycombinator.com", "hacker-news.firebaseio.com", "hn.algolia.com"]);

/** A thread's or comment's page does not say which of the two it is; the source is the same. */
function recognise(url: URL): RecognisedAddress | null {
  if (!HOSTS.has(url.hostname)) return null;
  if (url.hostname === "hn.algolia.com" && url.pathname.startsWith("/api/v1/"))
    return { config: hackerNewsSource({ startUrls: [url.href] }), what: "board" };
  const id = url.searchParams.get("id") ?? "";
  const item = /^\/v0\/item\/(\d{1,15})\.json$/.exec(url.pathname)?.[1] ?? (url.pathname === "/item" ? id : "");
  if (/^\d{1,15}$/.test(item))
    return {
      config: hackerNewsSource(),
      what: "advert",
      readAt: new URL(`/v0/item/${item}.json`, FIREBASE_BASE).href,
    };
  const isAccount = id === "whoishiring" || url.pathname.startsWith("/v0/");
  return isAccount ? { config: hackerNewsSource(), what: "board" } : null;
}

export const hackerNewsDescription: AdapterDescription = {
  id: "hackernews",
  version: 1,
  name: "Hacker News: Who is hiring?",
  kind: "api",
  reads: "The comments of the monthly thread, by the public API or the search API; dumps of one comment a line.",
  terms: "The APIs are open to everybody; the comments belong to those who wrote them.",
  limits:
    "Company, title and place are read from a header line that people write freely. Older threads stay open, so a crawl never closes anything.",
  attribution: null,
  hasNotice: false,
  params: hackerNewsParams,
  builtIn: [hackerNewsSource()],
  recognise,
  adapter: hackerNewsAdapter,
};
