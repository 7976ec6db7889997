import { sha256 } from "@/lib/core/kernel/hash";
import { isHostAllowed, isIpLiteral, isPublicAddress } from "./address-guard";
import { charsetOf, decodeBody } from "./decode-body";
import { detectPageState } from "./detect-page-state";
import type { FetchOutcome, FetchProvenance, RefusalReason, RobotsDecision } from "./fetch-outcome";
import type { SingleAnswer } from "./request-once";
import { throttleOf } from "./throttle";

/** What one try has gone through so far; shared by all tries of one `get`. */
export type Trail = {
  url: string;
  status: number | null;
  bytes: number;
  robots: RobotsDecision;
  attempts: number;
  waitedMs: number;
};

export type Hop =
  | { kind: "answer"; answer: SingleAnswer }
  | { kind: "disallowed" }
  | { kind: "robots_unreachable" }
  | { kind: "too_long"; waitMs: number };

export type FollowRules = {
  allowedHosts: readonly string[];
  allowedPorts: readonly number[] | undefined;
  maxRedirects: number;
  now: () => Date;
  /** `hop` counts the redirects before this address. */
  requestHop: (url: URL, hop: number) => Promise<Hop>;
};

const LOGIN_PATH = /\/(authwall|uas\/login|login|signin|sign-in|users\/sign_in|iniciar-sesion)(\/|$)/i;

export function provenanceOf(trail: Trail, fromCache = false): FetchProvenance {
  const { url, status, bytes, robots, attempts, waitedMs } = trail;
  return { url, status, bytes, fromCache, robots, attempts, waitedMs };
}

export function refused(trail: Trail, refusal: RefusalReason, message: string): FetchOutcome {
  return { kind: "refused", refusal, message: `refused: ${message}`, provenance: provenanceOf(trail) };
}

/** The URL if a request to it may be thought about at all: http or https, no credentials, an allowed host, and its usual port or an allowed one. */
export function checkUrl(
  href: string,
  allowedHosts: readonly string[],
  allowedPorts?: readonly number[],
): URL | { refusal: RefusalReason; message: string } {
  if (!URL.canParse(href)) return { refusal: "bad_url", message: "not a URL" };
  const url = new URL(href);
  url.hash = "";
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return { refusal: "scheme", message: `${url.protocol} is not http(s)` };
  if (url.username !== "" || url.password !== "") return { refusal: "bad_url", message: "the URL carries credentials" };
  if (!isHostAllowed(url.hostname, allowedHosts)) {
    if (isIpLiteral(url.hostname) && !isPublicAddress(url.hostname)) {
      return { refusal: "private_address", message: `${url.hostname} is a private or reserved address` };
    }
    return { refusal: "host_not_allowed", message: `${url.hostname} is not among the source's hosts` };
  }
  if (url.port !== "" && allowedPorts !== undefined && !allowedPorts.includes(Number(url.port)))
    return { refusal: "port_not_allowed", message: `port ${url.port} of ${url.hostname} is not one of the source's` };
  return url;
}

function isHtml(contentType: string | null, bytes: Uint8Array): boolean {
  if (contentType !== null) return /html/i.test(contentType);
  return /^\s*<(!doctype html|html)/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, 200)));
}

function blockOf(answer: SingleAnswer & { kind: "answer" }): string | null {
  const contentType = answer.header("content-type");
  if (!isHtml(contentType, answer.bytes))
    return [401, 403, 451, 999].includes(answer.status) ? `the server answered ${answer.status}` : null;
  const verdict = detectPageState(decodeBody(answer.bytes, contentType).text, answer.status);
  return ["blocked", "captcha", "login_wall"].includes(verdict.state) ? verdict.reason : null;
}

function outcomeOfAnswer(answer: SingleAnswer & { kind: "answer" }, url: URL, trail: Trail, now: Date): FetchOutcome {
  const { status, header, bytes } = answer;
  const provenance = provenanceOf(trail, status === 304);
  if (status === 304) return { kind: "unchanged", url: trail.url, provenance };
  if (status === 404 || status === 410) return { kind: "gone", status, provenance };
  const waitMs = throttleOf(status, header, now);
  if (waitMs !== null) {
    return {
      kind: "throttled",
      retryAfterMs: waitMs,
      message: `the server asks to wait ${Math.ceil(waitMs / 1000)} s`,
      provenance,
    };
  }
  const block = blockOf(answer);
  if (block !== null) return { kind: "blocked", status, reason: block, provenance };
  if (status >= 500) return { kind: "unavailable", message: `unavailable: the server answered ${status}`, provenance };
  if (status < 200 || status >= 300) return { kind: "broken", issues: [`the server answered ${status}`], provenance };
  const contentType = header("content-type");
  return {
    kind: "fetched",
    url: trail.url,
    finalUrl: url.href,
    status,
    bytes,
    contentType,
    charset: charsetOf(contentType),
    etag: header("etag"),
    lastModified: header("last-modified"),
    contentHash: sha256(bytes),
    provenance,
  };
}

function outcomeOfHop(hop: Exclude<Hop, { kind: "answer" }>, url: URL, trail: Trail): FetchOutcome {
  const provenance = provenanceOf(trail);
  switch (hop.kind) {
    case "disallowed":
      return { kind: "disallowed", reason: `robots.txt of ${url.host} disallows ${url.pathname}`, provenance };
    case "robots_unreachable":
      return { kind: "unavailable", message: `unavailable: robots.txt of ${url.host} cannot be read`, provenance };
    case "too_long":
      return {
        kind: "throttled",
        retryAfterMs: hop.waitMs,
        message: `the next turn at ${url.host} is ${Math.ceil(hop.waitMs / 1000)} s away`,
        provenance,
      };
  }
}

/** Follows a URL to its answer; every hop is checked, asked about in robots.txt and queued like a first request. */
export async function followRedirects(first: URL, rules: FollowRules, trail: Trail): Promise<FetchOutcome> {
  const visited = new Set<string>();
  let url = first;
  for (let hops = 0; hops <= rules.maxRedirects; hops += 1) {
    visited.add(url.href);
    const hop = await rules.requestHop(url, hops);
    if (hop.kind !== "answer") return outcomeOfHop(hop, url, trail);
    const { answer } = hop;
    if (answer.kind === "answer") {
      trail.status = answer.status;
      trail.bytes = answer.bytes.byteLength;
      return outcomeOfAnswer(answer, url, trail, rules.now());
    }
    if (answer.kind === "failed")
      return { kind: "unavailable", message: answer.message, provenance: provenanceOf(trail) };
    if (answer.kind === "undecodable")
      return { kind: "broken", issues: [answer.reason], provenance: provenanceOf(trail) };
    if (answer.kind === "refused") {
      return { kind: "refused", refusal: answer.refusal, message: answer.message, provenance: provenanceOf(trail) };
    }
    trail.status = answer.status;
    const target = URL.canParse(answer.location, url.href) ? new URL(answer.location, url).href : "";
    const next = checkUrl(target, rules.allowedHosts, rules.allowedPorts);
    if (!(next instanceof URL)) return refused(trail, next.refusal, `redirect: ${next.message}`);
    if (LOGIN_PATH.test(next.pathname) && !LOGIN_PATH.test(first.pathname)) {
      return {
        kind: "blocked",
        status: answer.status,
        reason: "the server redirects to a log-in page",
        provenance: provenanceOf(trail),
      };
    }
    if (visited.has(next.href)) return refused(trail, "redirect_loop", `${next.host} redirects in a circle`);
    url = next;
  }
  return refused(trail, "redirect_limit", `more than ${rules.maxRedirects} redirects`);
}
