import { findRunDocuments } from "@/lib/adapters/db/queries/run-documents";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";

const PAGE = 25;

/** A raw document that a run read, and why: asked for, unchanged on the server, from the snapshot, from a file. */
export type RunDocumentLine = {
  seq: number;
  id: string;
  url: string;
  how: string;
  status: number | null;
  contentType: string | null;
  bytes: number;
  purged: boolean;
};

export type RunDocuments = { documents: RunDocumentLine[]; total: number; from: number; next: number | null };

/** A page of the raw documents of a run in the order of reading, after a sequence number. For administrators and jobs only. */
export async function listRunDocuments(ctx: Context, runId: string, after: number): Promise<RunDocuments> {
  adminOnly(ctx);
  const [rows, total, before] = await Promise.all([
    findRunDocuments(ctx.db, runId, { after, take: PAGE + 1 }),
    ctx.db.runDocument.count({ where: { runId } }),
    ctx.db.runDocument.count({ where: { runId, seq: { lte: after } } }),
  ]);
  const shown = rows.slice(0, PAGE);
  const documents = shown.map(({ seq, how, rawDocument: { id, url, status, contentType, bytes, purgedAt } }) => ({
    seq,
    id,
    url,
    how,
    status,
    contentType,
    bytes,
    purged: purgedAt !== null,
  }));
  return { documents, total, from: before + 1, next: rows.length > PAGE ? (shown.at(-1)?.seq ?? null) : null };
}
