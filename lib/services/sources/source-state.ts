/** How a source is doing, in one word. */
export type SourceState = "healthy" | "cooling_down" | "failing" | "off" | "unread";

/** Why it is in that state; each has its words in the interface. */
export type StateReason =
  | "turned_off"
  | "notice_unread"
  | "never_read"
  | "read_whole"
  | "read_in_part"
  | "crawls_failed"
  | "server_asked"
  | "too_many_failures"
  | "trial_due";

export type StateFacts = {
  enabled: boolean;
  hasNotice: boolean;
  noticeAcceptedAt: Date | null;
  breaker: "closed" | "open" | "half_open";
  cooldownUntil: Date | null;
  lastRunAt: Date | null;
  lastOutcome: string | null;
  consecutiveFailures: number;
};

/** A source's state with the reason for it, at an instant. */
export function stateOf(source: StateFacts, now: Date): { state: SourceState; reason: StateReason } {
  if (!source.enabled) {
    const unread = source.hasNotice && source.noticeAcceptedAt === null;
    return { state: "off", reason: unread ? "notice_unread" : "turned_off" };
  }
  if (source.cooldownUntil !== null && source.cooldownUntil > now)
    return { state: "cooling_down", reason: source.breaker === "closed" ? "server_asked" : "too_many_failures" };
  if (source.breaker !== "closed") return { state: "failing", reason: "trial_due" };
  if (source.lastRunAt === null) return { state: "unread", reason: "never_read" };
  if (source.consecutiveFailures > 0) return { state: "failing", reason: "crawls_failed" };
  const whole = source.lastOutcome === null || source.lastOutcome === "ok";
  return { state: "healthy", reason: whole ? "read_whole" : "read_in_part" };
}

const STATUSES = [
  "ok",
  "partial",
  "unavailable",
  "blocked",
  "disallowed",
  "broken",
  "expired",
  "cooling_down",
] as const;
export type OutcomeStatus = (typeof STATUSES)[number];

/** An outcome in words: the status with its reason, unless the reason begins with it already. */
export function statedOutcome({ status, reason }: { status: string; reason: string | null }): string {
  if (reason === null) return status;
  return reason.startsWith(status) ? reason : `${status}: ${reason}`;
}

/** The status that a stated outcome begins with, apart from its reason: "blocked: CAPTCHA page". Null where it begins with none. */
export function splitOutcome(outcome: string): { status: OutcomeStatus | null; reason: string | null } {
  const colon = outcome.indexOf(":");
  const word = (colon === -1 ? outcome : outcome.slice(0, colon)).trim();
  const status = STATUSES.find((known) => known === word) ?? null;
  if (status === null) return { status: null, reason: outcome };
  const rest = colon === -1 ? "" : outcome.slice(colon + 1).trim();
  return { status, reason: rest === "" ? null : rest };
}
