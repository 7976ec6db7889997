/** The part of the environment that says which models to use. */
export type ModelSettings = {
  LLM_PROVIDER: "none" | "openai" | "gemini";
  LLM_MODEL?: string | undefined;
  LLM_BASE_URL?: string | undefined;
  LLM_LOCAL_BASE_URL?: string | undefined;
  LLM_LOCAL_MODEL?: string | undefined;
  OPENAI_API_KEY?: string | undefined;
  GEMINI_API_KEY?: string | undefined;
};

/** One model that can be asked. `local` is a server of one's own that speaks OpenAI's protocol and costs nothing. */
export type ModelEndpoint = {
  provider: "local" | "openai" | "gemini";
  model: string;
  baseUrl: string | null;
  apiKey: string | null;
};

/** The configured models in the order in which they are asked: the local one first, the hosted one after it. */
export function modelEndpoints(settings: ModelSettings): ModelEndpoint[] {
  const { LLM_LOCAL_BASE_URL: localUrl, LLM_LOCAL_MODEL: localModel, LLM_PROVIDER: provider, LLM_MODEL } = settings;
  const endpoints: ModelEndpoint[] = [];
  if (localUrl !== undefined && localModel !== undefined)
    endpoints.push({ provider: "local", model: localModel, baseUrl: localUrl, apiKey: null });
  if (provider === "none" || LLM_MODEL === undefined) return endpoints;
  const apiKey = (provider === "openai" ? settings.OPENAI_API_KEY : settings.GEMINI_API_KEY) ?? null;
  return [...endpoints, { provider, model: LLM_MODEL, baseUrl: settings.LLM_BASE_URL ?? null, apiKey }];
}
