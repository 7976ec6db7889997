import { assertNever } from "@/lib/core/kernel/assert-never";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { maskPersonalData } from "@/lib/core/embeddings/mask-personal-data";
import { createGeminiEmbedder } from "./gemini-embedder";
import { createHashEmbedder } from "./hash-embedder";
import type { HostedOptions } from "./hosted-embedder";
import { createOpenAiEmbedder } from "./openai-embedder";
import { createPackagedEmbedder } from "./packaged-embedder";

/** The part of the environment that says which embedder to use. */
export type EmbedderSettings = {
  EMBEDDING_PROVIDER: "packaged" | "openai" | "gemini" | "hash";
  EMBEDDING_MODEL?: string | undefined;
  OPENAI_API_KEY?: string | undefined;
  OPENAI_BASE_URL?: string | undefined;
  GEMINI_API_KEY?: string | undefined;
};

/**
 * The configured embedder. Nothing is loaded or sent before the first text. Hosted ones mask e-mail addresses, telephones,
 * links and street addresses in every text; whoever embeds a résumé masks its name before, since only they know it.
 */
export function createEmbedder(settings: EmbedderSettings, options: Partial<HostedOptions> = {}): Embedder {
  const hosted = { mask: maskPersonalData, model: settings.EMBEDDING_MODEL, ...options };
  switch (settings.EMBEDDING_PROVIDER) {
    case "packaged":
      return createPackagedEmbedder();
    case "hash":
      return createHashEmbedder();
    case "openai":
      return createOpenAiEmbedder({
        apiKey: settings.OPENAI_API_KEY ?? "",
        baseUrl: settings.OPENAI_BASE_URL,
        ...hosted,
      });
    case "gemini":
      return createGeminiEmbedder({ apiKey: settings.GEMINI_API_KEY ?? "", ...hosted });
    default:
      return assertNever(settings.EMBEDDING_PROVIDER);
  }
}
