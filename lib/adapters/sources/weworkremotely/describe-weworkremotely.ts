import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { weWorkRemotelyAdapter, weWorkRemotelySource, WWR_ATTRIBUTION } from "./weworkremotely-adapter";
import { weWorkRemotelyParams } from "./weworkremotely-params";
import { slugOf } from "./weworkremotely-url";

/** A category's or a search's feed stands beside its page, under the same path. */
function feedOf(url: URL): string | null {
  const path = /^\/(categories\/[\w-]+|remote-[\w-]+-jobs)(?:\.rss)?\/?$/.exec(url.pathname)?.[1];
  return path === undefined ? null : new URL(`/${path}.rss`, url).href;
}

function recognise(url: URL): RecognisedAddress | null {
  if (!/(^|\.)weworkremotely\.com$/.test(url.hostname)) return null;
  if (slugOf(url.href) !== null) return { config: weWorkRemotelySource(), what: "advert" };
  const feed = feedOf(url);
  return { config: weWorkRemotelySource(feed === null ? {} : { startUrls: [feed] }), what: "board" };
}

export const weWorkRemotelyDescription: AdapterDescription = {
  id: "weworkremotely",
  version: 2,
  name: "We Work Remotely",
  kind: "feed",
  reads: "The board's RSS feeds; its lists and advert pages, also saved ones.",
  terms: "The feeds are offered to everybody who links back to the advert and names We Work Remotely as the source.",
  limits: "The feeds list recent adverts only, so a crawl never closes anything.",
  attribution: WWR_ATTRIBUTION,
  hasNotice: false,
  params: weWorkRemotelyParams,
  builtIn: [weWorkRemotelySource()],
  recognise,
  adapter: weWorkRemotelyAdapter,
};
