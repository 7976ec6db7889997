import type { AdapterDescription, RecognisedAddress } from "../adapter-description";
import { linkedInAdapter, linkedInSource } from "./linkedin-adapter";
import { linkedInParams, paramsOfAddress } from "./linkedin-params";
import { advertIdOf } from "./linkedin-url";

function recognise(url: URL): RecognisedAddress | null {
  if (!/(^|\.)linkedin\.com$/.test(url.hostname) || !/^\/(comm\/)?jobs(-guest)?(\/|$)/.test(url.pathname)) return null;
  const isAdvert = advertIdOf(url.href) !== null && !url.searchParams.has("keywords");
  return isAdvert
    ? { config: linkedInSource(), what: "advert" }
    : { config: linkedInSource({ params: paramsOfAddress(url) }), what: "board" };
}

export const linkedInDescription: AdapterDescription = {
  id: "linkedin",
  version: 2,
  name: "LinkedIn",
  kind: "pages",
  reads: "The search that LinkedIn shows to guests, and its advert pages; saved pages of both.",
  terms:
    "LinkedIn's user agreement forbids automated reading without its permission, and its robots.txt refuses robots it does not know.",
  limits:
    "Off until an administrator has read the notice. Where robots.txt disallows, nothing is fetched whatever was chosen. A search never closes anything.",
  attribution: null,
  hasNotice: true,
  params: linkedInParams,
  builtIn: [linkedInSource()],
  recognise,
  adapter: linkedInAdapter,
};
