import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept, SkillKind } from "@/lib/core/skills/skill-types";

/** The baseline of skill reading: preferred labels of skills (hard ones unless told), letter for letter but for case, at word borders. */
export type LiteralFinder = (text: string) => { id: string; start: number; end: number }[];

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}

/** One big pattern over the preferred labels in both languages, longest first. */
export function createLiteralFinder(
  concepts: Iterable<Concept>,
  kinds: readonly SkillKind[] = ["hard"],
): LiteralFinder {
  const byLabel = new Map<string, string>();
  for (const concept of concepts) {
    if (!kinds.includes(concept.kind)) continue;
    for (const label of [concept.en[0], concept.es[0]])
      if (label !== undefined && !byLabel.has(label.toLowerCase())) byLabel.set(label.toLowerCase(), concept.id);
  }
  const labels = [...byLabel.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${labels.map(escapeRegExp).join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return (text) =>
    Array.from(text.matchAll(pattern), (found) => ({
      id: byLabel.get(found[0].toLowerCase()) ?? "",
      start: found.index,
      end: found.index + found[0].length,
    }));
}

/** The key under which a name that is in no taxonomy is compared. */
export function unknownKey(name: string): string {
  return `name:${foldLabel(name).trim()}`;
}
