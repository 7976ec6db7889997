import { toHttpUrl } from "../jsonld/page-url";
import type { LatamCountry } from "../parsing/latam-countries";

/** The sites of one platform: Bumeran by country (under other names in Ecuador, Panama and Chile), and ZonaJobs. The search tells them apart by `siteId`. */
export const BUMERAN_SITES = {
  "bumeran-ar": { host: "www.bumeran.com.ar", country: "ar", name: "Bumeran Argentina", siteId: "BMAR" },
  "bumeran-mx": { host: "www.bumeran.com.mx", country: "mx", name: "Bumeran México", siteId: "BMMX" },
  "bumeran-pe": { host: "www.bumeran.com.pe", country: "pe", name: "Bumeran Perú", siteId: "BMPE" },
  "bumeran-ve": { host: "www.bumeran.com.ve", country: "ve", name: "Bumeran Venezuela", siteId: "BMVE" },
  "bumeran-ec": { host: "www.multitrabajos.com", country: "ec", name: "Multitrabajos", siteId: "BMEC" },
  "bumeran-pa": { host: "www.konzerta.com", country: "pa", name: "Konzerta", siteId: "BMPA" },
  "bumeran-cl": { host: "www.laborum.cl", country: "cl", name: "Laborum", siteId: "BMCL" },
  zonajobs: { host: "www.zonajobs.com.ar", country: "ar", name: "ZonaJobs", siteId: "ZJAR" },
} as const satisfies Record<string, { host: string; country: LatamCountry; name: string; siteId: string }>;

export type BumeranSite = keyof typeof BUMERAN_SITES;
const SITES = Object.keys(BUMERAN_SITES) as [BumeranSite, ...BumeranSite[]];
export const BUMERAN_SITE_IDS = SITES;

/** The platform's site that a host belongs to; null where it is none of them. */
export function siteOfHost(host: string): BumeranSite | null {
  const bare = host.replace(/^www\./, "");
  return SITES.find((site) => BUMERAN_SITES[site].host.replace(/^www\./, "") === bare) ?? null;
}

/** The advert's number at the end of its address; null where the address is none of an advert. */
export function advertIdOf(href: string | null | undefined): string | null {
  if (href === null || href === undefined || !URL.canParse(href, "https://www.bumeran.com.ar/")) return null;
  const { pathname } = new URL(href, "https://www.bumeran.com.ar/");
  return /^\/empleos\/(?:[^/]*-)?(\d{4,12})\.html$/.exec(pathname)?.[1] ?? null;
}

/** An advert's own address without tracking; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const absolute = toHttpUrl(href, base);
  if (absolute === null || advertIdOf(absolute) === null) return null;
  const url = new URL(absolute);
  return url.origin + url.pathname;
}

/** The short address that the platform understands for every advert. */
export function shortUrl(id: string, base: string): string {
  return new URL(`/empleos/${id}.html`, base).href;
}
