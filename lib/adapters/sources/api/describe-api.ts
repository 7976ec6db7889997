import type { AdapterDescription } from "../adapter-description";
import { apiAdapter } from "./api-adapter";
import { apiParams } from "./api-params";

/** Adapter `api`: any JSON API, by mapping. */
export const apiDescription: AdapterDescription = {
  id: "api",
  version: 1,
  name: "Any JSON API, by mapping",
  kind: "api",
  reads:
    "Lists of adverts in JSON, in one answer or in pages, and one answer for each advert where the source asks for it; fields by JMESPath.",
  terms: "Each API's own; robots.txt is obeyed and the pace is set for each source.",
  limits: "GET without credentials; an expression has at most 500 characters.",
  attribution: null,
  hasNotice: false,
  params: apiParams,
  builtIn: [],
  recognise: () => null,
  adapter: apiAdapter,
};
