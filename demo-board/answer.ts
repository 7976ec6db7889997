import { createHash } from "node:crypto";

/** What the board sends back for one path, before conditional requests are looked at. */
export type Answer = {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
};

/** A UTF-8 HTML answer. */
export function htmlAnswer(html: string, status = 200): Answer {
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body: Buffer.from(html, "utf8") };
}

/** A redirect to an address. */
export function redirectAnswer(location: string): Answer {
  return { status: 302, headers: { location }, body: Buffer.alloc(0) };
}

/** An answer with validators: a strong ETag over its bytes, and the day of the last change where it is known. */
export function withValidators(answer: Answer, lastChanged?: string): Answer {
  const etag = `"${createHash("sha256").update(answer.body).digest("hex").slice(0, 32)}"`;
  const modified =
    lastChanged === undefined ? {} : { "last-modified": new Date(`${lastChanged}T00:00:00Z`).toUTCString() };
  return { ...answer, headers: { ...answer.headers, etag, ...modified, "cache-control": "no-cache" } };
}

/** Whether the client's copy is still good (RFC 9110): If-None-Match decides alone where it is sent. */
export function isUnchanged(
  answer: Answer,
  ifNoneMatch: string | undefined,
  ifModifiedSince: string | undefined,
): boolean {
  const { etag, "last-modified": modified } = answer.headers;
  if (answer.status !== 200) return false;
  if (ifNoneMatch !== undefined) {
    const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
    return etag !== undefined && (tags.includes(etag) || tags.includes("*"));
  }
  if (ifModifiedSince === undefined || modified === undefined) return false;
  return Date.parse(modified) <= Date.parse(ifModifiedSince);
}
