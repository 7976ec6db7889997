import { createHashEmbedder } from "@/lib/adapters/embeddings/hash-embedder";
import { createPackagedEmbedder } from "@/lib/adapters/embeddings/packaged-embedder";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { embeddingText } from "@/lib/core/embeddings/embedding-text";
import { sampleTexts } from "../sample-texts";
import { bestSeconds, rateRow, type SpeedRow } from "../speed-row";

const TEXTS = 96;

/** Texts a second of the packaged model, after it was loaded, against feature hashing, which knows no meaning. */
export async function measureEmbedding(): Promise<SpeedRow[]> {
  const texts = sampleTexts(TEXTS * 4)
    .filter(({ lang }) => lang === "en")
    .map((one) => embeddingText({ ...one, skillLabels: [], reads: "english" }) ?? one.title)
    .slice(0, TEXTS);
  const rate = async (embedder: Embedder) => {
    await embedder.embed(["warm"]);
    return texts.length / (await bestSeconds(1, () => embedder.embed(texts)));
  };
  const value = await rate(createPackagedEmbedder());
  const baseline = { name: "hash of stems", value: await rate(createHashEmbedder()) };
  return [rateRow({ name: "embed", n: texts.length, value, unit: "texts/s" }, baseline)];
}
