import { toHttpUrl } from "../jsonld/page-url";

export const GETONBRD_BASE = "https://www.getonbrd.com/";
const ADVERT_PATH = /^\/(?:jobs|empleos|trabajos|vagas)\/(?:[a-z0-9-]+\/)?([a-z0-9][a-z0-9._-]*[a-z0-9])\/?$/i;
/** Pages below the same path that are no adverts: lists of a city, tag, company. */
const NOT_ADVERTS =
  /^\/(?:jobs|empleos|trabajos|vagas)\/(?:city|tag|country|company|remote|seniority|applications?|locations?|ciudad|pais)(?:\/|$)/i;

/** The board's hosts: getonbrd.com and its country domains. */
export function isGetOnBrdHost(host: string): boolean {
  return /^(?:www\.)?getonbrd\.(?:com|cl|pe|mx|co|com\.[a-z]{2})$/.test(host);
}

/** The advert's name in its address, which is the board's id for it; null where the address is none of an advert. */
export function advertIdOf(href: string | null | undefined): string | null {
  if (href === null || href === undefined || !URL.canParse(href, GETONBRD_BASE)) return null;
  const { pathname } = new URL(href, GETONBRD_BASE);
  if (NOT_ADVERTS.test(pathname)) return null;
  const isShort = pathname.split("/").filter((part) => part !== "").length < 3;
  const id = ADVERT_PATH.exec(pathname)?.[1]?.toLowerCase() ?? null;
  return isShort && id !== null && !id.includes("-") ? null : id;
}

/** An advert's own address without tracking; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const absolute = toHttpUrl(href, base);
  if (absolute === null || advertIdOf(absolute) === null) return null;
  const url = new URL(absolute);
  return url.origin + url.pathname.replace(/\/$/, "");
}
