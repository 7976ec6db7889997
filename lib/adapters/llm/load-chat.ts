import { z } from "zod";
import type { ModelEndpoint } from "./model-endpoints";

const MAX_OUTPUT_TOKENS = 1200;

export type Message = { role: "system" | "user"; content: string };
/** Sends one question; what comes back is not checked yet. Throws what the client throws. */
export type Chat = (messages: readonly Message[], signal: AbortSignal) => Promise<unknown>;
export type ChatOptions = { schema: z.ZodType; name: string; timeoutMs: number };

/** The form of the answer as the providers' strict modes take it; lengths are checked here, when it has come. */
function toModelSchema(schema: z.ZodType): Record<string, unknown> {
  const form: Record<string, unknown> = {
    ...z.toJSONSchema(schema, {
      override: ({ jsonSchema }) => {
        delete jsonSchema.maxLength;
        delete jsonSchema.minLength;
        delete jsonSchema.maxItems;
      },
    }),
  };
  delete form["$schema"];
  return form;
}

async function loadOpenAi({ model, apiKey, baseUrl }: ModelEndpoint, options: ChatOptions): Promise<Chat> {
  const { ChatOpenAI } = await import("@langchain/openai");
  const chat = new ChatOpenAI({
    apiKey: apiKey ?? "none",
    model,
    temperature: 0,
    maxTokens: MAX_OUTPUT_TOKENS,
    maxRetries: 0,
    timeout: options.timeoutMs,
    ...(baseUrl === null ? {} : { configuration: { baseURL: baseUrl } }),
  });
  const asked = chat.withStructuredOutput(toModelSchema(options.schema), {
    name: options.name,
    method: "jsonSchema",
    strict: true,
    includeRaw: true,
  });
  return (messages, signal) => asked.invoke([...messages], { signal });
}

async function loadGemini({ model, apiKey, baseUrl }: ModelEndpoint, options: ChatOptions): Promise<Chat> {
  const { ChatGoogleGenerativeAI } = await import("@langchain/google-genai");
  const chat = new ChatGoogleGenerativeAI({
    apiKey: apiKey ?? "",
    model,
    temperature: 0,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    maxRetries: 0,
    ...(baseUrl === null ? {} : { baseUrl }),
  });
  const asked = chat.withStructuredOutput(toModelSchema(options.schema), { name: options.name, includeRaw: true });
  return (messages, signal) => asked.invoke([...messages], { signal });
}

/** A chat at temperature 0 whose answers have the schema's form as far as the provider holds to it. LangChain is loaded at the first call. */
export function loadChat(endpoint: ModelEndpoint, options: ChatOptions): Promise<Chat> {
  return endpoint.provider === "gemini" ? loadGemini(endpoint, options) : loadOpenAi(endpoint, options);
}
