import { parseRetryAfter } from "./retry-after";

/** A wait of this length is assumed where a server throttles without saying for how long. */
const UNSTATED_THROTTLE_MS = 30_000;

/** How long a server asks to be left alone, in milliseconds; null where its answer does not throttle. */
export function throttleOf(status: number, header: (name: string) => string | null, now: Date): number | null {
  const asked = parseRetryAfter(header("retry-after"), now, header("date"));
  if (status === 429) return asked ?? UNSTATED_THROTTLE_MS;
  return status === 503 ? asked : null;
}
