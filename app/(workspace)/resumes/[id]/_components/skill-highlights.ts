import type { Highlight } from "@/components/evidence/highlight";
import type { FoundSkill } from "@/lib/core/skills/skill-types";

/** Every mention of every skill in the text, drawn by its kind. */
export function skillHighlights(skills: readonly FoundSkill[], nameOf: (skill: FoundSkill) => string): Highlight[] {
  return skills.flatMap((skill) =>
    skill.mentions
      .filter(({ field }) => field === "text")
      .map(({ start, end }) => ({ start, end, id: skill.id, look: skill.kind, label: nameOf(skill) })),
  );
}
