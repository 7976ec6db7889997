import { labelWords } from "./label-forms";
import type { LabelEntry } from "./label-list";
import { isForm, type SkillMatcher } from "./skill-matcher";
import { nameVariants } from "./name-variants";
import type { Concept } from "./skill-types";

function entriesFor({ trie, words, labels }: SkillMatcher, slots: readonly number[]): LabelEntry[] {
  let state = 0;
  for (const slot of slots) {
    state = slot < 0 ? 0 : trie.next(state, words.classAt(slot));
    if (state === 0) return [];
  }
  const entries: LabelEntry[] = [];
  for (let at = trie.entriesFrom(state); at < trie.entriesTo(state); at += 1) entries.push(labels.entry(at));
  return entries;
}

function bestEntry(matcher: SkillMatcher, name: string): LabelEntry | undefined {
  const slots = labelWords(name).map((word) => matcher.words.find(word));
  const words = slots.map((slot) => (slot < 0 ? -1 : matcher.words.numberAt(slot)));
  const isFit = (entry: LabelEntry): boolean => words.every((word, at) => isForm(entry.forms[at] ?? null, word));
  const entries = entriesFor(matcher, slots);
  return entries.find((entry) => entry.spelling === name.trim()) ?? entries.find(isFit);
}

/**
 * The concept that a name would mean without context: its folded label in either language, in any number or gender; else
 * what `nameVariants` makes of it, the first that is a label: without brackets, version or words on how it is known, then
 * its parts ("React/Redux"), then what stands in brackets. Null where no label fits.
 */
export function lookupSkill(matcher: SkillMatcher, name: string): Concept | null {
  for (const variant of nameVariants(name)) {
    const entry = bestEntry(matcher, variant);
    if (entry !== undefined) return entry.concept;
  }
  return null;
}
