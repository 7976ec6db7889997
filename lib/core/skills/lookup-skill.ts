import type { LabelEntry, SkillMatcher, TrieNode } from "./skill-matcher";
import type { Concept } from "./skill-types";
import { labelWords } from "./label-forms";

function entriesFor(matcher: SkillMatcher, words: readonly string[]): LabelEntry[] {
  let node: TrieNode<LabelEntry> | undefined = matcher.labels;
  for (const word of words) node = node?.next?.get(matcher.classes.get(word) ?? -1);
  return words.length === 0 ? [] : (node?.entries ?? []);
}

function bestEntry(matcher: SkillMatcher, name: string): LabelEntry | undefined {
  const words = labelWords(name);
  const entries = entriesFor(matcher, words);
  const isFit = (entry: LabelEntry): boolean => words.every((word, at) => entry.forms[at]?.has(word) === true);
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
