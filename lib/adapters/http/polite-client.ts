import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  ConstantBackoff,
  circuitBreaker,
  handleWhenResult,
  retry,
} from "cockatiel";
import { RefusedAddressError, resolvePublic, resolveWithSystem } from "./address-guard";
import type { FetchOutcome } from "./fetch-outcome";
import { fetchRobots } from "./fetch-robots";
import { checkUrl, followRedirects, type Hop, provenanceOf, refused, type Trail } from "./follow-redirects";
import { createGuardedDispatcher } from "./guarded-dispatcher";
import { createHostLanes } from "./host-lanes";
import { DEFAULT_BREAKER, DEFAULT_RETRY, type PoliteClientOptions } from "./polite-client-options";
import { type RequestHeaders, requestOnce } from "./request-once";
import { createRobotsGate } from "./robots-gate";

export type GetOptions = {
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  accept?: string;
  /** Hosts that this request and its redirects may reach; empty or absent means any public host. */
  allowedHosts?: readonly string[];
  signal?: AbortSignal | undefined;
};

export type BreakerState = "closed" | "open" | "half_open";

/** One client serves one source: its user agent, its politeness, its breaker. */
export type PoliteClient = {
  /** Fetches a page politely. Every ending is an outcome; it rejects only when `signal` aborts. */
  get: (url: string, options?: GetOptions) => Promise<FetchOutcome>;
  breakerState: () => BreakerState;
  close: () => Promise<void>;
};

const ANY_PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,application/json;q=0.9,*/*;q=0.5";

function isTransient(outcome: FetchOutcome): boolean {
  if (outcome.kind === "unavailable") return outcome.provenance.robots !== "unreachable";
  return outcome.kind === "throttled";
}

function countsAgainstSource(result: unknown): boolean {
  const kind = typeof result === "object" && result !== null && "kind" in result ? result.kind : null;
  return kind === "unavailable" || kind === "throttled" || kind === "blocked";
}

/**
 * The only way out: private addresses refused at every hop, robots.txt obeyed, hosts paced, Retry-After honoured, transient failures
 * retried with capped backoff, and a breaker that stops asking a source that keeps failing.
 */
export function createPoliteClient(options: PoliteClientOptions): PoliteClient {
  const rules = options.retry ?? DEFAULT_RETRY;
  const breakerRules = options.breaker ?? DEFAULT_BREAKER;
  const lanes = options.lanes ?? createHostLanes(options);
  const resolve = options.resolve ?? resolveWithSystem;
  const agentToken = options.userAgent.split("/")[0] ?? options.userAgent;
  const dispatcher = createGuardedDispatcher({
    resolve,
    exemptOrigins: options.exemptOrigins,
    timeoutMs: options.limits.timeoutMs,
    proxyUrl: options.proxyUrl,
  });
  const breaker = circuitBreaker(handleWhenResult(countsAgainstSource), {
    halfOpenAfter: breakerRules.coolDownMs,
    breaker: new ConsecutiveBreaker(breakerRules.consecutiveFailures),
  });
  const identity: RequestHeaders = {
    "user-agent": `${options.userAgent} (+${options.contact})`,
    "accept-encoding": "gzip, br, deflate",
    ...(options.contact.includes("@") && !options.contact.includes("/") ? { from: options.contact } : {}),
  };

  const robotsOf = createRobotsGate({
    agent: agentToken,
    now: options.now,
    fetchRobots: (url) =>
      fetchRobots(url, {
        lanes,
        politeness: options.politeness,
        maxWaitMs: rules.maxWaitMs,
        dispatcher,
        identity,
        timeoutMs: options.limits.timeoutMs,
      }),
  });

  async function requestHop(
    url: URL,
    headers: RequestHeaders,
    trail: Trail,
    signal: AbortSignal | undefined,
  ): Promise<Hop> {
    // Asking a private literal for its robots.txt would only turn the refusal into "unreachable".
    const verdict = await dispatcher.forUrl(url).then(
      () => robotsOf(url),
      () => null,
    );
    trail.robots = verdict?.decision ?? "none";
    if (verdict?.decision === "disallowed") return { kind: "disallowed" };
    if (verdict?.decision === "unreachable" && !(await isRefusedHost(url))) return { kind: "robots_unreachable" };
    const minIntervalMs = Math.max(options.politeness.minIntervalMs, verdict?.crawlDelayMs ?? 0);
    const limits = { maxBytes: options.limits.maxBytes, whenTooLong: "refuse" } as const;
    const turn = await lanes.run(
      url.host,
      { ...options.politeness, minIntervalMs },
      rules.maxWaitMs,
      () => requestOnce(url, { dispatcher, headers, timeoutMs: options.limits.timeoutMs, limits, signal }),
      signal,
    );
    if (turn.kind === "too_long") return turn;
    trail.waitedMs += turn.waitedMs;
    return { kind: "answer", answer: turn.value };
  }

  /** A host whose name leads to a private address fails at its robots.txt already; the answer must still say why. */
  async function isRefusedHost(url: URL): Promise<boolean> {
    if (options.exemptOrigins.includes(url.origin)) return false;
    return resolvePublic(url.hostname, resolve).then(
      () => false,
      (error: unknown) => error instanceof RefusedAddressError,
    );
  }

  async function backOff(
    attempt: number,
    last: FetchOutcome | null,
    trail: Trail,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const doubled = Math.min(rules.maxDelayMs, rules.baseDelayMs * 2 ** (attempt - 1));
    const asked = last?.kind === "throttled" ? last.retryAfterMs : 0;
    const delayMs = Math.max(asked, Math.round(doubled * (1 + options.random() / 2)));
    await options.sleep(delayMs, signal);
    trail.waitedMs += delayMs;
  }

  async function getWithRetries(
    url: URL,
    headers: RequestHeaders,
    get: GetOptions,
    trail: Trail,
  ): Promise<FetchOutcome> {
    let last: FetchOutcome | null = null;
    const mayRetry = (result: unknown) =>
      last !== null &&
      result === last &&
      isTransient(last) &&
      !(last.kind === "throttled" && last.retryAfterMs > rules.maxWaitMs);
    const policy = retry(handleWhenResult(mayRetry), {
      maxAttempts: rules.maxRetries,
      backoff: new ConstantBackoff(0),
    });
    return policy.execute(async () => {
      if (trail.attempts > 0) await backOff(trail.attempts, last, trail, get.signal);
      trail.attempts += 1;
      last = await followRedirects(
        url,
        {
          allowedHosts: get.allowedHosts ?? [],
          maxRedirects: options.limits.maxRedirects,
          now: options.now,
          requestHop: (hopUrl) => requestHop(hopUrl, headers, trail, get.signal),
        },
        trail,
      );
      if (last.kind === "throttled") lanes.pause(url.host, options.now().getTime() + last.retryAfterMs);
      return last;
    });
  }

  return {
    get: async (href, get = {}) => {
      const trail: Trail = { url: href, status: null, bytes: 0, robots: "none", attempts: 0, waitedMs: 0 };
      const url = checkUrl(href, get.allowedHosts ?? []);
      if (!(url instanceof URL)) return refused(trail, url.refusal, url.message);
      const headers: RequestHeaders = {
        ...identity,
        accept: get.accept ?? ANY_PAGE,
        ...(typeof get.etag === "string" ? { "if-none-match": get.etag } : {}),
        ...(typeof get.lastModified === "string" ? { "if-modified-since": get.lastModified } : {}),
      };
      try {
        return await breaker.execute(() => getWithRetries(url, headers, get, trail));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const message = "unavailable: the source is cooling down after repeated failures";
        return { kind: "unavailable", message, provenance: provenanceOf(trail) };
      }
    },
    breakerState: () => {
      if (breaker.state === CircuitState.Closed) return "closed";
      return breaker.state === CircuitState.HalfOpen ? "half_open" : "open";
    },
    close: dispatcher.close,
  };
}
