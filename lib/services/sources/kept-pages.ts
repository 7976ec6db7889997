import type { CrawlContext, KeptBody } from "@/lib/adapters/sources/source-adapter";
import type { Context } from "@/lib/services/context/context";
import { finalUrlOf, urlHash } from "./document-intake";

/** States asked for in one query. */
const STATES_AT_ONCE = 5000;

/** The row of a body that this crawl took from what was kept, and the instant at which it was fetched. */
export type KeptRow = { id: string; fetchedAt: Date };

export type KeptPages = Required<Pick<CrawlContext, "findValidators" | "findKept" | "oldestFirst">> & {
  /** The kept row that stands for an address in this crawl; absent where the page came anew. */
  rowOf: (url: string) => KeptRow | undefined;
};

/** What earlier crawls of a source left behind: validators for conditional requests, the bodies that they stand for, when each was read. */
export function createKeptPages(ctx: Context, sourceId: string): KeptPages {
  const taken = new Map<string, KeptRow>();

  /** What is known of an address; without its bytes, nothing is. */
  async function findState(url: string) {
    const state = await ctx.db.fetchState.findUnique({
      where: { sourceId_urlHash: { sourceId, urlHash: urlHash(url) } },
    });
    if (state === null || state.rawDocumentId === null) return null;
    const document = await ctx.db.rawDocument.findUnique({ where: { id: state.rawDocumentId } });
    return document === null || document.purgedAt !== null ? null : { state, document };
  }

  async function findKept(url: string): Promise<KeptBody | null> {
    const found = await findState(url);
    if (found === null) return null;
    const { document } = found;
    const bytes = await ctx.raw.get(document.contentHash).catch(() => null);
    if (bytes === null) return null;
    taken.set(url, { id: document.id, fetchedAt: document.fetchedAt });
    const { contentType, contentHash } = document;
    return { bytes, contentType, contentHash, finalUrl: finalUrlOf(document.provenance, document.url) };
  }

  /** Addresses by when they were last read, never first; in the given order where that is the same. */
  async function oldestFirst(urls: readonly string[]): Promise<string[]> {
    const readAt = new Map<string, number>();
    for (let from = 0; from < urls.length; from += STATES_AT_ONCE) {
      const hashes = urls.slice(from, from + STATES_AT_ONCE).map(urlHash);
      const states = await ctx.db.fetchState.findMany({
        where: { sourceId, urlHash: { in: hashes } },
        select: { url: true, fetchedAt: true },
      });
      for (const state of states) readAt.set(state.url, state.fetchedAt.getTime());
    }
    return [...urls].sort((a, b) => (readAt.get(a) ?? 0) - (readAt.get(b) ?? 0));
  }

  return {
    findValidators: async (url) => {
      const found = await findState(url);
      return found === null ? null : { etag: found.state.etag, lastModified: found.state.lastModified };
    },
    findKept,
    oldestFirst,
    rowOf: (url) => taken.get(url),
  };
}
