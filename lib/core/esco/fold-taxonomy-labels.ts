import type { Concept } from "@/lib/core/skills/skill-types";
import type { EscoLabels } from "./esco-types";

/** The concepts with what our own taxonomy calls them added to their labels: adverts say "JS" and "Excel", ESCO does not. */
export function foldTaxonomyLabels(concepts: readonly EscoLabels[], taxonomy: Iterable<Concept>): EscoLabels[] {
  const named = new Map<string, Concept[]>();
  for (const concept of taxonomy)
    if (concept.esco !== null) named.set(concept.esco, [...(named.get(concept.esco) ?? []), concept]);
  return concepts.map((one) => {
    const own = named.get(one.uri);
    if (own === undefined) return one;
    return {
      ...one,
      en: [...new Set([...one.en, ...own.flatMap((concept) => concept.en)])],
      es: [...new Set([...one.es, ...own.flatMap((concept) => concept.es)])],
    };
  });
}
