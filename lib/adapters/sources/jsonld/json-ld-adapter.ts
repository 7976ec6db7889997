import type { SourceAdapter } from "../source-adapter";
import { crawlJsonLd } from "./crawl-json-ld";
import { parseJsonLdPage } from "./parse-json-ld-page";

/** Any site with schema.org JobPosting data on its advert pages. */
export const jsonLdAdapter: SourceAdapter = {
  id: "jsonld",
  crawl: (context, config) => crawlJsonLd(context, config),
  parse: (raw) => parseJsonLdPage(raw),
};
