import { loadCategories } from "@/lib/adapters/taxonomy/load-categories";
import { loadTaxonomy } from "@/lib/adapters/taxonomy/load-taxonomy";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { taxonomyVersion } from "@/lib/core/skills/taxonomy-version";
import type { Taxonomy } from "./context";

/** The taxonomy from the data files of the checkout. */
export function readTaxonomy(): Taxonomy {
  const concepts = loadTaxonomy();
  return {
    version: taxonomyVersion(concepts),
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    matcher: createSkillMatcher(concepts),
    categories: loadCategories(),
  };
}
