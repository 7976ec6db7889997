import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { bumeranAdapter, bumeranParams, bumeranSource } from "./bumeran-adapter";
import { advertIdOf, siteOfHost } from "./bumeran-sites";

const BUILT_IN = ["bumeran-ar", "bumeran-mx", "bumeran-pe", "bumeran-ec", "bumeran-cl", "zonajobs"] as const;

function recognise(url: URL): RecognisedAddress | null {
  const site = siteOfHost(url.hostname);
  if (site === null) return null;
  if (advertIdOf(url.href) !== null) return { config: bumeranSource({ params: { site } }), what: "advert" };
  const isSearch = /empleos[^/]*\.html$/.test(url.pathname);
  const startUrls = isSearch ? { startUrls: [url.origin + url.pathname + url.search] } : {};
  return { config: bumeranSource({ params: { site }, ...startUrls }), what: "board" };
}

export const bumeranDescription: AdapterDescription = {
  id: "bumeran",
  version: 2,
  name: "Bumeran and ZonaJobs",
  kind: "pages",
  reads:
    "Search pages, advert pages and answers of the search of Bumeran's country sites, Multitrabajos, Konzerta, Laborum and ZonaJobs.",
  terms: "The terms of each site reserve its content; ask before you republish it.",
  limits:
    'The pages need a browser: without one a crawl ends with an empty shell, unless it asks the search. "Hace más de 15 días" is no date.',
  attribution: null,
  hasNotice: false,
  params: bumeranParams,
  builtIn: BUILT_IN.map((site) => bumeranSource({ params: { site } })),
  recognise,
  adapter: bumeranAdapter,
};
