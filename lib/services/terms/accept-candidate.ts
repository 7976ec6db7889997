import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { addToTaxonomy, conceptIdOf } from "@/lib/core/skills/add-to-taxonomy";
import { lintTaxonomy } from "@/lib/core/skills/lint-taxonomy";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { decideOnTerm } from "./decide-on-term";
import { refuseKnownLabel } from "./refuse-known-label";

/** A name as it will stand in the taxonomy. */
export const termInput = z.string().trim().min(2).max(80);
export const acceptInput = z.object({
  term: termInput,
  kind: z.enum(SKILL_KINDS),
  family: z.string(),
  lang: z.enum(["en", "es"]).default("en"),
});

/**
 * Makes a candidate a concept of its own; returns its id. Postings are read again with it in the next run. Throws `conflict` where the
 * name or the id is taken, `invalid_input` for an unknown family, `not_found` for anybody but an administrator.
 */
export async function acceptCandidate(
  ctx: Context,
  { term, kind, family, lang }: z.output<typeof acceptInput>,
): Promise<{ conceptId: string }> {
  adminOnly(ctx);
  await ctx.renewTaxonomy?.();
  const { concepts } = ctx.taxonomy();
  const all = [...concepts.values()];
  if (!all.some((concept) => concept.family === family))
    throw new AppError("invalid_input", `There is no family "${family}".`);
  refuseKnownLabel(all, term);
  const conceptId = conceptIdOf(term);
  const known = concepts.get(conceptId);
  if (known !== undefined)
    throw new AppError(
      "conflict",
      `The id ${conceptId} is that of "${known.en[0] ?? known.id}"; add the term to it as an alias.`,
    );
  const addition = { conceptId, isNew: true, label: term, lang, kind, family };
  const problems = lintTaxonomy(addToTaxonomy([], [addition]));
  if (problems.length > 0) throw new AppError("invalid_input", problems.join(" "));
  await decideOnTerm(ctx, term, "accepted", addition);
  return { conceptId };
}
