import type { Embedder } from "@/lib/core/embeddings/embedder";
import { createHostedEmbedder, HOSTED_DIMENSIONS, type HostedOptions } from "./hosted-embedder";

export const OPENAI_EMBEDDING_MODEL = "text-embedding-3-small";

const BATCH = 64;

/** OpenAI, or anything that speaks its protocol at `baseUrl`, through LangChain, which is loaded at the first text. */
export function createOpenAiEmbedder(options: HostedOptions): Embedder {
  const model = options.model ?? OPENAI_EMBEDDING_MODEL;
  const load = async () => {
    const { OpenAIEmbeddings } = await import("@langchain/openai");
    return new OpenAIEmbeddings({
      apiKey: options.apiKey,
      model,
      dimensions: HOSTED_DIMENSIONS,
      batchSize: BATCH,
      maxRetries: 0,
      stripNewLines: false,
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
      ...(options.baseUrl === undefined ? {} : { configuration: { baseURL: options.baseUrl } }),
    });
  };
  let client: ReturnType<typeof load> | null = null;
  return createHostedEmbedder(
    {
      service: "OpenAI",
      model,
      version: `${HOSTED_DIMENSIONS}d`,
      batchSize: BATCH,
      request: async (texts) => (await (client ??= load())).embedDocuments(texts),
    },
    options,
  );
}
