/** What the registry keeps of a source's health between crawls. */
export type SourceHealth = {
  consecutiveFailures: number;
  breaker: "closed" | "open" | "half_open";
  cooldownUntil: Date | null;
};

/** Crawls in a row that may fail before a source is left alone for a while. */
export const FAILURES_BEFORE_COOLDOWN = 3;
const FIRST_COOLDOWN_MS = 30 * 60_000;
const LONGEST_COOLDOWN_MS = 24 * 60 * 60_000;

/** The health after a crawl: each failure from the third on doubles the cool-down, up to a day; a success clears it. */
export function healthAfter(before: SourceHealth, outcome: "ok" | "failed", now: Date): SourceHealth {
  if (outcome === "ok") return { consecutiveFailures: 0, breaker: "closed", cooldownUntil: null };
  const consecutiveFailures = before.consecutiveFailures + 1;
  const over = consecutiveFailures - FAILURES_BEFORE_COOLDOWN;
  if (over < 0) return { consecutiveFailures, breaker: "closed", cooldownUntil: null };
  const coolMs = Math.min(LONGEST_COOLDOWN_MS, FIRST_COOLDOWN_MS * 2 ** over);
  return { consecutiveFailures, breaker: "open", cooldownUntil: new Date(now.getTime() + coolMs) };
}

/** Whether a crawl may start: not while cooling down; after that one trial is let through. */
export function mayCrawl(health: SourceHealth, now: Date): boolean {
  return health.breaker !== "open" || health.cooldownUntil === null || health.cooldownUntil <= now;
}
