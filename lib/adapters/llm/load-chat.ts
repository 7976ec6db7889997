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

const fieldsOf = z.record(z.string(), z.unknown());
const anyOrNull = z.object({
  anyOf: z.tuple([fieldsOf, z.object({ type: z.literal("null") })]),
});
const typeOrNull = z.looseObject({ type: z.tuple([z.string(), z.literal("null")]) });

/** A form that may be null as that form, `nullable`; null for every other. */
function asNullable(form: object): Record<string, unknown> | null {
  const any = anyOrNull.safeParse(form);
  if (any.success) return { ...any.data.anyOf[0], nullable: true };
  const type = typeOrNull.safeParse(form);
  return type.success ? { ...type.data, type: type.data.type[0], nullable: true } : null;
}

/** Gemini's own schema language has no type "null" and no word on further fields. */
function toGeminiSchema(form: unknown): unknown {
  if (Array.isArray(form)) return form.map(toGeminiSchema);
  if (typeof form !== "object" || form === null) return form;
  const fields = Object.entries(asNullable(form) ?? fieldsOf.parse(form));
  const known = fields.filter(([name]) => name !== "additionalProperties");
  return Object.fromEntries(known.map(([name, value]) => [name, toGeminiSchema(value)]));
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
  const form = fieldsOf.parse(toGeminiSchema(toModelSchema(options.schema)));
  const asked = chat.withStructuredOutput(form, { name: options.name, includeRaw: true });
  return (messages, signal) => asked.invoke([...messages], { signal });
}

/** A chat at temperature 0 whose answers have the schema's form as far as the provider holds to it. LangChain is loaded at the first call. */
export function loadChat(endpoint: ModelEndpoint, options: ChatOptions): Promise<Chat> {
  return endpoint.provider === "gemini" ? loadGemini(endpoint, options) : loadOpenAi(endpoint, options);
}
