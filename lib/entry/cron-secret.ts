import { createHash, timingSafeEqual } from "node:crypto";

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Whether an Authorization header is `Bearer` and the cron secret. Digests are compared, so neither length nor content leaks by time. */
export function hasCronSecret(authorization: string | null, secret: string): boolean {
  return timingSafeEqual(digest(authorization ?? ""), digest(`Bearer ${secret}`));
}
