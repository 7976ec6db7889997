import type { RobotsDecision } from "./fetch-outcome";
import type { LaneWait } from "./host-lanes";

/** Why a request waited. `spacing` is the source's own pace, `crawl_delay` the one that robots.txt asks for, `backoff` our growing pause. */
export type WaitReason = LaneWait | "crawl_delay" | "backoff" | "retry_after";
export type RequestWaits = Partial<Record<WaitReason, number>>;

/** What became of a single request, or why it was not sent. */
export type RequestResult =
  | "answer"
  | "redirect"
  | "refused"
  | "undecodable"
  | "failed"
  | "aborted"
  | "disallowed"
  | "robots_unreachable"
  | "too_long"
  | "breaker_open";

/** One single request, robots.txt, retries and redirect hops included: what the run can prove of it. Times and waits are milliseconds. */
export type RequestReport = {
  /** Whether the request went out. */
  sent: boolean;
  purpose: "page" | "robots";
  url: string;
  result: RequestResult;
  status: number | null;
  bytes: number;
  /** The server said 304: the kept body is still the page. */
  fromCache: boolean;
  /** Null for robots.txt itself. */
  robots: RobotsDecision | null;
  /** 1 for the first try. */
  attempt: number;
  /** 0 for the address itself, then one for each redirect. */
  hop: number;
  waits: RequestWaits;
  sentAt: Date | null;
  tookMs: number;
  /** How long the answer asks that the host be left alone. */
  restMs: number | null;
  note: string | null;
};

export type OnRequest = (report: RequestReport) => void;
