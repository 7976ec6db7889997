import { z } from "zod";
import type { AdapterDescription } from "../adapter-description";
import { REMOTEOK_ATTRIBUTION, remoteOkAdapter } from "./remoteok-adapter";

const source = {
  id: "remoteok",
  name: "Remote OK",
  adapter: "remoteok",
  startUrls: ["https://remoteok.com/api"],
  attribution: REMOTEOK_ATTRIBUTION,
};

export const remoteOkDescription: AdapterDescription = {
  id: "remoteok",
  version: 2,
  name: "Remote OK",
  kind: "api",
  reads: "The public JSON API, and saved listing pages.",
  terms:
    "Link back to the advert on Remote OK with a followed link and name Remote OK as the source; do not use its logo.",
  limits: "The API lists recent adverts only, so a crawl of it never closes anything.",
  attribution: REMOTEOK_ATTRIBUTION,
  hasNotice: false,
  params: z.strictObject({}),
  builtIn: [source],
  recognise: (url) =>
    /(^|\.)remoteok\.(com|io)$/.test(url.hostname)
      ? { config: source, what: /^\/remote-jobs\/[^/]*\d+\/?$/.test(url.pathname) ? "advert" : "board" }
      : null,
  adapter: remoteOkAdapter,
};
