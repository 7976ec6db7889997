/** What the registry keeps of a source's health between crawls. */
export type SourceHealth = {
  /** Crawls in a row that failed; at least the number that opens the breaker once it has been open. */
  consecutiveFailures: number;
  breaker: "closed" | "open" | "half_open";
  cooldownUntil: Date | null;
};

export type HealthRules = {
  /** Crawls in a row that may fail before a source is left alone for a while. */
  crawlsBeforeBreak: number;
  coolDownMs: number;
};

/** How a crawl went: `tripped` means that the board kept saying no until the crawl gave up, whatever was read before. */
export type CrawlVerdict = "ok" | "failed" | "tripped";

const DEFAULT_HEALTH_RULES: HealthRules = { crawlsBeforeBreak: 3, coolDownMs: 30 * 60_000 };
const LONGEST_COOLDOWN_MS = 24 * 60 * 60_000;

/**
 * The health after a crawl. The breaker opens after so many failed crawls in a row, or at once after one that tripped or a trial that
 * failed; each further failure doubles the cool-down, up to a day; a success closes it.
 */
export function healthAfter(
  before: SourceHealth,
  verdict: CrawlVerdict,
  now: Date,
  rules: HealthRules = DEFAULT_HEALTH_RULES,
): SourceHealth {
  if (verdict === "ok") return { consecutiveFailures: 0, breaker: "closed", cooldownUntil: null };
  const opensAtOnce = verdict === "tripped" || before.breaker !== "closed";
  const failures = before.consecutiveFailures + 1;
  const consecutiveFailures = opensAtOnce ? Math.max(failures, rules.crawlsBeforeBreak) : failures;
  const over = consecutiveFailures - rules.crawlsBeforeBreak;
  if (over < 0) return { consecutiveFailures, breaker: "closed", cooldownUntil: null };
  const coolMs = Math.min(LONGEST_COOLDOWN_MS, rules.coolDownMs * 2 ** over);
  return { consecutiveFailures, breaker: "open", cooldownUntil: new Date(now.getTime() + coolMs) };
}

/** Whether a crawl may start: not while cooling down, nor while the server has asked to be left alone. */
export function mayCrawl(health: SourceHealth, now: Date): boolean {
  return health.cooldownUntil === null || health.cooldownUntil <= now;
}

/** Whether the next crawl is the trial that decides if the breaker closes again. */
export function isTrial(health: SourceHealth): boolean {
  return health.breaker !== "closed";
}

/** When a source is looked at next, by its own clock. */
export type SourceSchedule = { cadenceMinutes: number | null; cooldownUntil: Date | null; nextRunAt: Date | null };

/** A schedule does not strike to the second: a look may come this part of its cadence early, a quarter of an hour at most. */
const EARLY_SHARE = 0.1;
const EARLY_MS = 15 * 60_000;

/** Whether a run that starts now looks at a source. Nothing that rests is looked at early. */
export function isDue({ cadenceMinutes, cooldownUntil, nextRunAt }: SourceSchedule, now: Date): boolean {
  if (nextRunAt === null) return true;
  const rests = cooldownUntil !== null && cooldownUntil > now;
  const earlyMs = rests ? 0 : Math.min(EARLY_MS, (cadenceMinutes ?? 0) * 60_000 * EARLY_SHARE);
  return nextRunAt.getTime() - earlyMs <= now.getTime();
}

/**
 * When a source is due after a run that began at an instant: a cadence later, or when its rest is over where that is sooner; at once after
 * a crawl that was cut off. Null where it has no cadence. While it rests longer than its cadence, its snapshot is what is looked at.
 */
export function nextRunAfter(
  source: Pick<SourceSchedule, "cadenceMinutes" | "cooldownUntil">,
  startedAt: Date,
  cutOff: boolean,
): Date | null {
  if (source.cadenceMinutes === null) return null;
  const regular = new Date(startedAt.getTime() + source.cadenceMinutes * 60_000);
  if (source.cooldownUntil !== null) return source.cooldownUntil < regular ? source.cooldownUntil : regular;
  return cutOff ? startedAt : regular;
}
