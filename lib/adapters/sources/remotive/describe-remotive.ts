import { z } from "zod";
import type { AdapterDescription } from "../adapter-description";
import { REMOTIVE_ATTRIBUTION, remotiveAdapter, remotiveConfig } from "./remotive-adapter";

export const remotiveDescription: AdapterDescription = {
  id: "remotive",
  version: 1,
  name: "Remotive",
  kind: "api",
  reads: "The public JSON API, and saved advert pages.",
  terms:
    "Link back to the advert on Remotive and name Remotive as the source; do not pass its adverts on to other boards, nor collect sign-ups with them; four requests a day at most.",
  limits: "The API lists a part of the adverts, a day late, so a crawl of it never closes anything.",
  attribution: REMOTIVE_ATTRIBUTION,
  hasNotice: false,
  params: z.strictObject({}),
  builtIn: [remotiveConfig()],
  recognise: (url) =>
    /^(?:www\.)?remotive\.(?:com|io)$/.test(url.hostname)
      ? {
          config: remotiveConfig(),
          what: /^\/remote-jobs\/[^/]+\/[^/]*\d+\/?$/.test(url.pathname) ? "advert" : "board",
        }
      : null,
  adapter: remotiveAdapter,
};
