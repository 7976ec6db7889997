import { labelWords } from "./label-forms";
import { isForm, type LabelEntry, type SkillMatcher } from "./skill-matcher";
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
 * the name without what stands in brackets, else without a version ("Angular 17", "HTML5"). Null where no label fits.
 */
export function lookupSkill(matcher: SkillMatcher, name: string): Concept | null {
  const plain = name.replace(/\([^()]*\)/gu, " ");
  const unversioned = plain.replace(/[\s.]*v?\d+(?:\.[\dx]+)*\+?\s*$/iu, "");
  for (const candidate of [name, plain, unversioned]) {
    const entry = bestEntry(matcher, candidate);
    if (entry !== undefined) return entry.concept;
  }
  return null;
}
