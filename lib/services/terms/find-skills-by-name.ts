import { searchConcepts } from "@/lib/core/skills/search-concepts";
import { placeFamilies } from "@/lib/core/skills/skill-categories";
import { adminOnly } from "@/lib/services/context/admin-only";
import type { Context } from "@/lib/services/context/context";
import { type NamedSkill, namedSkill } from "./named-skill";

const FOUND = 8;
const MAX_TYPED = 80;

export type FoundConcept = NamedSkill & {
  /** The name of it that answers to what was typed. */
  by: string;
  family: { en: string; es: string };
};

/**
 * The skills of the taxonomy, additions among them, with a name that has what was typed in it; the best eight. Throws `not_found` for
 * anybody but an administrator.
 */
export function findSkillsByName(ctx: Context, typed: string): FoundConcept[] {
  adminOnly(ctx);
  const { concepts, categories } = ctx.taxonomy();
  const places = placeFamilies(categories);
  return searchConcepts(concepts.values(), typed.slice(0, MAX_TYPED), FOUND).map(({ concept, label }) => {
    const { en, es } = places.get(concept.family)?.family ?? { en: concept.family, es: concept.family };
    return { ...namedSkill(concept), by: label, family: { en, es } };
  });
}
