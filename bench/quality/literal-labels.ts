import { foldLabel } from "@/lib/core/kernel/fold";
import type { Concept, SkillKind } from "@/lib/core/skills/skill-types";

/** The baseline of skill reading: preferred labels of skills (hard ones unless told), letter for letter but for case, at word borders. */
export type LiteralFinder = (text: string) => { id: string; start: number; end: number }[];

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const WORD_START = /(?<![\p{L}\p{N}])\S/gu;

/** Small letters, each sign in its place: where a sign has no one small letter it stays. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from(text, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign)).join("");
}

/** Finds preferred labels in both languages, the longest at each place; a label found is passed over whole. */
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
  const longestFirst = Array.from(byLabel, ([label, id]) => ({ label, id })).sort(
    (a, b) => b.label.length - a.label.length || (a.label < b.label ? -1 : 1),
  );
  const byFirst = new Map<string, { label: string; id: string }[]>();
  for (const labelled of longestFirst) {
    const first = labelled.label.charAt(0);
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [labelled]);
    else others.push(labelled);
  }
  return (text) => {
    const small = lowered(text);
    const found: { id: string; start: number; end: number }[] = [];
    let from = 0;
    for (const { index: start } of small.matchAll(WORD_START)) {
      if (start < from) continue;
      const hit = byFirst
        .get(small.charAt(start))
        ?.find(
          ({ label }) => small.startsWith(label, start) && !LETTER_OR_DIGIT.test(small.charAt(start + label.length)),
        );
      if (hit === undefined) continue;
      from = start + hit.label.length;
      found.push({ id: hit.id, start, end: from });
    }
    return found;
  };
}

/** The key under which a name that is in no taxonomy is compared. */
export function unknownKey(name: string): string {
  return `name:${foldLabel(name).trim()}`;
}
