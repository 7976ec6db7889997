/** What robots.txt said: `none` where the host has no such file, `unreachable` where it could not be read. */
export type RobotsDecision = "allowed" | "disallowed" | "unreachable" | "none";

/** How one outcome came about; recorded with the run. Bytes are those of the decoded body, waits are milliseconds. */
export type FetchProvenance = {
  url: string;
  status: number | null;
  bytes: number;
  fromCache: boolean;
  robots: RobotsDecision;
  attempts: number;
  waitedMs: number;
  /** The body is the page after its scripts ran in a browser. */
  rendered?: boolean;
};

export type RefusalReason =
  | "bad_url"
  | "scheme"
  | "private_address"
  | "host_not_allowed"
  | "port_not_allowed"
  | "too_large"
  | "decompression_limit"
  | "redirect_limit"
  | "redirect_loop";

export type FetchedBody = {
  url: string;
  finalUrl: string;
  status: number;
  bytes: Uint8Array;
  contentType: string | null;
  charset: string | null;
  etag: string | null;
  lastModified: string | null;
  /** SHA-256 of `bytes`. */
  contentHash: string;
};

/** Every way a polite request can end. Only a caller's mistake in programming throws. */
export type FetchOutcome = { provenance: FetchProvenance } & (
  | ({ kind: "fetched" } & FetchedBody)
  | { kind: "unchanged"; url: string }
  | { kind: "throttled"; retryAfterMs: number; message: string }
  | { kind: "blocked"; status: number; reason: string }
  | { kind: "disallowed"; reason: string }
  | { kind: "gone"; status: number }
  | { kind: "broken"; issues: string[] }
  | { kind: "refused"; refusal: RefusalReason; message: string }
  | { kind: "unavailable"; message: string }
);

export type FailedFetch = Exclude<FetchOutcome, { kind: "fetched" } | { kind: "unchanged" }>;

/** One plain sentence about why nothing was fetched. */
export function describeFailure(outcome: FailedFetch): string {
  switch (outcome.kind) {
    case "throttled":
    case "refused":
    case "unavailable":
      return outcome.message;
    case "blocked":
    case "disallowed":
      return outcome.reason;
    case "gone":
      return `the page is gone (status ${outcome.status})`;
    case "broken":
      return outcome.issues.join("; ");
  }
}
