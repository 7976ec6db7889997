import type { Context } from "@/lib/services/context/context";
import { type ProbedModel, probeModels } from "@/lib/services/models/probe-models";
import { type CheckResult, holds, warns } from "./check-result";

function told({ provider, model, answers, reason, tookMs }: ProbedModel): string {
  return `${model} (${provider}) ${answers ? `answered after ${tookMs} ms` : (reason ?? "did not answer")}`;
}

/** Whether the configured language models answer, in the order in which they are asked; none is needed, so that none is a failure. */
export async function checkLanguageModels(ctx: Context): Promise<CheckResult> {
  const probed = await probeModels(ctx);
  if (probed.length === 0) return holds("llm", "none configured, and none is needed");
  const use = ctx.env.ENRICHMENT_LLM === "on" ? "postings are read by it" : "postings are not read by it";
  const detail = `${probed.map(told).join(", ")}; ${use}`;
  if (probed.every(({ answers }) => answers)) return holds("llm", detail);
  return warns(
    "llm",
    detail,
    "Check the address, the key, the model's name and the budget (LLM_*). Everything else works without a model.",
  );
}
