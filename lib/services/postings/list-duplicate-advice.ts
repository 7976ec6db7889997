import { findDecidedPairs, findReadingsOn } from "@/lib/adapters/db/queries/model-readings";
import { type DuplicateAdvice, modelReading } from "@/lib/core/model-reading/model-reading";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { loadSummaries } from "./load-summaries";
import type { PostingSummary } from "./to-summary";

/** What a model thinks of this posting and another one, with the words of each that it rests on. */
export type AdviceView = {
  posting: PostingSummary;
  verdict: DuplicateAdvice["verdict"];
  quote: string;
  otherQuote: string;
};

/** Readings that are looked at: a text that is posted again and again may be named by any number of others. */
const MOST_READINGS = 50;

type Told = Omit<AdviceView, "posting">;

async function adviceOn(ctx: Context, postingId: string): Promise<Map<string, Told>> {
  const found = new Map<string, Told>();
  for (const row of await findReadingsOn(ctx.db, postingId, MOST_READINGS)) {
    const parsed = modelReading.safeParse(row.aiReading);
    const isOwn = row.postingId === postingId;
    for (const { postingId: named, verdict, quote, otherQuote } of parsed.success ? parsed.data.duplicates : []) {
      if (isOwn) found.set(named, { verdict, quote, otherQuote });
      else if (named === postingId && !found.has(row.postingId))
        found.set(row.postingId, { verdict, quote: otherQuote, otherQuote: quote });
    }
  }
  return found;
}

/** Postings of listings on which an administrator has decided together with one of this posting's. */
async function decidedPostings(ctx: Context, postingId: string): Promise<Set<string>> {
  const own = await ctx.db.listing.findMany({ where: { postingId }, select: { id: true } });
  const pairs = await findDecidedPairs(
    ctx.db,
    own.map(({ id }) => id),
  );
  const ids = pairs.flatMap(({ listingAId, listingBId }) => [listingAId, listingBId]);
  const listings = await ctx.db.listing.findMany({ where: { id: { in: ids } }, select: { postingId: true } });
  return new Set(listings.map((listing) => listing.postingId));
}

/**
 * The open postings near to this one that a model compared with it, those that it takes for one job first. It is advice for an administrator:
 * nothing is joined by it, and what was decided by hand is not shown again. None where postings are not read by a model.
 */
export async function listDuplicateAdvice(ctx: Context, postingId: string): Promise<AdviceView[]> {
  adminOnly(ctx);
  const advice = ctx.env.ENRICHMENT_LLM === "on" ? await adviceOn(ctx, postingId) : new Map<string, Told>();
  if (advice.size === 0) return [];
  const decided = await decidedPostings(ctx, postingId);
  const postings = await loadSummaries(
    ctx,
    [...advice.keys()].filter((id) => id !== postingId && !decided.has(id)),
  );
  return postings
    .filter((posting) => posting.state === "open")
    .flatMap((posting) => {
      const told = advice.get(posting.id);
      return told === undefined ? [] : [{ posting, ...told }];
    })
    .sort((a, b) => Number(b.verdict === "same") - Number(a.verdict === "same"));
}
