import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from "cockatiel";
import { z } from "zod";
import { extractionPrompt } from "./extraction-prompt";
import { type ExtractionAnswer, extractionAnswer } from "./extraction-schema";

/** The part of the environment that says which model to use. */
export type ExtractorSettings = {
  LLM_PROVIDER: "none" | "openai" | "gemini";
  LLM_MODEL?: string | undefined;
  LLM_BASE_URL?: string | undefined;
  OPENAI_API_KEY?: string | undefined;
  GEMINI_API_KEY?: string | undefined;
};

export type ExtractionCall = { inputTokens: number; outputTokens: number; latencyMs: number };
export type Extraction = { call: ExtractionCall | null } & (
  | { kind: "answered"; answer: ExtractionAnswer }
  | { kind: "unavailable"; reason: string }
);

export type Extractor = {
  provider: string;
  model: string;
  /** Asks once. Every ending is an outcome; `call` is null where nothing was sent. */
  extract: (pageText: string) => Promise<Extraction>;
};

const TIMEOUT_MS = 60_000;
const FAILURES_BEFORE_BREAK = 3;
const COOL_DOWN_MS = 600_000;
const MAX_OUTPUT_TOKENS = 1200;
const CHARACTERS_PER_TOKEN = 4;

const reply = z.object({
  raw: z.object({
    usage_metadata: z.object({ input_tokens: z.number(), output_tokens: z.number() }).nullish().catch(null),
  }),
  parsed: z.unknown(),
});
const failure = z.object({ status: z.number() });

type Ask = (messages: { role: string; content: string }[], signal: AbortSignal) => Promise<unknown>;

const jsonSchema = () => z.toJSONSchema(extractionAnswer);

/** LangChain is loaded at the first question. */
async function loadOpenAi(settings: ExtractorSettings, model: string, timeoutMs: number): Promise<Ask> {
  const { ChatOpenAI } = await import("@langchain/openai");
  const chat = new ChatOpenAI({
    apiKey: settings.OPENAI_API_KEY ?? "none",
    model,
    temperature: 0,
    maxTokens: MAX_OUTPUT_TOKENS,
    maxRetries: 0,
    timeout: timeoutMs,
    ...(settings.LLM_BASE_URL === undefined ? {} : { configuration: { baseURL: settings.LLM_BASE_URL } }),
  });
  const asked = chat.withStructuredOutput(jsonSchema(), {
    name: "advert",
    method: "jsonSchema",
    strict: true,
    includeRaw: true,
  });
  return (messages, signal) => asked.invoke(messages, { signal });
}

async function loadGemini(settings: ExtractorSettings, model: string): Promise<Ask> {
  const { ChatGoogleGenerativeAI } = await import("@langchain/google-genai");
  const chat = new ChatGoogleGenerativeAI({
    apiKey: settings.GEMINI_API_KEY ?? "",
    model,
    temperature: 0,
    maxOutputTokens: MAX_OUTPUT_TOKENS,
    maxRetries: 0,
    ...(settings.LLM_BASE_URL === undefined ? {} : { baseUrl: settings.LLM_BASE_URL }),
  });
  const asked = chat.withStructuredOutput(jsonSchema(), { name: "advert", includeRaw: true });
  return (messages, signal) => asked.invoke(messages, { signal });
}

function reasonOf(error: unknown, isLate: boolean): string {
  if (isLate) return "unavailable: the model did not answer in time";
  const status = failure.safeParse(error);
  return status.success
    ? `unavailable: the model's service answered ${status.data.status}`
    : "unavailable: the model could not be asked";
}

/** The configured model; null where there is none. After failures in a row it is left alone for ten minutes. */
export function createExtractor(settings: ExtractorSettings, timeoutMs = TIMEOUT_MS): Extractor | null {
  const { LLM_PROVIDER: provider, LLM_MODEL: model } = settings;
  if (provider === "none" || model === undefined) return null;
  let loading: Promise<Ask> | null = null;
  const load = () =>
    (loading ??= provider === "openai" ? loadOpenAi(settings, model, timeoutMs) : loadGemini(settings, model));
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: COOL_DOWN_MS,
    breaker: new ConsecutiveBreaker(FAILURES_BEFORE_BREAK),
  });

  async function extract(pageText: string): Promise<Extraction> {
    const { system, user } = extractionPrompt(pageText);
    const from = performance.now();
    const late = AbortSignal.timeout(timeoutMs);
    const estimate = Math.ceil((system.length + user.length) / CHARACTERS_PER_TOKEN);
    const callOf = (usage: { input_tokens: number; output_tokens: number } | null | undefined): ExtractionCall => ({
      inputTokens: usage?.input_tokens ?? estimate,
      outputTokens: usage?.output_tokens ?? 0,
      latencyMs: Math.round(performance.now() - from),
    });
    try {
      const answered = await breaker.execute(async () => {
        const ask = await load();
        const messages = [
          { role: "system", content: system },
          { role: "user", content: user },
        ];
        return reply.parse(await ask(messages, late));
      });
      const call = callOf(answered.raw.usage_metadata);
      const answer = extractionAnswer.safeParse(answered.parsed);
      if (answer.success) return { kind: "answered", answer: answer.data, call };
      return {
        kind: "unavailable",
        reason: "unavailable: the model's answer has not the form that was asked for",
        call,
      };
    } catch (error) {
      if (error instanceof BrokenCircuitError)
        return {
          kind: "unavailable",
          reason: "unavailable: the model is left alone after repeated failures",
          call: null,
        };
      return { kind: "unavailable", reason: reasonOf(error, late.aborted), call: callOf(null) };
    }
  }
  return { provider, model, extract };
}
