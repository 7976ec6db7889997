import { z } from "zod";
import { createModel } from "@/lib/adapters/llm/ask-model";
import { modelEndpoints } from "@/lib/adapters/llm/model-endpoints";
import { sha256 } from "@/lib/core/kernel/hash";
import type { Context } from "@/lib/services/context/context";
import { booksOf } from "./open-model";

const TIMEOUT_MS = 15_000;
const WORDS = "Answer with the word yes.";
const QUESTION = {
  purpose: "probe",
  promptVersion: "probe-1",
  contentHash: sha256(WORDS),
  system: WORDS,
  user: WORDS,
  schema: z.strictObject({ word: z.string().max(100) }),
};

export type ProbedModel = { provider: string; model: string; answers: boolean; reason: string | null; tookMs: number };

/** Asks each configured model one short question, whatever it answered before; each call is in the ledger and within the day's budget. */
export async function probeModels(ctx: Context, timeoutMs = TIMEOUT_MS): Promise<ProbedModel[]> {
  const books = { ...booksOf(ctx, null), find: () => Promise.resolve(new Map()), keep: () => Promise.resolve() };
  const probed: ProbedModel[] = [];
  for (const endpoint of modelEndpoints(ctx.env)) {
    const from = performance.now();
    const outcome = await createModel([endpoint], books, { timeoutMs })?.ask(QUESTION);
    const { provider, model } = endpoint;
    const answers = outcome?.kind === "answered";
    const reason = outcome === undefined || outcome.kind === "answered" ? null : outcome.reason;
    probed.push({ provider, model, answers, reason, tookMs: Math.round(performance.now() - from) });
  }
  return probed;
}
