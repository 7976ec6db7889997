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
import {
  type BreakerRules,
  type BreakerState,
  DEFAULT_BREAKER,
  DEFAULT_RETRY,
  type PoliteClientOptions,
} from "./polite-client-options";
import { type BoardHeaders, boardHeadersOf } from "./board-headers";
import type { PostBody, RequestHeaders } from "./request-once";
import type { RequestWaits } from "./request-report";
import { createRobotsGate } from "./robots-gate";
import { createSender, type Sending } from "./send-request";

export type { BreakerState } from "./polite-client-options";

export type GetOptions = {
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  accept?: string;
  /** Hosts that this request and its redirects may reach; empty or absent means any public host. */
  allowedHosts?: readonly string[];
  /** Ports besides those of http and https that may be asked; absent means any. */
  allowedPorts?: readonly number[];
  /** Sent as a POST; a redirect of it is followed with the same body. */
  post?: PostBody;
  /** Constant headers that a board's search asks for; only those of `BOARD_HEADERS` leave. */
  headers?: BoardHeaders;
  signal?: AbortSignal | undefined;
};

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

/** A header carries printable ASCII only; a contact is somebody's free text. */
function inAscii(words: string): string {
  return words
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^\x20-\x7e]/g, "?");
}

function identityOf({ userAgent, contact: words }: PoliteClientOptions): RequestHeaders {
  const contact = inAscii(words);
  return {
    "user-agent": `${userAgent} (+${contact})`,
    "accept-encoding": "gzip, br, deflate",
    ...(/^[^\s@/]+@[^\s@/]+$/.test(contact) ? { from: contact } : {}),
  };
}

function stateOf(state: CircuitState): BreakerState {
  if (state === CircuitState.Closed) return "closed";
  return state === CircuitState.HalfOpen ? "half_open" : "open";
}

/** A source that comes back from its cool-down starts open and long over: its first request is the trial. */
function breakerOf(rules: BreakerRules, onBreaker: PoliteClientOptions["onBreaker"]) {
  const initialState = { ownState: { value: CircuitState.Open, openedAt: 0, attemptNo: 1 }, breakerState: 0 };
  const breaker = circuitBreaker(handleWhenResult(countsAgainstSource), {
    halfOpenAfter: rules.coolDownMs,
    breaker: new ConsecutiveBreaker(rules.consecutiveFailures),
    ...(rules.trial === true ? { initialState } : {}),
  });
  breaker.onStateChange((state) => onBreaker?.(stateOf(state)));
  return breaker;
}

/** What one try of a `get` carries from hop to hop. */
type Try = {
  headers: RequestHeaders;
  get: GetOptions;
  trail: Trail;
  /** The pause before this try, told with its first request. */
  waits: RequestWaits;
};

/**
 * The only way out: private addresses refused at every hop, robots.txt obeyed, hosts paced, Retry-After honoured, transient failures
 * retried with capped backoff, and a breaker that stops asking a source that keeps failing.
 */
export function createPoliteClient(options: PoliteClientOptions): PoliteClient {
  const rules = options.retry ?? DEFAULT_RETRY;
  const lanes = options.lanes ?? createHostLanes(options);
  const resolve = options.resolve ?? resolveWithSystem;
  const dispatcher = createGuardedDispatcher({
    resolve,
    exemptOrigins: options.exemptOrigins,
    timeoutMs: options.limits.timeoutMs,
    proxyUrl: options.proxyUrl,
  });
  const breaker = breakerOf(options.breaker ?? DEFAULT_BREAKER, options.onBreaker);
  const identity = identityOf(options);
  const sender = createSender({ options, lanes, dispatcher, maxWaitMs: rules.maxWaitMs });
  const robotsOf = createRobotsGate({
    agent: options.userAgent.split("/")[0] ?? options.userAgent,
    now: options.now,
    fetchRobots: (url) => fetchRobots(url, sender, identity),
    store: options.robotsStore,
  });

  function sendingOf(url: URL, hop: number, { headers, get, trail, waits }: Try): Sending {
    return {
      url,
      purpose: "page",
      headers,
      limits: { maxBytes: options.limits.maxBytes, whenTooLong: "refuse" },
      robots: trail.robots,
      crawlDelayMs: 0,
      attempt: Math.max(1, trail.attempts),
      hop,
      waits: hop === 0 ? waits : {},
      post: get.post,
      signal: get.signal,
    };
  }

  async function requestHop(url: URL, hop: number, attempt: Try): Promise<Hop> {
    const { trail } = attempt;
    // Asking a private literal for its robots.txt would only turn the refusal into "unreachable".
    const verdict = await dispatcher.forUrl(url).then(
      () => robotsOf(url),
      () => null,
    );
    trail.robots = verdict?.decision ?? "none";
    const sending = { ...sendingOf(url, hop, attempt), crawlDelayMs: verdict?.crawlDelayMs ?? 0 };
    if (verdict?.decision === "disallowed") {
      sender.withhold(sending, "disallowed", "robots.txt disallows it");
      return { kind: "disallowed" };
    }
    if (verdict?.decision === "unreachable" && !(await isRefusedHost(url))) {
      sender.withhold(sending, "robots_unreachable", "robots.txt cannot be read");
      return { kind: "robots_unreachable" };
    }
    const sent = await sender.send(sending);
    if (sent.kind === "too_long") return sent;
    trail.waitedMs += sent.waitedMs;
    return sent;
  }

  /** A host whose name leads to a private address fails at its robots.txt already; the answer must still say why. */
  async function isRefusedHost(url: URL): Promise<boolean> {
    if (options.exemptOrigins.includes(url.origin)) return false;
    return resolvePublic(url.hostname, resolve).then(
      () => false,
      (error: unknown) => error instanceof RefusedAddressError,
    );
  }

  /** Pauses before a retry; what the server asks for outranks our own growing pause. */
  async function backOff({ trail, get }: Try, last: FetchOutcome | null): Promise<RequestWaits> {
    const doubled = Math.min(rules.maxDelayMs, rules.baseDelayMs * 2 ** (trail.attempts - 1));
    const own = Math.round(doubled * (1 + options.random() / 2));
    const asked = last?.kind === "throttled" ? last.retryAfterMs : 0;
    const delayMs = Math.max(asked, own);
    await options.sleep(delayMs, get.signal);
    trail.waitedMs += delayMs;
    return asked > own ? { retry_after: delayMs } : { backoff: delayMs };
  }

  async function getWithRetries(url: URL, attempt: Try): Promise<FetchOutcome> {
    const { get, trail } = attempt;
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
      const waits = trail.attempts > 0 ? await backOff(attempt, last) : {};
      trail.attempts += 1;
      last = await followRedirects(
        url,
        {
          allowedHosts: get.allowedHosts ?? [],
          allowedPorts: get.allowedPorts,
          maxRedirects: options.limits.maxRedirects,
          now: options.now,
          requestHop: (hopUrl, hop) => requestHop(hopUrl, hop, { ...attempt, waits }),
        },
        trail,
      );
      return last;
    });
  }

  return {
    get: async (href, get = {}) => {
      const trail: Trail = { url: href, status: null, bytes: 0, robots: "none", attempts: 0, waitedMs: 0 };
      const url = checkUrl(href, get.allowedHosts ?? [], get.allowedPorts);
      if (!(url instanceof URL)) return refused(trail, url.refusal, url.message);
      const headers: RequestHeaders = {
        ...identity,
        accept: get.accept ?? ANY_PAGE,
        ...boardHeadersOf(get.headers),
        ...(typeof get.etag === "string" ? { "if-none-match": get.etag } : {}),
        ...(typeof get.lastModified === "string" ? { "if-modified-since": get.lastModified } : {}),
      };
      const attempt: Try = { headers, get, trail, waits: {} };
      try {
        return await breaker.execute(() => getWithRetries(url, attempt));
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        sender.withhold(sendingOf(url, 0, attempt), "breaker_open", "the source is cooling down");
        const message = "unavailable: the source is cooling down after repeated failures";
        return { kind: "unavailable", message, provenance: provenanceOf(trail) };
      }
    },
    breakerState: () => stateOf(breaker.state),
    close: dispatcher.close,
  };
}
