import {
  findDecidedPairs,
  findNearFingerprints,
  loadCurrentWordings,
  loadPostingFingerprints,
} from "@/lib/adapters/db/queries/model-readings";
import { comparePair } from "@/lib/core/dedupe/compare-pair";
import type { Fingerprint, ReasonCode } from "@/lib/core/dedupe/dedupe-types";
import { decodeFingerprint } from "@/lib/core/dedupe/fingerprint-codec";
import type { Context } from "@/lib/services/context/context";

/** Pairs of one posting that a model is asked about. */
const MOST_PAIRS = 2;
const MOST_LOOKED_AT = 200;
/** Texts that share less are of two jobs, and nobody needs to be asked. */
const LEAST_SHARED = 0.4;
/** What keeps two listings apart although they may be one job: no level, requisition or figure speaks against it. */
const OPEN_TO_DOUBT: ReadonlySet<ReasonCode> = new Set([
  "other_title",
  "other_employer",
  "other_place",
  "other_text",
  "too_short",
]);

export type NearPosting = Awaited<ReturnType<typeof loadCurrentWordings>>[number];

function closeness(own: readonly Fingerprint[], other: Fingerprint, decided: ReadonlySet<string>): number {
  let most = 0;
  for (const one of own) {
    if (decided.has(`${one.id} ${other.id}`) || decided.has(`${other.id} ${one.id}`)) return 0;
    const { verdict, reasons, similarity, containment } = comparePair(one, other);
    const mayBeOne = verdict === "different" && reasons.some(({ code }) => OPEN_TO_DOUBT.has(code));
    if (mayBeOne) most = Math.max(most, similarity, containment);
  }
  return most;
}

/** Other open postings whose text is near to a posting's and that the rules keep apart, the nearest first, at most two; none that an administrator decided on. */
export async function findNearPostings(ctx: Context, postingId: string): Promise<NearPosting[]> {
  const own = (await loadPostingFingerprints(ctx.db, postingId)).flatMap(
    ({ data, keys }) => decodeFingerprint(data, keys) ?? [],
  );
  const keys = [...new Set(own.flatMap((print) => print.keys))];
  const others = await findNearFingerprints(ctx.db, postingId, keys, MOST_LOOKED_AT);
  if (others.length === 0) return [];
  const pairs = await findDecidedPairs(
    ctx.db,
    own.map(({ id }) => id),
  );
  const decided = new Set(pairs.map(({ listingAId, listingBId }) => `${listingAId} ${listingBId}`));
  const nearest = new Map<string, number>();
  for (const { data, keys: theirs, listing } of others) {
    const print = decodeFingerprint(data, theirs);
    const near = print === null ? 0 : closeness(own, print, decided);
    if (near >= LEAST_SHARED) nearest.set(listing.postingId, Math.max(near, nearest.get(listing.postingId) ?? 0));
  }
  const ids = [...nearest]
    .sort(([a, nearA], [b, nearB]) => nearB - nearA || (a < b ? -1 : 1))
    .slice(0, MOST_PAIRS)
    .map(([id]) => id);
  const wordings = await loadCurrentWordings(ctx.db, ids);
  return wordings.sort((a, b) => ids.indexOf(a.postingId) - ids.indexOf(b.postingId));
}
