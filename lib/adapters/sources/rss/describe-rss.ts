import type { AdapterDescription } from "../adapter-description";
import { rssAdapter } from "./rss-adapter";
import { rssParams } from "./rss-params";

/** Adapter `rss`: feeds of any kind. */
export const rssDescription: AdapterDescription = {
  id: "rss",
  version: 1,
  name: "Any feed (RSS, Atom, JSON Feed)",
  kind: "feed",
  reads: "RSS 0.9 to 2.0, RDF, Atom and JSON Feed; where the source asks for it, the page of each item too.",
  terms: "Each site's own; robots.txt is obeyed and the pace is set for each source.",
  limits:
    "Most feeds list recent adverts only, so a crawl closes nothing unless the source says that its feed is whole.",
  attribution: null,
  hasNotice: false,
  params: rssParams,
  builtIn: [],
  recognise: () => null,
  adapter: rssAdapter,
};
