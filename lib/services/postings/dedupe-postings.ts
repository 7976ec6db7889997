import { z } from "zod";
import {
  comparisonState,
  findListingsToCompare,
  type ListingToCompare,
  loadFingerprints,
  loadRegroupState,
  loadPostingIds,
  loadSharedSeats,
  readFingerprintKeys,
  saveFingerprints,
  saveRegroupPlan,
  type SharedSeat,
} from "@/lib/adapters/db/queries/dedupe";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { findSetting, saveSetting } from "@/lib/adapters/db/queries/settings";
import { type Cluster, type Decision, FINGERPRINT_VERSION } from "@/lib/core/dedupe/dedupe-types";
import { describeReason } from "@/lib/core/dedupe/describe-reason";
import { encodeFingerprint } from "@/lib/core/dedupe/fingerprint-codec";
import { fingerprintOf } from "@/lib/core/dedupe/fingerprint-of";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { type RegroupPlan, regroupListings } from "@/lib/core/pipeline/regroup-listings";
import { WORKPLACES } from "@/lib/core/postings/posting-fields";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";
import { clusterStored } from "./cluster-stored";

const STAGE = "dedupe";
const FINGERPRINT_BATCH = 300;
const KEY_PAGE = 2_000;
/** Clusters settled in one transaction. */
const CLUSTER_BATCH = 40;
const STATE_SETTING = "dedupe.compared";

const statedFields = z.object({
  workplace: z.enum(WORKPLACES).nullable().catch(null).default(null),
  lang: z.enum(["en", "es", "und"]).nullable().catch(null).default(null),
  applyUrl: z.string().nullable().catch(null).default(null),
});

function toRow(listing: ListingToCompare) {
  const { id, sourceId, externalId, url, title, company, location, contentHash, text } = listing;
  const { workplace, lang, applyUrl } = statedFields.parse(listing.parsed ?? {});
  const print = fingerprintOf({
    id,
    sourceId,
    externalId,
    url,
    applyUrl,
    title,
    company,
    location,
    workplace,
    lang,
    text,
  });
  // PostgreSQL's text holds no NUL, which parts a key.
  const keys = print.keys.map((key) => key.replaceAll("\u0000", "\u001f"));
  return { listingId: id, version: FINGERPRINT_VERSION, contentHash, keys, data: encodeFingerprint(print) };
}

/** Takes the fingerprints that are missing or out of date; false where the deadline passed first. */
async function takeFingerprints(ctx: Context, run: RunRecorder, deadline: Date | null): Promise<boolean> {
  let after = "";
  for (;;) {
    if (deadline !== null && ctx.wallNow() >= deadline) return false;
    const listings = await findListingsToCompare(ctx.db, FINGERPRINT_VERSION, { after, take: FINGERPRINT_BATCH });
    const last = listings.at(-1);
    if (last === undefined) return true;
    const rows = listings.map(toRow);
    await ctx.db.$transaction(async (tx) => {
      await lockPostingWrites(tx);
      await saveFingerprints(tx, rows);
    });
    run.count(STAGE, "done", rows.length);
    await run.progress(STAGE, rows.length, null);
    after = last.id;
  }
}

const byAge = (a: SharedSeat, b: SharedSeat) =>
  a.firstSeenAt.getTime() - b.firstSeenAt.getTime() || (a.id < b.id ? -1 : 1);

/** What was put together stays together, unless the rules that did it have changed since or an administrator says otherwise. */
function heldTogether(shared: readonly SharedSeat[], apart: ReadonlySet<string>): Decision[] {
  const heads = new Map<string, string>();
  const held: Decision[] = [];
  for (const { id, postingId, joinReason, joinVersion } of [...shared].sort(byAge)) {
    const head = heads.get(postingId);
    if (head === undefined) {
      heads.set(postingId, id);
      continue;
    }
    const isOutdated =
      typeof joinVersion === "number" && joinVersion !== FINGERPRINT_VERSION && joinReason === "near_copy";
    if (!isOutdated && !apart.has(pairKey(head, id))) held.push({ a: head, b: id, verdict: "same", decidedAt: "" });
  }
  return held;
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export type Decisions = { list: Decision[]; apart: Set<string>; listingsApart: Set<string> };

/** What administrators decided. */
export async function loadDecisions(ctx: Context): Promise<Decisions> {
  const rows = await ctx.db.dedupeDecision.findMany({ orderBy: { id: "asc" } });
  const apart = rows.filter((row) => row.verdict === "different");
  return {
    list: rows.map((row) => ({
      a: row.listingAId,
      b: row.listingBId,
      verdict: row.verdict,
      decidedAt: row.decidedAt.toISOString(),
    })),
    apart: new Set(apart.map((row) => pairKey(row.listingAId, row.listingBId))),
    listingsApart: new Set(apart.flatMap((row) => [row.listingAId, row.listingBId])),
  };
}

type Unsettled = { clusters: Cluster[]; postingOf: Map<string, string> };

/** Clusters that are not yet one posting, or whose posting holds others besides, and the postings of their listings. */
async function findUnsettled(
  ctx: Context,
  found: Iterable<Cluster>,
  shared: readonly SharedSeat[],
): Promise<Unsettled> {
  const postingOf = new Map(shared.map((seat) => [seat.id, seat.postingId]));
  const sizes = new Map<string, number>();
  for (const { postingId } of shared) sizes.set(postingId, (sizes.get(postingId) ?? 0) + 1);
  const clusters: Cluster[] = [];
  // A listing alone in its cluster and in its posting has its place.
  for (const cluster of found)
    if (cluster.ids.some((id) => postingOf.has(id)) || cluster.ids.length > 1) clusters.push(cluster);
  const unknown = clusters.flatMap((cluster) => cluster.ids.filter((id) => !postingOf.has(id)));
  for (const [id, posting] of await loadPostingIds(ctx.db, unknown)) postingOf.set(id, posting);
  const unsettled = clusters.filter((cluster) => {
    const postings = new Set(cluster.ids.map((id) => postingOf.get(id)));
    const [only] = postings;
    return postings.size > 1 || (only !== undefined && (sizes.get(only) ?? 1) !== cluster.ids.length);
  });
  return { clusters: unsettled, postingOf };
}

/** Clusters that share a posting belong to one batch; what each batch touches, no other does. */
function batchesOf({ clusters, postingOf }: Unsettled): Cluster[][] {
  const groupOf = new Map<string, Cluster[]>();
  for (const cluster of clusters) {
    const postings = cluster.ids.flatMap((id) => postingOf.get(id) ?? []);
    const met = [...metGroups(groupOf, postings)];
    const group = [...met.flat(), cluster];
    for (const member of group)
      for (const id of member.ids) {
        const posting = postingOf.get(id);
        if (posting !== undefined) groupOf.set(posting, group);
      }
  }
  const batches: Cluster[][] = [];
  for (const group of new Set(groupOf.values())) {
    const last = batches.at(-1);
    if (last !== undefined && last.length + group.length <= CLUSTER_BATCH) last.push(...group);
    else batches.push([...group]);
  }
  return batches;
}

function metGroups(groupOf: ReadonlyMap<string, Cluster[]>, postings: readonly string[]): Set<Cluster[]> {
  return new Set(postings.map((id) => groupOf.get(id)).filter((group) => group !== undefined));
}

const reasonsShape = z.object({
  reasons: z.array(z.object({ code: z.string(), share: z.number().nullable() })),
});

function reasonWords(detail: unknown): string {
  const parsed = reasonsShape.safeParse(detail);
  const reasons = z.custom<Parameters<typeof describeReason>[0][]>();
  return parsed.success ? reasons.parse(parsed.data.reasons).map(describeReason).join("; ") : "";
}

function recordMoves(run: RunRecorder, plan: RegroupPlan): void {
  for (const { listingId, from, to, joinReason, joinDetail } of plan.moves) {
    const isJoin = joinReason === "near_copy" || joinReason === "joined_by_hand";
    run.count(STAGE, isJoin ? "joined" : joinReason.startsWith("split") ? "split" : "carried");
    const why = reasonWords(joinDetail);
    run.event({
      kind: isJoin ? "listing.joined" : "listing.moved",
      stage: STAGE,
      reason: joinReason,
      message: why === "" ? joinReason : why,
      detail: { listingId, from, to, joinDetail },
    });
    run.outputs.add(STAGE, `${listingId} ${to} ${joinReason}`);
  }
}

/** Brings the postings that some clusters touch in line with them, in one transaction. */
export async function applyClusters(
  ctx: Context,
  clusters: readonly Cluster[],
  decidedApart: ReadonlySet<string>,
): Promise<RegroupPlan> {
  return ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    const ids = clusters.flatMap((cluster) => cluster.ids);
    const seats = await tx.listing.findMany({ where: { id: { in: ids } }, select: { postingId: true } });
    const own = ids.map((id) => derivedId("posting", id));
    const state = await loadRegroupState(tx, [...new Set([...seats.map((seat) => seat.postingId), ...own])]);
    const plan = regroupListings({ ...state, decidedApart }, clusters);
    await saveRegroupPlan(tx, plan, ctx.now());
    return plan;
  });
}

/**
 * Puts the listings of one job together under one posting, across boards: fingerprints for what is new or changed, then clusters over
 * all of them, then the postings that do not yet agree. What administrators decided outranks every rule. Killed at any point, the next
 * call goes on. Returns whether it came to the end.
 */
export async function dedupePostings(ctx: Context, run: RunRecorder, deadline: Date | null = null): Promise<boolean> {
  return run.stage(STAGE, async () => {
    if (!(await takeFingerprints(ctx, run, deadline))) return false;
    const state = await comparisonState(ctx.db);
    if ((await findSetting(ctx.db, STATE_SETTING)) === state) return true;
    const [decisions, shared] = [await loadDecisions(ctx), await loadSharedSeats(ctx.db)];
    const store = {
      keys: () => readFingerprintKeys(ctx.db, FINGERPRINT_VERSION, KEY_PAGE),
      load: (ids: readonly string[]) => loadFingerprints(ctx.db, ids),
    };
    const clusters = await clusterStored(store, [...decisions.list, ...heldTogether(shared, decisions.apart)]);
    for (const batch of batchesOf(await findUnsettled(ctx, clusters, shared))) {
      if (deadline !== null && ctx.wallNow() >= deadline) return false;
      recordMoves(run, await applyClusters(ctx, batch, decisions.listingsApart));
      await run.flush();
    }
    await saveSetting(ctx.db, { key: STATE_SETTING, value: state, at: ctx.wallNow() });
    return true;
  });
}
