import { toHttpUrl } from "../jsonld/page-url";

export const ELEMPLEO_BASE = "https://www.elempleo.com/";
/** The countries that the board has a site for, with the currency of the pay on it. */
export const ELEMPLEO_COUNTRIES = { co: "COP", cr: "CRC" } as const;
export type ElempleoCountry = keyof typeof ELEMPLEO_COUNTRIES;

const ADVERT_PATH = /^\/(?:[a-z]{2}\/)?ofertas-trabajo\/(?:[^/]+\/)?(\d{5,14})\/?$/;

/** The advert's number in its address; null where the address is none of an advert. */
export function advertIdOf(href: string | null | undefined): string | null {
  if (href === null || href === undefined || !URL.canParse(href, ELEMPLEO_BASE)) return null;
  return ADVERT_PATH.exec(new URL(href, ELEMPLEO_BASE).pathname)?.[1] ?? null;
}

/** An advert's own address without the search that led to it; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const absolute = toHttpUrl(href, base);
  if (absolute === null || advertIdOf(absolute) === null) return null;
  const url = new URL(absolute);
  return url.origin + url.pathname.replace(/\/$/, "");
}

/** Which country's site an address belongs to. */
export function countryOf(href: string | null): ElempleoCountry {
  return href !== null && URL.canParse(href) && /^\/cr(?:\/|$)/.test(new URL(href).pathname) ? "cr" : "co";
}
