import { request } from "undici";
import { findRefusedAddress, type GuardedDispatcher } from "./guarded-dispatcher";
import { type BodyLimits, readLimitedBody } from "./read-limited-body";

export type RequestHeaders = Record<string, string>;

/** What is sent with a POST; some boards answer their searches only to one. */
export type PostBody = { body: string; contentType: string };

/** One request without redirects: an answer, a redirect, or why there was none. */
export type SingleAnswer =
  | { kind: "answer"; status: number; header: (name: string) => string | null; bytes: Uint8Array }
  | { kind: "redirect"; status: number; location: string }
  | { kind: "refused"; refusal: "private_address" | "too_large" | "decompression_limit"; message: string }
  | { kind: "undecodable"; status: number; reason: string }
  | { kind: "failed"; message: string };

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const BODILESS = new Set([204, 304]);

function failureMessage(error: unknown, timedOut: boolean, timeoutMs: number): string {
  if (timedOut) return `unavailable: no complete answer within ${timeoutMs / 1000} s`;
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
  if (/TIMEOUT|ETIMEDOUT/.test(code)) return `unavailable: no answer within ${timeoutMs / 1000} s`;
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return "unavailable: the host name cannot be resolved (offline?)";
  if (code === "ECONNREFUSED") return "unavailable: the connection was refused";
  return `unavailable: the connection failed${/^[A-Z_]{3,40}$/.test(code) ? ` (${code})` : ""}`;
}

function headerReader(headers: Record<string, string | string[] | undefined>): (name: string) => string | null {
  return (name) => {
    const value = headers[name.toLowerCase()];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  };
}

/** Sends one GET, or POST where a body is given, within `timeoutMs` from first byte sent to last byte read. Throws only when the caller's own signal aborts. */
export async function requestOnce(
  url: URL,
  options: {
    dispatcher: GuardedDispatcher;
    headers: RequestHeaders;
    timeoutMs: number;
    limits: BodyLimits;
    signal?: AbortSignal | undefined;
    post?: PostBody | undefined;
  },
): Promise<SingleAnswer> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal = options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    const dispatcher = await options.dispatcher.forUrl(url);
    const { post } = options;
    const response = await request(url, {
      dispatcher,
      method: post === undefined ? "GET" : "POST",
      headers: post === undefined ? options.headers : { ...options.headers, "content-type": post.contentType },
      body: post?.body ?? null,
      signal,
    });
    // A body that is dropped early emits an abort error of its own, after this function has its answer.
    response.body.on("error", () => undefined);
    const header = headerReader(response.headers);
    const status = response.statusCode;
    const location = header("location");
    if (REDIRECTS.has(status) && location !== null) {
      response.body.destroy();
      return { kind: "redirect", status, location };
    }
    if (options.limits.whenTooLong === "refuse" && Number(header("content-length") ?? 0) > options.limits.maxBytes) {
      response.body.destroy();
      return {
        kind: "refused",
        refusal: "too_large",
        message: `refused: the body is over ${options.limits.maxBytes} bytes`,
      };
    }
    const body = await readLimitedBody(
      response.body,
      BODILESS.has(status) ? null : header("content-encoding"),
      options.limits,
    );
    switch (body.kind) {
      case "ok":
        return { kind: "answer", status, header, bytes: body.bytes };
      case "undecodable":
        return { kind: "undecodable", status, reason: body.reason };
      case "too_large":
      case "decompression_limit":
        return {
          kind: "refused",
          refusal: body.kind,
          message: `refused: the body is over ${options.limits.maxBytes} bytes`,
        };
    }
  } catch (error) {
    if (options.signal?.aborted === true) throw error;
    const refused = findRefusedAddress(error);
    if (refused !== null)
      return { kind: "refused", refusal: "private_address", message: `refused: ${refused.message}` };
    return { kind: "failed", message: failureMessage(error, timeout.aborted, options.timeoutMs) };
  }
}
