import { conceptLabels } from "@/lib/core/skills/concept-labels";
import type { Concept } from "@/lib/core/skills/skill-types";

/** A skill as a person is told of it. */
export type NamedSkill = { id: string; labels: { en: string; es: string } };

/** A concept as a person is told of it. */
export function namedSkill(concept: Concept): NamedSkill {
  return { id: concept.id, labels: conceptLabels(concept) };
}
