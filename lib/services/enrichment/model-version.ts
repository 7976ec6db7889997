import { DEDUPLICATE_PROMPT_VERSION } from "@/lib/adapters/llm/deduplicate-prompt";
import { ESCO_PROMPT_VERSION } from "@/lib/adapters/llm/esco-prompt";
import { modelEndpoints } from "@/lib/adapters/llm/model-endpoints";
import { NORMALISE_PROMPT_VERSION } from "@/lib/adapters/llm/normalise-prompt";
import { SUMMARISE_PROMPT_VERSION } from "@/lib/adapters/llm/summarise-prompt";
import { hashOf } from "@/lib/core/kernel/hash";
import { MODEL_READING_VERSION } from "@/lib/core/model-reading/model-reading";
import type { Context } from "@/lib/services/context/context";
import { readingVersion } from "@/lib/services/runs/current-versions";

const PROMPTS = [
  NORMALISE_PROMPT_VERSION,
  SUMMARISE_PROMPT_VERSION,
  ESCO_PROMPT_VERSION,
  DEDUPLICATE_PROMPT_VERSION,
] as const;

/**
 * What a model's reading has to be made with to count as up to date: the models, the prompts, the verifier, and our own reading, which it is
 * held against. Null where postings are not read by a model.
 */
export function modelVersion(ctx: Context): string | null {
  const endpoints = modelEndpoints(ctx.env);
  if (ctx.env.ENRICHMENT_LLM === "off" || endpoints.length === 0) return null;
  const models = endpoints.map(({ provider, model, baseUrl }) => [provider, model, baseUrl]);
  return hashOf([MODEL_READING_VERSION, readingVersion(ctx), models, PROMPTS]);
}
