import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { normalise } from "@/lib/core/embeddings/vectors";
import { hashOf } from "@/lib/core/kernel/hash";
import { AppError } from "@/lib/core/kernel/app-error";

/** Vectors of all hosted models are asked for in the size of the packaged one, so that one column holds any of them. */
export const HOSTED_DIMENSIONS = 512;

/** What left the machine in one request and how it ended, for the ledger; never the texts, only their hash. */
export type HostedCall = {
  provider: string;
  model: string;
  texts: number;
  characters: number;
  attempt: number;
  contentHash: string;
  latencyMs: number;
  outcome: "ok" | "failed";
};

/** What the adapters of hosted models share. `mask` takes personal data out; it is applied to every text, always. */
export type HostedOptions = {
  apiKey: string;
  model?: string | undefined;
  baseUrl?: string | undefined;
  mask: (text: string) => string;
  onCall?: (call: HostedCall) => void;
  timeoutMs?: number;
  attempts?: number;
  firstDelayMs?: number;
};

type HostedModel = {
  /** As a person knows the service: used in messages. */
  service: string;
  model: string;
  version: string;
  batchSize: number;
  request: (texts: string[]) => Promise<unknown>;
};

const TIMEOUT_MS = 30_000;
const ATTEMPTS = 3;
const FIRST_DELAY_MS = 500;
const REFUSED = new Set([400, 401, 403, 404, 413, 422]);

const vector = z.array(z.number()).length(HOSTED_DIMENSIONS);
const failure = z.object({ status: z.number() });

function statusOf(error: unknown): number | null {
  const parsed = failure.safeParse(error);
  return parsed.success ? parsed.data.status : null;
}

async function withTimeout<T>(timeoutMs: number, run: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const late = wait(timeoutMs, undefined, { signal: stop.signal }).then(() => {
    throw new Error("timed out");
  });
  try {
    return await Promise.race([run(), late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}

function unavailable(service: string, status: number | null, attempts: number): AppError {
  const reason = status === null ? "it did not answer with embeddings in time" : `it answered with status ${status}`;
  const tries = attempts === 1 ? "one attempt" : `${attempts} attempts`;
  return new AppError("unavailable", `${service} could not be used for embeddings: ${reason}, after ${tries}.`);
}

/**
 * An embedder over a remote model: masks every text, sends batches one after the other with a timeout, retries what may
 * pass with growing pauses, and checks every reply. Throws `AppError("unavailable")` where a batch failed for good; the
 * service's own words are left out, because they can repeat a key or a text.
 */
export function createHostedEmbedder(model: HostedModel, options: Omit<HostedOptions, "apiKey">): Embedder {
  const { attempts = ATTEMPTS, timeoutMs = TIMEOUT_MS, firstDelayMs = FIRST_DELAY_MS } = options;

  async function requestOnce(texts: string[], attempt: number): Promise<number[][]> {
    const from = performance.now();
    const tell = (outcome: HostedCall["outcome"]) =>
      options.onCall?.({
        provider: model.service,
        model: model.model,
        texts: texts.length,
        characters: texts.reduce((sum, text) => sum + text.length, 0),
        attempt,
        contentHash: hashOf(texts),
        latencyMs: Math.round(performance.now() - from),
        outcome,
      });
    try {
      const reply = await withTimeout(timeoutMs, () => model.request(texts));
      const vectors = z.array(vector).length(texts.length).parse(reply);
      tell("ok");
      return vectors;
    } catch (error) {
      tell("failed");
      throw error;
    }
  }

  async function requestBatch(texts: string[]): Promise<number[][]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await requestOnce(texts, attempt);
      } catch (error) {
        const status = statusOf(error);
        if (attempt >= attempts || (status !== null && REFUSED.has(status)))
          throw unavailable(model.service, status, attempt);
        await wait(firstDelayMs * 2 ** (attempt - 1));
      }
    }
  }

  return {
    id: model.model,
    version: model.version,
    dimensions: HOSTED_DIMENSIONS,
    reads: "any",
    async embed(texts) {
      // An empty input is refused by the services; a space is not.
      const masked = texts.map((text) => options.mask(text) || " ");
      const out: number[][] = [];
      for (let at = 0; at < masked.length; at += model.batchSize) {
        const vectors = await requestBatch(masked.slice(at, at + model.batchSize));
        out.push(...vectors.map(normalise));
      }
      return out;
    },
  };
}
