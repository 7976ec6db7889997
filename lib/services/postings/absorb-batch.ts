import { loadAbsorbState, saveAbsorbPlan } from "@/lib/adapters/db/queries/absorb";
import { lockPostingWrites } from "@/lib/adapters/db/queries/leases";
import { type AbsorbOutcome, absorbAdverts } from "@/lib/core/pipeline/absorb-adverts";
import type { PreparedAdvert } from "@/lib/core/pipeline/prepare-advert";
import type { Context } from "@/lib/services/context/context";
import type { RunRecorder } from "@/lib/services/runs/run-recorder";

/** Adverts absorbed in one transaction. */
export const ABSORB_BATCH = 200;

const STAGE = "postings";

function counterOf(outcome: AbsorbOutcome): string {
  return outcome.kind === "duplicate" ? `duplicate_${outcome.reason}` : outcome.kind;
}

function record(run: RunRecorder, advert: PreparedAdvert, outcome: AbsorbOutcome): void {
  run.count(STAGE, "done");
  run.count(STAGE, counterOf(outcome));
  run.inputs.add(STAGE, `${advert.listingId} ${advert.contentHash}`);
  run.advert(advert, outcome);
  if (outcome.kind !== "duplicate") return;
  const where = advert.rawLocator === null ? advert.externalId : `line ${advert.rawLocator}`;
  const what =
    outcome.reason === "repeated_id"
      ? "repeats an id that came before"
      : "has the same title, employer and text as another advert";
  run.event({
    kind: "item.duplicate",
    stage: STAGE,
    reason: outcome.reason,
    message: `${where} ${what}.`,
    url: advert.url,
    detail: { postingId: outcome.postingId },
  });
}

/** Absorbs a batch of adverts in one transaction: all of it is kept or nothing. Returns one outcome an advert. */
export async function absorbBatch(
  ctx: Context,
  run: RunRecorder,
  adverts: readonly PreparedAdvert[],
  now: Date,
): Promise<AbsorbOutcome[]> {
  if (adverts.length === 0) return [];
  const plan = await ctx.db.$transaction(async (tx) => {
    await lockPostingWrites(tx);
    const worked = absorbAdverts(await loadAbsorbState(tx, adverts), adverts, now);
    await saveAbsorbPlan(tx, worked);
    return worked;
  });
  adverts.forEach((advert, index) => {
    const outcome = plan.outcomes[index];
    if (outcome !== undefined) record(run, advert, outcome);
  });
  return plan.outcomes;
}
