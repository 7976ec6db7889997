import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { getOnBrdAdapter, getOnBrdParams, getOnBrdSource } from "./getonbrd-adapter";
import { advertIdOf, isGetOnBrdHost } from "./getonbrd-url";

function recognise(url: URL): RecognisedAddress | null {
  if (!isGetOnBrdHost(url.hostname)) return null;
  if (advertIdOf(url.href) !== null) return { config: getOnBrdSource(), what: "advert" };
  const category = /^\/(?:jobs|api\/v0\/categories)\/([a-z0-9-]+)(?:\/jobs)?\/?$/.exec(url.pathname)?.[1];
  return {
    config: getOnBrdSource(category === undefined ? {} : { params: { categories: [category] } }),
    what: "board",
  };
}

export const getOnBrdDescription: AdapterDescription = {
  id: "getonbrd",
  version: 2,
  name: "Get on Board",
  kind: "api",
  reads: "The public API by category; saved lists and advert pages.",
  terms: "The API is public and asks for no key; link to the advert at Get on Board.",
  limits: "Only the chosen categories are read. The API states pay by month in US dollars.",
  attribution: null,
  hasNotice: false,
  params: getOnBrdParams,
  builtIn: [getOnBrdSource()],
  recognise,
  adapter: getOnBrdAdapter,
};
