import type { Readable } from "node:stream";
import { pipeline, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, gunzipSync } from "node:zlib";

export type LimitedBody =
  | { kind: "ok"; bytes: Uint8Array; truncated: boolean }
  | { kind: "too_large" }
  | { kind: "decompression_limit" }
  | { kind: "undecodable"; reason: string };

export type BodyLimits = { maxBytes: number; whenTooLong: "refuse" | "truncate" };

/** More layers than this are a trick: each multiplies the expansion of the one before. */
const MAX_ENCODINGS = 2;
/** Text shrinks to a tenth, repetitive lists to a fiftieth; what grows two-hundredfold was made to. */
const MAX_RATIO = 200;
/** Below this size a ratio says nothing. */
const RATIO_FROM_BYTES = 1_000_000;

function decoderFor(encoding: string): Transform | null {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      return null;
  }
}

function decodersOf(header: string | null): Transform[] | string {
  const names = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  const encodings = names.filter((name) => name !== "" && name !== "identity");
  if (encodings.length > MAX_ENCODINGS) return `${encodings.length} content encodings on top of each other`;
  const decoders: Transform[] = [];
  for (const name of encodings.reverse()) {
    const decoder = decoderFor(name);
    if (decoder === null) return `content encoding "${name.slice(0, 40)}" is not understood`;
    decoders.push(decoder);
  }
  return decoders;
}

function decompressed(body: Readable, decoders: Transform[]): Readable {
  const last = decoders.at(-1) ?? body;
  // The error, if any, reaches the reader of the last stream.
  pipeline([body, ...decoders], () => undefined);
  return last;
}

/** `received` tells how many bytes have come over the wire. */
async function collect(
  stream: Readable,
  limits: BodyLimits,
  received: () => number,
): Promise<{ bytes: Uint8Array; exceeded: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let exceeded = false;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) continue;
    chunks.push(chunk);
    length += chunk.byteLength;
    const isBomb = length > RATIO_FROM_BYTES && length > MAX_RATIO * received();
    if (length > limits.maxBytes || isBomb) {
      exceeded = true;
      break;
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks).subarray(0, limits.maxBytes)), exceeded };
}

function isZlibError(error: unknown): error is Error {
  return (
    error instanceof Error &&
    "code" in error &&
    typeof error.code === "string" &&
    /^Z_|^ERR_BROTLI|^ERR__ERROR/.test(error.code)
  );
}

/** Reads a response body, decompressing as it goes, and stops at the limit: no more than that is ever in memory. Network errors are thrown. */
export async function readLimitedBody(
  body: Readable,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<LimitedBody> {
  const decoders = decodersOf(contentEncoding);
  if (typeof decoders === "string") {
    body.destroy();
    return { kind: "undecodable", reason: decoders };
  }
  try {
    let received = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        received += chunk.byteLength;
        done(null, chunk);
      },
    });
    const stream = decoders.length === 0 ? body : decompressed(body, [count, ...decoders]);
    const wire = decoders.length === 0 ? () => Number.POSITIVE_INFINITY : () => received;
    const { bytes, exceeded } = await collect(stream, limits, wire);
    if (!exceeded || limits.whenTooLong === "truncate") return { kind: "ok", bytes, truncated: exceeded };
    return { kind: decoders.length > 0 ? "decompression_limit" : "too_large" };
  } catch (error) {
    if (isZlibError(error)) return { kind: "undecodable", reason: "the compressed body is damaged" };
    throw error;
  } finally {
    body.destroy();
  }
}

export type GunzipResult =
  | { kind: "ok"; bytes: Uint8Array }
  | { kind: "decompression_limit" }
  | { kind: "undecodable"; reason: string };

/** Unpacks a gzip file (a `.xml.gz` sitemap) up to a limit; bytes that are not gzip come back as they are. */
export function gunzipLimited(bytes: Uint8Array, maxBytes: number): GunzipResult {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return { kind: "ok", bytes };
  try {
    return { kind: "ok", bytes: gunzipSync(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "decompression_limit" };
    return { kind: "undecodable", reason: "the gzip file is damaged" };
  }
}
