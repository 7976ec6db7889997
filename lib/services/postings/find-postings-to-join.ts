import { z } from "zod";
import { findPostingAlias } from "@/lib/adapters/db/queries/dedupe";
import { postingFilter } from "@/lib/core/postings/posting-filter";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { UserContext } from "@/lib/services/context/context";
import { listPostings } from "./list-postings";
import { loadSummaries } from "./load-summaries";
import type { PostingSummary } from "./to-summary";

export const postingsToJoinInput = z.object({ postingId: z.string().min(1).max(64), q: z.string().max(2_000) });

const SHOWN = 8;
/** The address of a posting's page here; the id may also stand alone. */
const OWN_ADDRESS = /(?:^|\/postings\/)([0-9a-f]{32})(?:[/?#]|$)/u;

async function idsAt(ctx: UserContext, words: string): Promise<string[] | null> {
  const own = OWN_ADDRESS.exec(words)?.[1];
  if (own !== undefined) return [(await findPostingAlias(ctx.db, own)) ?? own];
  if (!/^https?:\/\//u.test(words)) return null;
  const listings = await ctx.db.listing.findMany({
    where: { url: words },
    select: { postingId: true },
    orderBy: { id: "asc" },
    take: SHOWN,
  });
  return [...new Set(listings.map((listing) => listing.postingId))];
}

/** Other postings that some words find, in any state; or the one that an address leads to: a page's here or a listing's. At most eight. */
export async function findPostingsToJoin(
  ctx: UserContext,
  { postingId, q }: z.output<typeof postingsToJoinInput>,
): Promise<PostingSummary[]> {
  adminOnly(ctx);
  const words = q.trim();
  if (words === "") return [];
  const ids = await idsAt(ctx, words);
  const found =
    ids === null
      ? (await listPostings(ctx, postingFilter.parse({ q: words, state: "any" }))).postings
      : await loadSummaries(ctx, ids);
  return found.filter((posting) => posting.id !== postingId).slice(0, SHOWN);
}
