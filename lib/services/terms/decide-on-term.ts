import { insertAddition } from "@/lib/adapters/db/queries/taxonomy-additions";
import { type CandidateDecision, decideCandidate } from "@/lib/adapters/db/queries/terms";
import { derivedId } from "@/lib/core/kernel/derived-id";
import { foldLabel } from "@/lib/core/kernel/fold";
import type { TaxonomyAddition } from "@/lib/core/skills/add-to-taxonomy";
import { audit } from "@/lib/services/accounts/audit";
import type { Context } from "@/lib/services/context/context";
import { TermRefusedError } from "./term-refusal";

/**
 * Writes a decision on a candidate, with what it adds to the taxonomy, and takes the addition up in this process. Throws `conflict`
 * for a term that was added before, or that is no candidate.
 */
export async function decideOnTerm(
  ctx: Context,
  term: string,
  state: CandidateDecision["state"],
  additions: readonly TaxonomyAddition[],
): Promise<void> {
  const key = foldLabel(term);
  const decidedById = ctx.actor.kind === "user" ? ctx.actor.userId : null;
  const decidedAt = ctx.wallNow();
  await ctx.db.$transaction(async (tx) => {
    if (!(await decideCandidate(tx, key, { state, decidedById, decidedAt })))
      throw new TermRefusedError({ reason: "not_open", name: term });
    for (const addition of additions) {
      const id = derivedId("taxonomy-addition", addition.conceptId, foldLabel(addition.label));
      await insertAddition(tx, { ...addition, id, addedById: decidedById, addedAt: decidedAt });
    }
    const [first] = additions;
    const detail = first === undefined ? {} : { conceptId: first.conceptId, label: first.label };
    await audit(ctx, tx, { action: `term.${state}`, subject: key, detail });
  });
  await ctx.renewTaxonomy?.();
}
