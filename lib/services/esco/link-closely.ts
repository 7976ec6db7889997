import type { EscoLinker } from "@/lib/core/esco/create-esco-linker";
import type { EscoLink, LinkLang } from "@/lib/core/esco/esco-types";
import { linkPhrase } from "@/lib/core/esco/link-phrase";
import { rerankLinks } from "@/lib/core/esco/rerank-links";
import type { Embedder } from "@/lib/core/embeddings/embedder";
import { cosine } from "@/lib/core/embeddings/vectors";

/** How many lexical links are looked at for closeness. */
const LOOKED_AT = 10;
/** A vector takes 4 KB as a JavaScript array. */
const MAX_KEPT = 20_000;

/** Vectors of texts, each computed once for as long as it is kept. */
export type VectorCache = { of: (texts: readonly string[]) => Promise<Map<string, readonly number[]>> };

/** A cache in front of an embedder; it is emptied when it holds more than 20,000 vectors. */
export function createVectorCache(embedder: Pick<Embedder, "embed">): VectorCache {
  const kept = new Map<string, readonly number[]>();
  return {
    of: async (texts) => {
      const wanted = [...new Set(texts)];
      const missing = wanted.filter((text) => !kept.has(text));
      const made = missing.length === 0 ? [] : await embedder.embed(missing);
      if (kept.size + made.length > MAX_KEPT)
        for (const text of [...kept.keys()]) if (!wanted.includes(text)) kept.delete(text);
      missing.forEach((text, at) => {
        const vector = made[at];
        if (vector !== undefined) kept.set(text, vector);
      });
      return new Map(
        wanted.flatMap((text) => {
          const vector = kept.get(text);
          return vector === undefined ? [] : [[text, vector] as const];
        }),
      );
    },
  };
}

/** A phrase's links with closeness in meaning taken in. The labels compared are those of `labelOf`. */
async function rerank(links: EscoLink[], phrase: string, vectors: VectorCache): Promise<EscoLink[]> {
  const known = await vectors.of([phrase, ...links.map((link) => link.label)]);
  const own = known.get(phrase);
  return rerankLinks(links, (link) => {
    const other = known.get(link.label);
    return own === undefined || other === undefined ? null : cosine(own, other);
  });
}

/**
 * The concepts that a phrase most likely means: by words first, then the best of those by closeness in meaning. A model that reads
 * English only leaves other languages as the words have them.
 */
export async function linkClosely(
  linker: EscoLinker,
  phrase: string,
  lang: LinkLang,
  { take, embedder, vectors }: { take: number; embedder: Pick<Embedder, "reads">; vectors: VectorCache },
): Promise<EscoLink[]> {
  const links = linkPhrase(linker, phrase, lang, { take: Math.max(take, LOOKED_AT) });
  if (links.length < 2 || (lang !== "en" && embedder.reads === "english")) return links.slice(0, take);
  return (await rerank(links, phrase, vectors)).slice(0, take);
}
