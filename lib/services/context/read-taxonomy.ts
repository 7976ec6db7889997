import { loadCategories } from "@/lib/adapters/taxonomy/load-categories";
import { loadTaxonomy } from "@/lib/adapters/taxonomy/load-taxonomy";
import { addToTaxonomy, type TaxonomyAddition } from "@/lib/core/skills/add-to-taxonomy";
import { createSkillMatcher } from "@/lib/core/skills/skill-matcher";
import { taxonomyVersion } from "@/lib/core/skills/taxonomy-version";
import type { Taxonomy } from "./context";

/** The taxonomy from the data files of the checkout, and what administrators added to it; its version is that of both. */
export function readTaxonomy(additions: readonly TaxonomyAddition[] = []): Taxonomy {
  const concepts = addToTaxonomy(loadTaxonomy(), additions);
  return {
    version: taxonomyVersion(concepts),
    concepts: new Map(concepts.map((concept) => [concept.id, concept])),
    matcher: createSkillMatcher(concepts),
    categories: loadCategories(),
  };
}
