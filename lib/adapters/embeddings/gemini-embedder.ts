import type { Embedder } from "@/lib/core/embeddings/embedder";
import { createHostedEmbedder, HOSTED_DIMENSIONS, type HostedOptions } from "./hosted-embedder";

export const GEMINI_EMBEDDING_MODEL = "gemini-embedding-001";

const BATCH = 50;

/**
 * Google Gemini through LangChain, which is loaded at the first text. Its client answers a failed batch with empty
 * vectors instead of an error; the shared check turns those into a retry and then into a failure.
 */
export function createGeminiEmbedder(options: HostedOptions): Embedder {
  const model = options.model ?? GEMINI_EMBEDDING_MODEL;
  const load = async () => {
    const { GoogleGenerativeAIEmbeddings } = await import("@langchain/google-genai");
    return new GoogleGenerativeAIEmbeddings({
      apiKey: options.apiKey,
      model,
      outputDimensionality: HOSTED_DIMENSIONS,
      maxRetries: 0,
      stripNewLines: false,
      ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    });
  };
  let client: ReturnType<typeof load> | null = null;
  return createHostedEmbedder(
    {
      service: "Gemini",
      model,
      version: `${HOSTED_DIMENSIONS}d`,
      batchSize: BATCH,
      request: async (texts) => (await (client ??= load())).embedDocuments(texts),
    },
    options,
  );
}
