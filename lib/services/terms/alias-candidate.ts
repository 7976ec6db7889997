import { z } from "zod";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { termInput } from "./accept-candidate";
import { decideOnTerm } from "./decide-on-term";
import { refuseKnownLabel } from "./refuse-known-label";
import { TermRefusedError } from "./term-refusal";

export const aliasInput = z.object({
  term: termInput,
  conceptId: z.string().max(200),
  lang: z.enum(["en", "es"]).default("en"),
});

/**
 * Makes a candidate a further name of a concept. Postings are read again with it in the next run. Throws `invalid_input` for an unknown
 * concept, `conflict` where the name is taken, `not_found` for anybody but an administrator.
 */
export async function aliasCandidate(ctx: Context, input: z.output<typeof aliasInput>): Promise<void> {
  adminOnly(ctx);
  const { term, conceptId, lang } = input;
  await ctx.renewTaxonomy?.();
  const { concepts } = ctx.taxonomy();
  const concept = concepts.get(conceptId);
  if (concept === undefined) throw new TermRefusedError({ reason: "unknown_skill", name: conceptId });
  refuseKnownLabel([...concepts.values()], term);
  const { kind, family } = concept;
  await decideOnTerm(ctx, term, "aliased", [{ conceptId, isNew: false, label: term, lang, kind, family }]);
}
