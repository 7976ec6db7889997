import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept } from "./skill-types";

/** A concept with the one of its labels that answers best to what was typed. */
export type ConceptHit = { concept: Concept; label: string };

/** 0 the very name, 1 it begins so, 2 a word of it does, 3 it stands within one; null where it does not answer. */
function rankOf(folded: string, typed: string): number | null {
  const at = folded.indexOf(typed);
  if (at < 0) return null;
  if (at === 0) return folded.length === typed.length ? 0 : 1;
  return folded.includes(` ${typed}`) ? 2 : 3;
}

/**
 * The concepts that have a label with what was typed in it, whatever its case and accents: the very name first, then labels that begin
 * so, then those with a word that does; shorter labels first among equals, then by label and id. At most `take`.
 */
export function searchConcepts(concepts: Iterable<Concept>, typed: string, take: number): ConceptHit[] {
  const words = foldLabel(typed);
  if (words === "") return [];
  const hits: (ConceptHit & { rank: number })[] = [];
  for (const concept of concepts) {
    let best: (ConceptHit & { rank: number }) | null = null;
    for (const label of [...concept.en, ...concept.es]) {
      const rank = rankOf(foldLabel(label), words);
      if (rank !== null && (best === null || rank < best.rank)) best = { concept, label, rank };
    }
    if (best !== null) hits.push(best);
  }
  return hits
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.label.length - b.label.length ||
        (a.label < b.label ? -1 : a.label > b.label ? 1 : a.concept.id < b.concept.id ? -1 : 1),
    )
    .slice(0, take)
    .map(({ concept, label }) => ({ concept, label }));
}
