import { toHttpUrl } from "../jsonld/page-url";

const ID = /(\d{6,20})/;
const VIEW_PATH = /^\/(?:comm\/)?jobs\/view\/(?:[^/]*?[-_])?(\d{6,20})\/?$/;
const GUEST_PATH = /^\/jobs-guest\/jobs\/api\/jobPosting\/(\d{6,20})\/?$/;

export const LINKEDIN_BASE = "https://www.linkedin.com/";

/** The advert's id in an address, or null where it is no address of an advert. */
export function advertIdOf(href: string | null): string | null {
  if (href === null || !URL.canParse(href)) return null;
  const url = new URL(href);
  const current = url.searchParams.get("currentJobId");
  return (
    VIEW_PATH.exec(url.pathname)?.[1] ??
    GUEST_PATH.exec(url.pathname)?.[1] ??
    (current !== null && /^\d{6,20}$/.test(current) ? current : null)
  );
}

/** The id in a name such as `urn:li:jobPosting:123456`. */
export function idOfUrn(urn: string | undefined): string | null {
  return urn === undefined || !urn.includes("jobPosting") ? null : (ID.exec(urn)?.[1] ?? null);
}

/** An advert's own address without tracking; null where the address is none of an advert. */
export function advertUrl(href: string | null | undefined, base: string): string | null {
  const absolute = toHttpUrl(href, base);
  const id = advertIdOf(absolute);
  if (absolute === null || id === null) return null;
  const url = new URL(absolute);
  return VIEW_PATH.test(url.pathname)
    ? `${url.origin}${url.pathname.replace(/\/$/, "").replace(/^\/comm/, "")}`
    : `${url.origin}/jobs/view/${id}`;
}

/** The address under which an advert is known from crawl to crawl, whatever its title's words in the address. */
export function stableAdvertUrl(href: string): string {
  const id = advertIdOf(href);
  return id === null ? href : new URL(`/jobs/view/${id}`, href).href;
}

/** The fragment of an advert's page that guests are given. */
export function guestAdvertUrl(id: string, base: string): string {
  return new URL(`/jobs-guest/jobs/api/jobPosting/${id}`, base).href;
}
