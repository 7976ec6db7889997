/** Milliseconds that a Retry-After header asks for (seconds or HTTP date), never negative; null where absent or unreadable. */
export function parseRetryAfter(header: string | null, now: Date): number | null {
  const value = header?.trim() ?? "";
  if (value === "") return null;
  if (/^\d+(\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
