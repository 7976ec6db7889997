import type { AdapterDescription } from "../adapter-description";
import { workdayAdapter, workdayConfig, workdayParams } from "./workday-adapter";
import { readWorkdayAddress } from "./workday-address";

export const workdayDescription: AdapterDescription = {
  id: "workday",
  version: 1,
  name: "Workday boards",
  kind: "api",
  reads:
    "One employer's site on Workday, by the search and the advert data that its own pages use; saved advert pages.",
  terms: "The employer's own public board; robots.txt of its host is obeyed. Each advert links to its own page.",
  limits:
    "A search names two thousand adverts at most: a larger board needs a search text or filters, and never counts as read whole.",
  attribution: null,
  hasNotice: false,
  params: workdayParams,
  builtIn: [],
  recognise: (url) => {
    const address = url.protocol === "https:" || url.protocol === "http:" ? readWorkdayAddress(url) : null;
    if (address === null) return null;
    const site = { tenant: address.tenant, host: url.hostname, site: address.site };
    if (!workdayParams.safeParse(site).success) return null;
    return { config: workdayConfig(site), what: address.jobPath === null ? "board" : "advert" };
  },
  adapter: workdayAdapter,
};
