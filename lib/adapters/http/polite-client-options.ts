import type { ResolveHost } from "./address-guard";
import type { HostLanes, Politeness, Sleep } from "./host-lanes";
import type { OnRequest } from "./request-report";
import type { RobotsStore } from "./robots-gate";

export type FetchLimits = {
  /** From the request's first byte to the answer's last. */
  timeoutMs: number;
  /** Of the decoded body. */
  maxBytes: number;
  maxRedirects: number;
};

export type RetryRules = {
  /** Tries after the first one. */
  maxRetries: number;
  /** Backoff before the first retry; doubles each time up to the cap, with up to half again of jitter. */
  baseDelayMs: number;
  maxDelayMs: number;
  /** Waits (Retry-After, Crawl-delay, queue spacing) beyond this come back as `throttled` instead. */
  maxWaitMs: number;
};

export type BreakerRules = {
  consecutiveFailures: number;
  coolDownMs: number;
  /** The source has cooled down: one request is a trial, and its failure opens the breaker at once. */
  trial?: boolean;
};

export type BreakerState = "closed" | "open" | "half_open";

export type PoliteClientOptions = {
  /** Product token and version, for example `Atalaya/0.1`; the token is what robots.txt is asked about. */
  userAgent: string;
  /** E-mail address or page where the operator can be reached; sent with every request. */
  contact: string;
  /** Exact origins exempt from the private-address ban. Only the launcher passes one: its own demo board. */
  exemptOrigins: readonly string[];
  politeness: Politeness;
  limits: FetchLimits;
  now: () => Date;
  /** A seeded source in [0, 1): the jitter is the same in a replay. */
  random: () => number;
  sleep: Sleep;
  proxyUrl?: string | undefined;
  resolve?: ResolveHost;
  retry?: RetryRules;
  breaker?: BreakerRules;
  onBreaker?: (state: BreakerState) => void;
  /** Told of every single request, robots.txt, retries and redirect hops included, and of those that were not sent. */
  onRequest?: OnRequest;
  /** Where robots.txt files are kept between crawls and restarts. */
  robotsStore?: RobotsStore;
  /** Lanes shared with other clients of this process, so that one host's budget holds for all of them. */
  lanes?: HostLanes;
};

export const DEFAULT_LIMITS: FetchLimits = { timeoutMs: 20_000, maxBytes: 10_000_000, maxRedirects: 5 };
export const DEFAULT_RETRY: RetryRules = { maxRetries: 2, baseDelayMs: 500, maxDelayMs: 30_000, maxWaitMs: 60_000 };
export const DEFAULT_BREAKER: BreakerRules = { consecutiveFailures: 5, coolDownMs: 300_000 };
