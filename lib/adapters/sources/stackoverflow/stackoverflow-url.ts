import { toHttpUrl } from "../jsonld/page-url";

export const STACKOVERFLOW_BASE = "https://stackoverflow.com/";

/** `/jobs/123456/title-company`, also behind an archive's prefix such as `/web/20200420101010/https://stackoverflow.com`. */
const ADVERT = /\/jobs\/(\d{2,9})(?:\/([^/?#]*))?\/?$/;
const ARCHIVED = /^\/web\/\d{4,14}(?:[a-z]{2}_)?\/(https?:\/\/.+)$/;

/** The address that an archive keeps a copy of; other addresses stay as they are. */
export function unarchived(href: string): string {
  if (!URL.canParse(href)) return href;
  const url = new URL(href);
  const original = ARCHIVED.exec(url.pathname)?.[1];
  return original === undefined || !URL.canParse(original) ? href : original + url.search;
}

/** The advert's number in an address, or null where it is none of an advert. */
export function advertIdOf(href: string | null | undefined): string | null {
  if (href === null || href === undefined || !URL.canParse(unarchived(href))) return null;
  return ADVERT.exec(new URL(unarchived(href)).pathname)?.[1] ?? null;
}

/** An advert's address on the board itself, by https and without tracking; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const absolute = toHttpUrl(href, base);
  if (absolute === null || advertIdOf(absolute) === null) return null;
  const url = new URL(unarchived(absolute));
  const isBoard = /(^|\.)stackoverflow\.com$/.test(url.hostname);
  return `${isBoard ? "https:" : url.protocol}//${url.host}${url.pathname.replace(/\/$/, "")}`;
}
