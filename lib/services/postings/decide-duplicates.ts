import { z } from "zod";
import type { Tx } from "@/lib/adapters/db/client";
import { AppError } from "@/lib/core/kernel/app-error";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { audit } from "@/lib/services/accounts/audit";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { PIPELINE_LEASE } from "@/lib/services/pipeline/pipeline-lease";
import { withLease } from "@/lib/services/runs/with-lease";
import { applyClusters } from "./dedupe-postings";

const id = z.string().min(1).max(64);
export const joinPostingsInput = z.object({ postingId: id, otherId: id });
export const splitListingInput = z.object({ listingId: id });

type Pair = readonly [string, string];

function decisionRow(ctx: Context, [one, other]: Pair, verdict: "same" | "different") {
  const [listingAId, listingBId] = one < other ? [one, other] : [other, one];
  return {
    id: derivedId("dedupe_decision", listingAId, listingBId),
    listingAId,
    listingBId,
    verdict,
    decidedById: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    decidedAt: ctx.wallNow(),
  };
}

async function keepDecisions(
  ctx: Context,
  tx: Tx,
  pairs: readonly Pair[],
  verdict: "same" | "different",
): Promise<void> {
  for (const pair of pairs) {
    const row = decisionRow(ctx, pair, verdict);
    await tx.dedupeDecision.upsert({ where: { id: row.id }, create: row, update: row });
  }
}

async function listingIdsOf(ctx: Context, postingId: string): Promise<string[]> {
  const rows = await ctx.db.listing.findMany({
    where: { postingId },
    select: { id: true },
    orderBy: [{ firstSeenAt: "asc" }, { id: "asc" }],
  });
  if (rows.length === 0) throw new AppError("not_found", "This posting is not there any more.");
  return rows.map((row) => row.id);
}

/**
 * An administrator says that two postings are one job. It holds in every later run, and takes back any earlier word that kept them
 * apart. Returns the posting that goes on. Throws `not_found`, and `conflict` while a run works on postings.
 */
export async function joinPostings(
  ctx: Context,
  { postingId, otherId }: z.output<typeof joinPostingsInput>,
): Promise<{ postingId: string }> {
  adminOnly(ctx);
  if (postingId === otherId) throw new AppError("invalid_input", "These are one posting already.");
  return withLease(ctx, PIPELINE_LEASE, async () => {
    const [ours, theirs] = [await listingIdsOf(ctx, postingId), await listingIdsOf(ctx, otherId)];
    const [a, b] = [ours[0] ?? "", theirs[0] ?? ""];
    await ctx.db.$transaction(async (tx) => {
      await tx.dedupeDecision.deleteMany({
        where: {
          verdict: "different",
          OR: [
            { listingAId: { in: ours }, listingBId: { in: theirs } },
            { listingAId: { in: theirs }, listingBId: { in: ours } },
          ],
        },
      });
      await keepDecisions(ctx, tx, [[a, b]], "same");
      await audit(ctx, tx, { action: "postings.joined", subject: postingId, detail: { otherId } });
    });
    const ids = [...ours, ...theirs].sort();
    const reasons = [{ code: "decided_same" as const, share: null }];
    await applyClusters(ctx, [{ id: ids[0] ?? "", ids, joins: [{ a, b, reasons }] }], new Set());
    const { postingId: into } = await ctx.db.listing.findUniqueOrThrow({
      where: { id: a },
      select: { postingId: true },
    });
    return { postingId: into };
  });
}

/**
 * An administrator says that a listing is another job than the rest of its posting. It becomes a posting again, and no later run puts it
 * back. Returns its posting. Throws `not_found`, `invalid_input` for a listing that stands alone, and `conflict` while a run works on postings.
 */
export async function splitListing(
  ctx: Context,
  { listingId }: z.output<typeof splitListingInput>,
): Promise<{ postingId: string }> {
  adminOnly(ctx);
  return withLease(ctx, PIPELINE_LEASE, async () => {
    const listing = await ctx.db.listing.findUnique({ where: { id: listingId }, select: { postingId: true } });
    if (listing === null) throw new AppError("not_found", "This listing is not there any more.");
    const rest = (await listingIdsOf(ctx, listing.postingId)).filter((other) => other !== listingId);
    if (rest.length === 0) throw new AppError("invalid_input", "This listing is the only one of its posting.");
    await ctx.db.$transaction(async (tx) => {
      await keepDecisions(
        ctx,
        tx,
        rest.map((other) => [listingId, other] as const),
        "different",
      );
      await audit(ctx, tx, { action: "listing.split", subject: listingId, detail: { postingId: listing.postingId } });
    });
    const clusters = [
      { id: listingId, ids: [listingId], joins: [] },
      { id: [...rest].sort()[0] ?? "", ids: [...rest].sort(), joins: [] },
    ];
    await applyClusters(ctx, clusters, new Set([listingId, ...rest]));
    const { postingId } = await ctx.db.listing.findUniqueOrThrow({
      where: { id: listingId },
      select: { postingId: true },
    });
    return { postingId };
  });
}
