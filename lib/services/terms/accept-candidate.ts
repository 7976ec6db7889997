import { z } from "zod";
import { foldLabel } from "@/lib/core/kernel/fold";
import { addToTaxonomy, conceptIdOf, type TaxonomyAddition } from "@/lib/core/skills/add-to-taxonomy";
import { lintTaxonomy } from "@/lib/core/skills/lint-taxonomy";
import { SKILL_KINDS } from "@/lib/core/skills/skill-types";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { decideOnTerm } from "./decide-on-term";
import { refuseKnownLabel } from "./refuse-known-label";
import { namedSkill } from "./named-skill";
import { TermRefusedError } from "./term-refusal";

/** A name as it will stand in the taxonomy. */
export const termInput = z.string().trim().min(2).max(80);
export const acceptInput = z.object({
  term: termInput,
  /** How the skill is called where that is not the term itself, which then is a further name of it. */
  label: termInput.optional(),
  kind: z.enum(SKILL_KINDS),
  family: z.string().max(80),
  lang: z.enum(["en", "es"]).default("en"),
});

function additionsOf({ term, label = term, kind, family, lang }: z.output<typeof acceptInput>): TaxonomyAddition[] {
  const concept = { conceptId: conceptIdOf(label), isNew: true, label, lang, kind, family };
  return foldLabel(label) === foldLabel(term) ? [concept] : [concept, { ...concept, isNew: false, label: term }];
}

/**
 * Makes a candidate a concept of its own; returns its id. Postings are read again with it in the next run. Throws `conflict` where a
 * name or the id is taken, `invalid_input` for an unknown family, `not_found` for anybody but an administrator.
 */
export async function acceptCandidate(
  ctx: Context,
  input: z.output<typeof acceptInput>,
): Promise<{ conceptId: string }> {
  adminOnly(ctx);
  await ctx.renewTaxonomy?.();
  const { concepts, categories } = ctx.taxonomy();
  const { term, label = term, family } = input;
  if (!categories.some(({ families }) => families.some(({ id }) => id === family)))
    throw new TermRefusedError({ reason: "unknown_family", name: family });
  const all = [...concepts.values()];
  for (const name of new Set([label, term])) refuseKnownLabel(all, name);
  const conceptId = conceptIdOf(label);
  const known = concepts.get(conceptId);
  if (known !== undefined) throw new TermRefusedError({ reason: "id_taken", name: label, owner: namedSkill(known) });
  const additions = additionsOf(input);
  if (lintTaxonomy(addToTaxonomy([], additions)).length > 0)
    throw new TermRefusedError({ reason: "unusable_name", name: label });
  await decideOnTerm(ctx, term, "accepted", additions);
  return { conceptId };
}
