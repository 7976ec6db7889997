import { toHttpUrl } from "../jsonld/page-url";

/** Parameters that say where a visitor came from, never which advert is meant. */
const TRACKING =
  /^(?:utm_.*|gh_src|lever-(?:source|origin|via).*|ref|referrer|source|src|gclid|fbclid|msclkid|mc_[ce]id|trk|_gl|_ga)$/i;

/** An advert's address, absolute, without fragment and tracking parameters; null where the value is no http(s) address. */
export function advertUrl(value: unknown, base: string | null = null): string | null {
  const href = toHttpUrl(value, base);
  if (href === null) return null;
  const url = new URL(href);
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Touching the parameters rewrites how they are escaped; an address without tracking stays as it is written.
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}
