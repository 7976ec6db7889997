/** Nobody is waited for longer than a day; a longer wish is asked again then. */
const LONGEST_MS = 24 * 3_600_000;

/**
 * Milliseconds that a Retry-After header asks for (seconds or HTTP date), from 0 to a day; null where absent or unreadable. A date is
 * read against the server's own clock where it states one (`serverDate`, its Date header), for the two clocks may differ.
 */
export function parseRetryAfter(header: string | null, now: Date, serverDate: string | null = null): number | null {
  const value = header?.trim() ?? "";
  if (value === "") return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(LONGEST_MS, Math.round(Number(value) * 1000));
  const at = Date.parse(value);
  if (Number.isNaN(at)) return null;
  const stated = Date.parse(serverDate ?? "");
  return Math.min(LONGEST_MS, Math.max(0, at - (Number.isNaN(stated) ? now.getTime() : stated)));
}
