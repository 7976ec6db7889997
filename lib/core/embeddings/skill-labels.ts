import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";
import { type Concept, type FoundSkill, SKILL_KINDS } from "@/lib/core/skills/skill-types";

/** English labels of found skills for an embedding: hard before soft, required before mentioned, then by id; each once. */
export function englishLabels(skills: readonly FoundSkill[], concepts: ReadonlyMap<string, Concept>): string[] {
  const rank = (skill: FoundSkill) =>
    skill.kind === "hard" ? 0 : SKILL_KINDS.length + SKILL_KINDS.indexOf(skill.kind);
  const sorted = [...skills].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      REQUIREMENTS.indexOf(a.requirement) - REQUIREMENTS.indexOf(b.requirement) ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  return [...new Set(sorted.map((skill) => concepts.get(skill.id)?.en[0] ?? skill.label))];
}
