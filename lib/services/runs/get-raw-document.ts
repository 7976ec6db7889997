import { decodeBody } from "@/lib/adapters/http/decode-body";
import { ContentProblem } from "@/lib/adapters/storage/content-store";
import { AppError } from "@/lib/core/kernel/app-error";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

/** Characters of a document that are shown. */
const SHOWN = 200_000;
/** A larger document is not unpacked for looking at it. */
const LARGEST = 100_000_000;

/** A raw document for reading. `text` is plain text and must be shown as such: it is whatever a board sent. */
export type RawDocumentView = {
  id: string;
  sourceId: string;
  url: string;
  /** ISO 8601. */
  fetchedAt: string;
  status: number | null;
  contentType: string | null;
  bytes: number;
  hash: string;
  /** The beginning of the decoded body, at most 200,000 characters; null where its bytes are not there. */
  text: string | null;
  truncated: boolean;
  /** Why there is no text: removed by retention, missing, changed or damaged in the store, too large to show. */
  absent: "purged" | "missing" | "changed" | "damaged" | "too_large" | null;
  purgedAt: string | null;
  provenance: unknown;
};

type Body = Pick<RawDocumentView, "text" | "truncated" | "absent">;

/** Control characters have no place in a page and could hide what is written. */
function shown(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, "\uFFFD");
}

async function bodyOf(
  ctx: Context,
  row: { contentHash: string; contentType: string | null; bytes: number; purgedAt: Date | null },
): Promise<Body> {
  const none = (absent: RawDocumentView["absent"]): Body => ({ text: null, truncated: false, absent });
  if (row.purgedAt !== null) return none("purged");
  if (row.bytes > LARGEST) return none("too_large");
  try {
    const { text } = decodeBody(await ctx.raw.get(row.contentHash), row.contentType);
    return { text: shown(text.slice(0, SHOWN)), truncated: text.length > SHOWN, absent: null };
  } catch (error) {
    if (error instanceof ContentProblem) return none(error.fault);
    throw error;
  }
}

/** A raw document with its provenance and its body as plain text. For administrators and jobs only. Throws `not_found`. */
export async function getRawDocument(ctx: Context, id: string): Promise<RawDocumentView> {
  adminOnly(ctx);
  const row = await ctx.db.rawDocument.findUnique({ where: { id } });
  if (row === null) throw new AppError("not_found", "This raw document is not there.");
  const { sourceId, url, fetchedAt, status, contentType, bytes, contentHash, purgedAt, provenance } = row;
  return {
    id,
    sourceId,
    url,
    fetchedAt: fetchedAt.toISOString(),
    status,
    contentType,
    bytes,
    hash: contentHash,
    ...(await bodyOf(ctx, row)),
    purgedAt: purgedAt?.toISOString() ?? null,
    provenance,
  };
}
