import type { AdapterDescription } from "../adapter-description";
import { tenantName } from "../parsing/tenant-config";
import { readAshbyAddress } from "./ashby-address";
import { ashbyAdapter, ashbyConfig, ashbyParams } from "./ashby-adapter";

export const ashbyDescription: AdapterDescription = {
  id: "ashby",
  version: 2,
  name: "Ashby boards",
  kind: "api",
  reads: "One employer's board by Ashby's public posting API; saved pages of jobs.ashbyhq.com.",
  terms:
    "The posting API is public and made for showing an employer's own adverts; each advert links to its page on Ashby.",
  limits: "The API does not name the employer: its name is read from the board's address.",
  attribution: null,
  hasNotice: false,
  params: ashbyParams,
  builtIn: [],
  recognise: (url) => {
    const address = readAshbyAddress(url);
    if (address === null || !tenantName.safeParse(address.tenant).success) return null;
    return { config: ashbyConfig(address.tenant), what: address.jobId === null ? "board" : "advert" };
  },
  adapter: ashbyAdapter,
};
