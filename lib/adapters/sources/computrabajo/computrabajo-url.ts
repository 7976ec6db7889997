import { toHttpUrl } from "../jsonld/page-url";
import { isLatamCountry, type LatamCountry } from "../parsing/latam-countries";

/** The board's ids are 32 hexadecimal digits at the end of an advert's address; older ones 16. */
const ADVERT_PATH = /^\/(?:ofertas?-de-trabajo|empleos?)\/[^/]*?-([0-9A-F]{16,40})\/?$/i;
const ANY_ID = /^[0-9A-F]{16,40}$/i;

/** The country that a host of the board serves: `co.computrabajo.com`, and the older `www.computrabajo.com.co`, `www.computrabajo.cl`. */
export function countryOfHost(host: string): LatamCountry | null {
  const code =
    /^(?:www\.)?([a-z]{2})\.computrabajo\.com$/.exec(host)?.[1] ??
    /^(?:www\.)?computrabajo\.(?:com?\.)?([a-z]{2})$/.exec(host)?.[1];
  return code !== undefined && isLatamCountry(code) ? code : null;
}

export function siteOf(country: LatamCountry): string {
  return `https://${country}.computrabajo.com/`;
}

/** The board's id in a text that is nothing else; null where it is none. */
export function toAdvertId(value: string | null | undefined): string | null {
  return value !== null && value !== undefined && ANY_ID.test(value.trim()) ? value.trim().toUpperCase() : null;
}

/** The id in an advert's address; null where the address is none of an advert. */
export function advertIdOf(href: string | null): string | null {
  if (href === null || !URL.canParse(href)) return null;
  return toAdvertId(ADVERT_PATH.exec(new URL(href).pathname)?.[1]);
}

/** An advert's own address without tracking; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const absolute = toHttpUrl(href, base);
  if (absolute === null || advertIdOf(absolute) === null) return null;
  const url = new URL(absolute);
  return `${url.origin}${url.pathname.replace(/\/$/, "")}`;
}

/** The country whose site most of a page's own addresses name: what is left to go by in a part of a page. */
export function countryOfLinks(html: string): LatamCountry | null {
  const counts = new Map<LatamCountry, number>();
  for (const [, host] of html.matchAll(/https?:\/\/(?:candidato\.)?([a-z0-9.-]{1,60}computrabajo[a-z.]{1,12})/g)) {
    const country = countryOfHost(host ?? "");
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
