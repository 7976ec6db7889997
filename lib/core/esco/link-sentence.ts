import type { EscoLinker } from "./create-esco-linker";
import type { EscoLink, LinkLang } from "./esco-types";
import { type LinkOptions, linkPhrase } from "./link-phrase";
import { splitPhrases } from "./split-phrases";

/** What a link is worth beside the one before it of the same part: a part names one skill, seldom five. */
const NEXT_WORTH = 0.9;

/** The links of several parts as one list: each concept at its best, best first (ties by URI). */
export function mergeLinks(parts: readonly (readonly EscoLink[])[], take: number): EscoLink[] {
  const best = new Map<string, EscoLink>();
  for (const links of parts)
    links.forEach((link, rank) => {
      const score = link.score * NEXT_WORTH ** rank;
      const known = best.get(link.uri);
      if (known === undefined || known.score < score) best.set(link.uri, { ...link, score });
    });
  return [...best.values()].sort((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1)).slice(0, take);
}

/** The concepts that a whole sentence names, by its parts. */
export function linkSentence(linker: EscoLinker, sentence: string, lang: LinkLang, { take }: LinkOptions): EscoLink[] {
  return mergeLinks(
    splitPhrases(sentence, lang).map((part) => linkPhrase(linker, part, lang, { take })),
    take,
  );
}
