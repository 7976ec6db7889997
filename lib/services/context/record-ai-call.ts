import { randomUUID } from "node:crypto";
import type { Db } from "@/lib/adapters/db/client";
import type { HostedCall } from "@/lib/adapters/embeddings/hosted-embedder";
import type { Logger } from "@/lib/observability/logger";

/** Characters that make a token, about, in the two languages; the services do not say how many they counted. */
const CHARACTERS_PER_TOKEN = 4;
/** US dollars for a million input tokens by the providers' price lists of 2025, an estimate; a model that is not here counts as free. */
const USD_PER_MILLION_TOKENS: Readonly<Record<string, number>> = {
  "text-embedding-3-small": 0.02,
  "gemini-embedding-001": 0.15,
};

/** Writes one call to a hosted model into the ledger. A ledger that cannot be written is logged and stops nothing. */
export async function recordAiCall(db: Db, log: Logger, call: HostedCall): Promise<void> {
  const inputTokens = Math.ceil(call.characters / CHARACTERS_PER_TOKEN);
  const costUsd = (inputTokens * (USD_PER_MILLION_TOKENS[call.model] ?? 0)) / 1_000_000;
  try {
    await db.aiCall.create({
      data: {
        id: randomUUID(),
        at: new Date(),
        provider: call.provider,
        model: call.model,
        purpose: "embedding",
        contentHash: call.contentHash,
        inputTokens,
        outputTokens: 0,
        costUsd: costUsd.toFixed(6),
        latencyMs: call.latencyMs,
        cached: false,
        outcome: call.outcome,
      },
    });
  } catch (error) {
    log.error("ledger.write.failed", { error });
  }
}
