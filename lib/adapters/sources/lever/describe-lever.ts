import type { AdapterDescription } from "../adapter-description";
import { tenantName } from "../parsing/tenant-config";
import { leverAdapter, leverConfig, leverParams } from "./lever-adapter";
import { readLeverAddress } from "./lever-address";

export const leverDescription: AdapterDescription = {
  id: "lever",
  version: 1,
  name: "Lever boards",
  kind: "api",
  reads: "One employer's board by Lever's public postings API; saved pages of jobs.lever.co.",
  terms:
    "The postings API is public and made for showing an employer's own adverts; each advert links to its page on Lever.",
  limits: "The API does not name the employer: its name is read from the board's address.",
  attribution: null,
  hasNotice: false,
  params: leverParams,
  builtIn: [],
  recognise: (url) => {
    const address = readLeverAddress(url);
    if (address === null || !tenantName.safeParse(address.tenant).success) return null;
    return { config: leverConfig(address.tenant, address.region), what: address.jobId === null ? "board" : "advert" };
  },
  adapter: leverAdapter,
};
