import type { Embedder } from "@/lib/core/embeddings/embedder";
import { normalise } from "@/lib/core/embeddings/vectors";
import { termsOf } from "@/lib/core/matching/terms";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units, 32 bits. */
function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}

function embedOne(text: string, dimensions: number): number[] {
  const vector: number[] = new Array<number>(dimensions).fill(0);
  for (const [term, count] of termsOf(text, "en")) {
    const hash = fnv1a(term);
    const at = hash % dimensions;
    // A second bit decides the sign, so that collisions cancel out on average.
    vector[at] = (vector[at] ?? 0) + (hash & 0x40000000 ? 1 : -1) * (1 + Math.log(count));
  }
  // A text without a term still needs a direction.
  if (!vector.some((value) => value !== 0)) vector[0] = 1;
  return normalise(vector);
}

/** For tests and trials: feature hashing of stems. Fast, the same everywhere, knows words but no meaning. */
export function createHashEmbedder(dimensions = 512): Embedder {
  return {
    id: "hash-of-stems",
    version: "1",
    dimensions,
    reads: "any",
    embed: (texts) => Promise.resolve(texts.map((text) => embedOne(text, dimensions))),
  };
}
