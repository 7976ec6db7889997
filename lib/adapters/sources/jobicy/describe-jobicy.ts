import type { AdapterDescription } from "../adapter-description";
import { JOBICY_ATTRIBUTION, jobicyAdapter, jobicyConfig, jobicyParams } from "./jobicy-adapter";

export const jobicyDescription: AdapterDescription = {
  id: "jobicy",
  version: 1,
  name: "Jobicy",
  kind: "api",
  reads: "The public JSON API, and saved advert pages.",
  terms: "Credit Jobicy with a direct link to the source; every application link leads to the advert on Jobicy.",
  limits: "The API lists the newest hundred adverts, so a crawl of it never closes anything.",
  attribution: JOBICY_ATTRIBUTION,
  hasNotice: false,
  params: jobicyParams,
  builtIn: [jobicyConfig()],
  recognise: (url) =>
    /^(?:www\.)?jobicy\.com$/.test(url.hostname)
      ? { config: jobicyConfig(), what: /^\/jobs\/\d+/.test(url.pathname) ? "advert" : "board" }
      : null,
  adapter: jobicyAdapter,
};
