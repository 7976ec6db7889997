import { labelWords } from "./label-forms";
import { isForm, type LabelEntry, type SkillMatcher } from "./skill-matcher";
import { nameVariants } from "./name-variants";
import type { Concept } from "./skill-types";

function entriesFor(matcher: SkillMatcher, words: readonly number[]): readonly LabelEntry[] {
  let state = 0;
  for (const word of words) {
    state = matcher.labels.next(state, matcher.classOf[word] ?? -1);
    if (state === 0) return [];
  }
  return matcher.labels.entriesAt(state);
}

function bestEntry(matcher: SkillMatcher, name: string): LabelEntry | undefined {
  const words = labelWords(name).map((word) => matcher.words.find(word));
  const entries = entriesFor(matcher, words);
  const isFit = (entry: LabelEntry): boolean => words.every((word, at) => isForm(entry.forms[at] ?? null, word));
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
