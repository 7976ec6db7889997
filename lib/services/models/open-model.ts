import { createModel, type Model, type ModelBooks, type ModelOptions } from "@/lib/adapters/llm/ask-model";
import { modelEndpoints } from "@/lib/adapters/llm/model-endpoints";
import { toJson } from "@/lib/adapters/db/to-json";
import type { Context } from "@/lib/services/context/context";

/** The ledger also holds the calls for vectors, which have a limit of their own. */
const NOT_OF_MODELS = "embedding";

async function costSince(ctx: Context, of: { runId: string } | { at: { gte: Date } }): Promise<number> {
  const where = { ...of, purpose: { not: NOT_OF_MODELS }, cached: false };
  const { _sum } = await ctx.db.aiCall.aggregate({ where, _sum: { costUsd: true } });
  return Number(_sum.costUsd ?? 0);
}

async function spentBudget(ctx: Context, runId: string | null, isHosted: boolean): Promise<string | null> {
  const { LLM_MAX_CALLS_PER_RUN, LLM_BUDGET_RUN_USD, LLM_BUDGET_DAY_USD } = ctx.env;
  if (runId !== null) {
    const calls = await ctx.db.aiCall.count({ where: { runId, purpose: { not: NOT_OF_MODELS }, cached: false } });
    if (calls >= LLM_MAX_CALLS_PER_RUN)
      return `unavailable: the run has asked the model ${calls} times, as often as it may`;
    if (isHosted && (await costSince(ctx, { runId })) >= LLM_BUDGET_RUN_USD)
      return "unavailable: the run's budget for the model is spent";
  }
  const day = new Date(ctx.wallNow());
  day.setUTCHours(0, 0, 0, 0);
  if (isHosted && (await costSince(ctx, { at: { gte: day } })) >= LLM_BUDGET_DAY_USD)
    return "unavailable: today's budget for the model is spent";
  return null;
}

/** This installation's cache of answers, ledger and budgets, for the questions of one run or of none. */
export function booksOf(ctx: Context, runId: string | null): ModelBooks {
  return {
    find: async (keys) => {
      const rows = await ctx.db.aiAnswer.findMany({ where: { key: { in: [...keys] } } });
      return new Map(rows.map((row) => [row.key, row.answer]));
    },
    keep: async (key, { purpose, promptVersion, answer }) => {
      const row = { purpose, promptVersion, answer: toJson(answer), createdAt: ctx.wallNow() };
      await ctx.db.aiAnswer.upsert({ where: { key }, create: { key, ...row }, update: row });
    },
    record: async (call) => {
      const costUsd = call.costUsd.toFixed(6);
      await ctx.db.aiCall.create({ data: { id: ctx.newId(), at: ctx.wallNow(), runId, ...call, costUsd } });
    },
    spent: (endpoint) => spentBudget(ctx, runId, endpoint.provider !== "local"),
  };
}

/**
 * The configured models with this installation's cache, ledger and budgets; null where none is configured. What is asked counts towards
 * the run, where there is one, and towards the day (UTC). A local model has no budget but the number of questions.
 */
export function openModel(ctx: Context, runId: string | null, options: ModelOptions = {}): Model | null {
  return createModel(modelEndpoints(ctx.env), booksOf(ctx, runId), options);
}
