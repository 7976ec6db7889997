import { z } from "zod";

const count = z.int().nonnegative();

/** What a run's report says of the model: how its stage ended and why, what was read and is left, and what it cost by the ledger. */
export const modelOutcomeReport = z.object({
  outcome: z.enum(["complete", "deadline", "budget_spent", "unavailable"]),
  reason: z.string().nullable(),
  models: z.array(z.string()),
  done: count,
  failed: count,
  /** Open postings whose model reading is still missing or out of date. */
  left: count,
  /** Open postings that wait for our own reading to be up to date first; the model is not asked about them before. */
  waiting: count.default(0),
  /** Questions that were sent, and those answered from what was kept. */
  asked: count,
  cached: count,
  inputTokens: count,
  outputTokens: count,
  costUsd: z.number().nonnegative(),
});
export type ModelOutcomeReport = z.output<typeof modelOutcomeReport>;
