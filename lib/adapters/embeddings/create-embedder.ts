import type { Embedder } from "@/lib/core/embeddings/embedder";
import { assertNever } from "@/lib/core/kernel/assert-never";
import { createGeminiEmbedder } from "./gemini-embedder";
import { createHashEmbedder } from "./hash-embedder";
import type { HostedOptions } from "./hosted-embedder";
import { createOpenAiEmbedder } from "./openai-embedder";
import { createPackagedEmbedder } from "./packaged-embedder";

/** Which embedder to use, as the configuration says it. Hosted ones cannot be had without a mask. */
export type EmbedderConfig =
  | { provider: "packaged" }
  | { provider: "hash" }
  | ({ provider: "openai" } & HostedOptions)
  | ({ provider: "gemini" } & HostedOptions);

/** The configured embedder. Nothing is loaded or sent before the first text. */
export function createEmbedder(config: EmbedderConfig): Embedder {
  switch (config.provider) {
    case "packaged":
      return createPackagedEmbedder();
    case "hash":
      return createHashEmbedder();
    case "openai":
      return createOpenAiEmbedder(config);
    case "gemini":
      return createGeminiEmbedder(config);
    default:
      return assertNever(config);
  }
}
