import type { EscoLinker } from "./create-esco-linker";
import type { EscoLink, LinkLang } from "./esco-types";
import { phraseKey } from "./label-index";
import { phraseWords } from "./phrase-words";
import { type Candidate, scoreLabels } from "./score-labels";

export type LinkOptions = {
  /** How many links at most. */
  take: number;
};

/** Shares of the score; chosen on the house sentences of the labelled set. */
export const WEIGHTS = { label: 0.75, description: 0.15, prior: 0.1 };

function lexicalScore(candidate: Candidate, prior: number): number {
  const score =
    WEIGHTS.label * candidate.label + WEIGHTS.description * Math.min(1, candidate.description) + WEIGHTS.prior * prior;
  if (candidate.exact === null) return 0.9 * score;
  return (candidate.exact === "preferred" ? 0.93 : 0.9) + 0.07 * score;
}

function methodOf(candidate: Candidate): EscoLink["method"] {
  if (candidate.exact !== null) return "label";
  return candidate.isSpelling ? "spelling" : "words";
}

/** The preferred label of a concept in a language, in the other one where it has none there. */
export function labelIn(linker: EscoLinker, concept: number, lang: LinkLang): string {
  const one = linker.concepts[concept];
  return one?.[lang][0] ?? one?.en[0] ?? one?.es[0] ?? "";
}

/** The concepts that a phrase most likely means, best first (ties by URI); none where no word of it is in any label. */
export function linkPhrase(linker: EscoLinker, phrase: string, lang: LinkLang, { take }: LinkOptions): EscoLink[] {
  const index = linker.indexOf(lang);
  const stems = phraseWords(phrase, lang);
  const exact = index.byKey.get(phraseKey(stems)) ?? [];
  return scoreLabels(index, stems, exact)
    .map((candidate) => ({ candidate, score: lexicalScore(candidate, linker.prior[candidate.concept] ?? 0) }))
    .sort((a, b) => b.score - a.score || a.candidate.concept - b.candidate.concept)
    .slice(0, take)
    .map(({ candidate, score }) => ({
      uri: linker.concepts[candidate.concept]?.uri ?? "",
      label: labelIn(linker, candidate.concept, lang),
      score,
      method: methodOf(candidate),
    }));
}
