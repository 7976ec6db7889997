import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { computrabajoAdapter, computrabajoSource } from "./computrabajo-adapter";
import { computrabajoParams, paramsOfAddress } from "./computrabajo-params";
import { advertIdOf, countryOfHost } from "./computrabajo-url";

const BUILT_IN = ["co", "mx", "ar", "cl", "pe", "ec"] as const;

function recognise(url: URL): RecognisedAddress | null {
  const country = countryOfHost(url.hostname);
  if (country === null) return null;
  const isAdvert = advertIdOf(url.href) !== null;
  const params = isAdvert ? { country } : { country, ...paramsOfAddress(url) };
  return { config: computrabajoSource({ params }), what: isAdvert ? "advert" : "board" };
}

export const computrabajoDescription: AdapterDescription = {
  id: "computrabajo",
  version: 2,
  name: "Computrabajo",
  kind: "pages",
  reads: "Search pages and advert pages of the country sites; saved pages of both, the older layouts too.",
  terms: "The legal notice of each country site reserves its content; ask before you republish it.",
  limits:
    'A list states no text of its adverts. "Hace más de 30 días" is no date. A search is read as far as the cap on pages.',
  attribution: null,
  hasNotice: false,
  params: computrabajoParams,
  builtIn: BUILT_IN.map((country) => computrabajoSource({ params: { country } })),
  recognise,
  adapter: computrabajoAdapter,
};
