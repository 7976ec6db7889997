import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { elempleoAdapter, elempleoParams, elempleoSource } from "./elempleo-adapter";
import { advertIdOf, countryOf } from "./elempleo-url";

function recognise(url: URL): RecognisedAddress | null {
  if (!/^(?:www\.)?elempleo\.com$/.test(url.hostname)) return null;
  const country = countryOf(url.href);
  if (advertIdOf(url.href) !== null) return { config: elempleoSource({ params: { country } }), what: "advert" };
  const keywords = (url.searchParams.get("trabajo") ?? "").slice(0, 120);
  return { config: elempleoSource({ params: { country, ...(keywords === "" ? {} : { keywords }) } }), what: "board" };
}

export const elempleoDescription: AdapterDescription = {
  id: "elempleo",
  version: 2,
  name: "elempleo",
  kind: "pages",
  reads: "Search pages and advert pages of elempleo.com, Colombia and Costa Rica; saved pages of both.",
  terms: "The terms of the site reserve its content; ask before you republish it.",
  limits:
    "Pages after the first are turned by script: without a browser a crawl reads the first one and closes nothing. A list states no text.",
  attribution: null,
  hasNotice: false,
  params: elempleoParams,
  builtIn: [elempleoSource()],
  recognise,
  adapter: elempleoAdapter,
};
