import type { AdapterDescription } from "../adapter-description";
import { tenantName } from "../parsing/tenant-config";
import { readGreenhouseAddress } from "./greenhouse-address";
import { greenhouseAdapter, greenhouseConfig, greenhouseParams } from "./greenhouse-adapter";

export const greenhouseDescription: AdapterDescription = {
  id: "greenhouse",
  version: 1,
  name: "Greenhouse boards",
  kind: "api",
  reads: "One employer's board by Greenhouse's public job board API; saved pages of its hosted boards.",
  terms:
    "The job board API is public and made for showing an employer's own adverts; each advert links to its own page.",
  limits: "Pay only where the employer shows it with its period; most boards do not.",
  attribution: null,
  hasNotice: false,
  params: greenhouseParams,
  builtIn: [],
  recognise: (url) => {
    const address = readGreenhouseAddress(url);
    if (address === null || !tenantName.safeParse(address.tenant).success) return null;
    return { config: greenhouseConfig(address.tenant), what: address.jobId === null ? "board" : "advert" };
  },
  adapter: greenhouseAdapter,
};
