import type { ModelEndpoint } from "./model-endpoints";

export type TokenCount = { inputTokens: number; outputTokens: number };

/** US dollars for a million input and output tokens by the providers' price lists of 2025, an estimate. */
const USD_PER_MILLION: Readonly<Record<string, { input: number; output: number }>> = {
  "gpt-4o-mini": { input: 0.15, output: 0.6 },
  "gpt-4.1-mini": { input: 0.4, output: 1.6 },
  "gpt-4.1-nano": { input: 0.1, output: 0.4 },
  "gemini-2.5-flash": { input: 0.3, output: 2.5 },
  "gemini-2.5-flash-lite": { input: 0.1, output: 0.4 },
};
/** A model without a known price counts as a dear one, so that the budget holds. */
const UNKNOWN_PRICE = { input: 5, output: 20 };
const OWN_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Whether the model runs on a server of one's own: the local one, or one on this machine. */
function isOwn({ provider, baseUrl }: ModelEndpoint): boolean {
  return (
    provider === "local" || (baseUrl !== null && URL.canParse(baseUrl) && OWN_HOSTS.has(new URL(baseUrl).hostname))
  );
}

/** What a call costs in US dollars, an estimate by price lists; 0 on a server of one's own. */
export function costOf(endpoint: ModelEndpoint, { inputTokens, outputTokens }: TokenCount): number {
  if (isOwn(endpoint)) return 0;
  const price = USD_PER_MILLION[endpoint.model] ?? UNKNOWN_PRICE;
  return (inputTokens * price.input + outputTokens * price.output) / 1_000_000;
}
