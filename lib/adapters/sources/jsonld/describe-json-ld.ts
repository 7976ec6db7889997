import type { AdapterDescription } from "../adapter-description";
import { jsonLdAdapter } from "./json-ld-adapter";
import { jsonLdParams } from "./json-ld-params";

export const jsonLdDescription: AdapterDescription = {
  id: "jsonld",
  version: 2,
  name: "Any site with JobPosting data",
  kind: "pages",
  reads:
    "Sitemaps or listing pages, then advert pages with schema.org JobPosting in JSON-LD, else in Microdata or RDFa.",
  terms: "Each site's own; robots.txt is obeyed and the pace is set for each source.",
  limits: "Pages that need JavaScript are read only where the source asks for a browser.",
  attribution: null,
  hasNotice: false,
  params: jsonLdParams,
  builtIn: [],
  recognise: () => null,
  adapter: jsonLdAdapter,
};
