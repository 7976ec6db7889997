import { z } from "zod";
import { AppError } from "@/lib/core/kernel/app-error";
import { acceptCandidate, acceptInput, termInput } from "@/lib/services/terms/accept-candidate";
import { aliasCandidate, aliasInput } from "@/lib/services/terms/alias-candidate";
import { candidatesInput, listCandidates } from "@/lib/services/terms/list-candidates";
import { rejectCandidate } from "@/lib/services/terms/reject-candidate";
import type { SystemContext } from "@/lib/services/context/context";
import { TermRefusedError } from "@/lib/services/terms/term-refusal";
import type { Output } from "../output";
import { withInstallation } from "../with-installation";

function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new AppError("invalid_input", z.prettifyError(parsed.error));
  return parsed.data;
}

/** Does what was decided; a decision that cannot stand is named with its reason, and makes the command end with 2. */
async function decide(output: Output, work: (ctx: SystemContext) => Promise<Record<string, unknown>>): Promise<void> {
  await withInstallation(output, async (ctx) => {
    try {
      await output.answer(await work(ctx));
    } catch (error) {
      if (!(error instanceof TermRefusedError)) throw error;
      output.problem({ error: error.refusal.reason, message: error.message });
    }
  });
}

/** `skills candidates`: one candidate a line. */
export async function listCandidateLines(output: Output, options: { state: string; limit: number }): Promise<void> {
  const input = parse(candidatesInput, { ...options, state: options.state === "all" ? null : options.state });
  await withInstallation(output, async (ctx) => {
    for (const { key, term, postings, employers, state, skill, examples } of await listCandidates(ctx, input))
      await output.answer({ key, term, postings, employers, state, skill: skill?.id ?? null, examples });
  });
}

/** `skills accept`: the new skill's id. */
export async function acceptTerm(
  output: Output,
  term: string,
  options: { family: string; kind: string; lang: string; label?: string },
): Promise<void> {
  const input = parse(acceptInput, { term, ...options });
  await decide(output, async (ctx) => {
    const { conceptId } = await acceptCandidate(ctx, input);
    return { term: input.term, state: "accepted", id: conceptId };
  });
}

/** `skills alias`: the skill that has the name now. */
export async function aliasTerm(output: Output, term: string, id: string, options: { lang: string }): Promise<void> {
  const input = parse(aliasInput, { term, conceptId: id, ...options });
  await decide(output, async (ctx) => {
    await aliasCandidate(ctx, input);
    return { term: input.term, state: "aliased", id: input.conceptId };
  });
}

/** `skills reject`: the term. */
export async function rejectTerm(output: Output, given: string): Promise<void> {
  const term = parse(termInput, given);
  await decide(output, async (ctx) => {
    await rejectCandidate(ctx, term);
    return { term, state: "rejected" };
  });
}
