import { ClassTrie } from "./class-trie";
import { type Forms, LabelCompiler, type LabelEntry, type SpelledLabel, squeeze } from "./compile-labels";
import { compilePhrases, type Phrases } from "./context-phrases";
import { labelWords } from "./label-forms";
import { CUES, type CueKind } from "./requirement-cues";
import type { Concept } from "./skill-types";
import type { Tokens } from "./tokens";
import { WordClasses } from "./word-classes";
import type { WordTable } from "./word-table";

export type { LabelEntry } from "./compile-labels";

/** The words that confirm or deny an ambiguous name, ready to be looked for. */
export type ContextWords = { ids: ReadonlySet<string>; near: Phrases; not: Phrases };

/** A compiled taxonomy: made once, never changed, used by every reading. */
export type SkillMatcher = {
  /** All words of labels, cues and contexts. */
  words: WordTable;
  /** By number of a word its class; words that differ only by number or gender share one. −1 where no label and no cue has the word. */
  classOf: Int32Array;
  labels: ClassTrie<LabelEntry>;
  cues: ClassTrie<CueKind>;
  contexts: ReadonlyMap<string, ContextWords>;
  concepts: ReadonlyMap<string, Concept>;
};

/** Names that need their letters first, then sure ones, then preferred labels. */
function rank(entry: LabelEntry): number {
  return (entry.spelling === null ? 4 : 0) + (entry.isAmbiguous ? 2 : 0) + (entry.method === "label" ? 0 : 1);
}

function classSizes(classOf: Int32Array): Int32Array {
  const sizes = new Int32Array(classOf.length);
  for (const own of classOf) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
  return sizes;
}

/** True where the forms are all words of their class; those that nothing joined to it count for nothing. */
function isWholeClass(forms: Forms, classOf: Int32Array, sizes: Int32Array): boolean {
  if (forms === null) return true;
  if (typeof forms === "number") return sizes[classOf[forms] ?? 0] === 1;
  const own = classOf[forms[0] ?? 0] ?? 0;
  let count = 0;
  for (let at = 0; at < forms.length; at += 1) {
    const word = forms[at] ?? 0;
    if (classOf[word] === own && forms.indexOf(word) === at) count += 1;
  }
  return count === sizes[own];
}

/** Puts the names at the ends of their paths. Forms that are a whole class need no looking at: the path tells as much. */
function plantLabels(spelled: readonly SpelledLabel[], classOf: Int32Array): ClassTrie<LabelEntry> {
  const sizes = classSizes(classOf);
  const labels = new ClassTrie<LabelEntry>();
  for (const { words, entry } of spelled) {
    labels.add(
      words.map((word) => classOf[word] ?? -1),
      entry,
    );
    const { forms } = entry;
    for (let at = 0; at < forms.length; at += 1)
      if (isWholeClass(forms[at] ?? null, classOf, sizes)) forms[at] = null;
      else entry.isPlain = false;
  }
  labels.sortEntries((a, b) => rank(a) - rank(b));
  return labels;
}

function contextWords(concept: Concept, table: WordTable): ContextWords {
  const { near, not } = concept.context ?? { near: [], not: [] };
  const phrases = (given: readonly string[]): Phrases => compilePhrases(table, given.map(labelWords));
  return { ids: new Set(near), near: phrases(near), not: phrases(not) };
}

/**
 * Compiles a taxonomy for reading texts. All labels of both languages match in texts of either. The order of the given
 * concepts does not matter: where two share a name, the one with it as preferred label wins, then the lower id.
 */
export function createSkillMatcher(concepts: readonly Concept[]): SkillMatcher {
  const sorted = concepts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const classes = new WordClasses();
  const compiler = new LabelCompiler(classes);
  const spelled: SpelledLabel[] = [];
  for (const concept of sorted) {
    compiler.compile(concept, "en", spelled);
    compiler.compile(concept, "es", spelled);
  }
  const cuePaths = CUES.map(({ phrase, kind }) => ({
    kind,
    words: labelWords(phrase).map((word) => classes.add(word)),
  }));
  const contexts = sorted
    .filter((concept) => concept.context !== undefined)
    .map((concept) => [concept.id, contextWords(concept, classes.table)] as const);
  const classOf = classes.finished();
  const labels = plantLabels(spelled, classOf);
  const cues = new ClassTrie<CueKind>();
  for (const { words, kind } of cuePaths)
    cues.add(
      words.map((word) => classOf[word] ?? -1),
      kind,
    );
  return {
    words: classes.table,
    classOf,
    labels,
    cues,
    contexts: new Map(contexts),
    concepts: new Map(sorted.map((concept) => [concept.id, concept])),
  };
}

/** True where a word, by its number, counts as one of the forms. */
export function isForm(forms: Forms, word: number): boolean {
  return forms === null || forms === word || (typeof forms === "object" && forms.includes(word));
}

/** True where the words (and, if it matters, the letters) of a token range are those of the entry. */
export function fits(entry: LabelEntry, tokens: Tokens, words: readonly number[], from: number, to: number): boolean {
  if (entry.isPlain) return true;
  for (let at = from; at < to; at += 1) if (!isForm(entry.forms[at - from] ?? null, words[at] ?? -1)) return false;
  const [start, end] = [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
  if (entry.signed !== null) {
    const tail = entry.signed.endsWith("+") ? 1 : 0;
    if (squeeze(tokens.text.slice(start, end + tail)) !== entry.signed) return false;
  }
  return entry.spelling === null || tokens.text.slice(start, end) === entry.spelling;
}
