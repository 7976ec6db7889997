import type { RobotsDecision } from "./fetch-outcome";
import type { GuardedDispatcher } from "./guarded-dispatcher";
import { type HostLanes, JITTER_RATIO, type LaneWaits } from "./host-lanes";
import type { PoliteClientOptions } from "./polite-client-options";
import type { BodyLimits } from "./read-limited-body";
import { type PostBody, type RequestHeaders, requestOnce, type SingleAnswer } from "./request-once";
import type { RequestReport, RequestResult, RequestWaits } from "./request-report";
import { throttleOf } from "./throttle";

/** What is to be sent, and what the report of it says besides the answer. */
export type Sending = {
  url: URL;
  purpose: RequestReport["purpose"];
  headers: RequestHeaders;
  limits: BodyLimits;
  robots: RobotsDecision | null;
  crawlDelayMs: number;
  attempt: number;
  hop: number;
  /** What was waited for this request before it came here. */
  waits: RequestWaits;
  post?: PostBody | undefined;
  signal?: AbortSignal | undefined;
};

export type Sent = { kind: "answer"; answer: SingleAnswer; waitedMs: number } | { kind: "too_long"; waitMs: number };

export type Sender = {
  /** Sends one request when its host's turn has come, and reports it whatever becomes of it. */
  send: (sending: Sending) => Promise<Sent>;
  /** Reports a request that is not sent at all. */
  withhold: (sending: Sending, result: RequestResult, note: string) => void;
};

export type SenderMeans = {
  options: PoliteClientOptions;
  lanes: HostLanes;
  dispatcher: GuardedDispatcher;
  maxWaitMs: number;
};

function unsent(sending: Sending, result: RequestResult, note: string | null): RequestReport {
  const { purpose, url, robots, attempt, hop, waits } = sending;
  return {
    sent: false,
    purpose,
    url: url.href,
    result,
    status: null,
    bytes: 0,
    fromCache: false,
    robots,
    attempt,
    hop,
    waits,
    sentAt: null,
    tookMs: 0,
    restMs: null,
    note,
  };
}

function answered(report: RequestReport, answer: SingleAnswer): RequestReport {
  const status = "status" in answer ? answer.status : null;
  const bytes = answer.kind === "answer" ? answer.bytes.byteLength : 0;
  const note = answer.kind === "redirect" ? answer.location.slice(0, 300) : "message" in answer ? answer.message : null;
  // The connection itself refuses a private address: nothing has left.
  const sent = !(answer.kind === "refused" && answer.refusal === "private_address");
  return { ...report, sent, result: answer.kind, status, bytes, fromCache: status === 304, note };
}

/** The waits of a request, with the host's spacing named after whoever asked for it. */
function allWaits(sending: Sending, lane: LaneWaits, ownIntervalMs: number): RequestWaits {
  const { spacing, ...others } = lane;
  const waits = { ...sending.waits, ...others };
  if (spacing === undefined) return waits;
  return { ...waits, [sending.crawlDelayMs > ownIntervalMs ? "crawl_delay" : "spacing"]: spacing };
}

/** A host that asks for a longer pause between any two requests cannot be read in a crawl. */
const LONGEST_CRAWL_DELAY_MS = 10 * 60_000;
/** A crawl delay is waited for with its jitter, and as much again, however short the source's patience is otherwise. */
const WITH_JITTER = 1 + 2 * JITTER_RATIO;

/** The only place where requests leave: paced by the host's lane, with a Retry-After kept for everybody who asks the same host. */
export function createSender({ options, lanes, dispatcher, maxWaitMs }: SenderMeans): Sender {
  const tell = (report: RequestReport) => options.onRequest?.(report);
  const { politeness, limits } = options;

  async function exchange(sending: Sending, lane: LaneWaits): Promise<SingleAnswer> {
    const { url, headers, post, signal } = sending;
    const sentAt = options.now();
    const base = { ...unsent(sending, "aborted", null), sent: true, sentAt };
    const finished = () => ({
      waits: allWaits(sending, lane, politeness.minIntervalMs),
      tookMs: Math.max(0, options.now().getTime() - sentAt.getTime()),
    });
    try {
      const answer = await requestOnce(url, {
        dispatcher,
        headers,
        timeoutMs: limits.timeoutMs,
        limits: sending.limits,
        signal,
        post,
      });
      const restMs = answer.kind === "answer" ? throttleOf(answer.status, answer.header, options.now()) : null;
      if (restMs !== null) await lanes.pause(url.host, options.now().getTime() + restMs);
      tell({ ...answered(base, answer), ...finished(), restMs });
      return answer;
    } catch (error) {
      tell({ ...base, ...finished() });
      throw error;
    }
  }

  return {
    send: async (sending) => {
      const { url, signal } = sending;
      const turn = await lanes.run(
        {
          host: url.host,
          politeness: { ...politeness, minIntervalMs: Math.max(politeness.minIntervalMs, sending.crawlDelayMs) },
          maxWaitMs: Math.max(maxWaitMs, Math.min(sending.crawlDelayMs, LONGEST_CRAWL_DELAY_MS) * WITH_JITTER),
          random: options.random,
          ownServer: options.exemptOrigins.includes(url.origin),
          signal,
        },
        (waits) => exchange(sending, waits),
      );
      if (turn.kind === "ran") return { kind: "answer", answer: turn.value, waitedMs: turn.waitedMs };
      tell(unsent(sending, "too_long", `the next turn is ${Math.ceil(turn.waitMs / 1000)} s away (${turn.why})`));
      return { kind: "too_long", waitMs: turn.waitMs };
    },
    withhold: (sending, result, note) => tell(unsent(sending, result, note)),
  };
}
