"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { defineAdminAction } from "@/lib/entry/define-action";
import { decideCorrectionInput } from "@/lib/services/corrections/correction-input";
import { decideCorrection } from "@/lib/services/corrections/decide-correction";
import { requestReread } from "@/lib/services/enrichment/request-reread";
import { acceptCandidate, acceptInput, termInput } from "@/lib/services/terms/accept-candidate";
import { aliasCandidate, aliasInput } from "@/lib/services/terms/alias-candidate";
import { rejectCandidate } from "@/lib/services/terms/reject-candidate";
import { type TermRefusal, TermRefusedError } from "@/lib/services/terms/term-refusal";

export const decideCorrectionAction = defineAdminAction({
  name: "corrections.decide",
  input: decideCorrectionInput,
  run: async (ctx, input) => {
    const decided = await decideCorrection(ctx, input);
    revalidatePath("/admin/quality");
    return decided;
  },
});

/** What became of a decision: a refusal is an answer, with what the page needs for its words. */
async function decide(work: () => Promise<unknown>): Promise<{ refusal: TermRefusal | null }> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof TermRefusedError)) throw error;
    return { refusal: error.refusal };
  }
  revalidatePath("/admin/quality");
  return { refusal: null };
}

export const acceptTermAction = defineAdminAction({
  name: "terms.accept",
  input: acceptInput,
  run: (ctx, input) => decide(() => acceptCandidate(ctx, input)),
});

export const aliasTermAction = defineAdminAction({
  name: "terms.alias",
  input: aliasInput,
  run: (ctx, input) => decide(() => aliasCandidate(ctx, input)),
});

export const rejectTermAction = defineAdminAction({
  name: "terms.reject",
  input: z.object({ term: termInput }),
  run: (ctx, { term }) => decide(() => rejectCandidate(ctx, term)),
});

export const rereadAction = defineAdminAction({
  name: "postings.reread",
  input: z.undefined(),
  run: requestReread,
});
