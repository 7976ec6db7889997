import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept } from "./skill-types";

/** A concept with the one of its labels that answers best to what was typed. */
export type ConceptHit = { concept: Concept; label: string };

type Ranked = ConceptHit & { rank: number; isAlias: boolean };

/** 0 the very name, 1 it begins so, 2 a word of it does, 3 it stands within one; null where it does not answer. */
function rankOf(folded: string, typed: string): number | null {
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  if (at === 0) return folded.length === typed.length ? 0 : 1;
  return folded.includes(` ${typed}`) ? 2 : 3;
}

function bestHit(concept: Concept, words: string): Ranked | null {
  let best: Ranked | null = null;
  for (const labels of [concept.en, concept.es])
    for (const [at, label] of labels.entries()) {
      const rank = rankOf(foldLabel(label), words);
      if (rank === null || (best !== null && rank >= best.rank)) continue;
      best = { concept, label, rank, isAlias: at > 0 };
    }
  return best;
}

/**
 * The concepts that have a label with what was typed in it, whatever its case and accents: the very name first, then labels that begin
 * so, then those with a word that does; among equals first labels before aliases, shorter before longer, then by label and id. At most
 * `take`.
 */
export function searchConcepts(concepts: Iterable<Concept>, typed: string, take: number): ConceptHit[] {
  const words = foldLabel(typed);
  if (words === "") return [];
  const hits: Ranked[] = [];
  for (const concept of concepts) {
    const best = bestHit(concept, words);
    if (best !== null) hits.push(best);
  }
  return hits
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        Number(a.isAlias) - Number(b.isAlias) ||
        a.label.length - b.label.length ||
        (a.label < b.label ? -1 : a.label > b.label ? 1 : a.concept.id < b.concept.id ? -1 : 1),
    )
    .slice(0, take)
    .map(({ concept, label }) => ({ concept, label }));
}
