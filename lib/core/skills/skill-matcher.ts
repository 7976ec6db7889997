import { ClassTrie } from "./class-trie";
import { type LabelEntry, LabelCompiler, squeeze } from "./compile-labels";
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

type Forms = LabelEntry["forms"][number];

/** Forms that are all words of their class need no looking at: the path to the label has told as much. */
function needlessForms(classOf: Int32Array): (forms: Forms) => Forms {
  const sizes = WordClasses.sizes(classOf);
  const seen = new Map<Forms, Forms>();
  return (forms) => {
    const known = seen.get(forms);
    if (known !== undefined || forms === null) return known ?? null;
    const own = classOf[forms[0] ?? -1] ?? -1;
    const count = new Set(forms.filter((word) => classOf[word] === own)).size;
    const kept = own >= 0 && count === sizes[own] ? null : forms;
    seen.set(forms, kept);
    return kept;
  };
}

function contextWords(concept: Concept, table: WordTable): ContextWords {
  const { near, not } = concept.context ?? { near: [], not: [] };
  const phrases = (given: readonly string[]): Phrases => compilePhrases(table, given.map(labelWords));
  return { ids: new Set(near), near: phrases(near), not: phrases(not) };
}

/** Names that need their letters first, then sure ones, then preferred labels. */
function rank(entry: LabelEntry): number {
  return (entry.spelling === null ? 4 : 0) + (entry.isAmbiguous ? 2 : 0) + (entry.method === "label" ? 0 : 1);
}

/**
 * Compiles a taxonomy for reading texts. All labels of both languages match in texts of either. The order of the given
 * concepts does not matter: where two share a name, the one with it as preferred label wins, then the lower id.
 */
export function createSkillMatcher(concepts: readonly Concept[]): SkillMatcher {
  const sorted = concepts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const classes = new WordClasses();
  const compiler = new LabelCompiler(classes);
  const found = sorted.flatMap((concept) => [...compiler.compile(concept, "en"), ...compiler.compile(concept, "es")]);
  const cuePaths = CUES.map(({ phrase, kind }) => ({
    kind,
    words: labelWords(phrase).map((word) => classes.add(word)),
  }));
  const contexts = sorted
    .filter((concept) => concept.context !== undefined)
    .map((concept) => [concept.id, contextWords(concept, classes.table)] as const);
  const classOf = classes.finished();
  const path = (words: readonly number[]): number[] => words.map((word) => classOf[word] ?? -1);
  const labels = new ClassTrie<LabelEntry>();
  const withoutNeedless = needlessForms(classOf);
  for (const { words, entry } of found) {
    const forms = entry.forms.map(withoutNeedless);
    const isPlain = entry.isPlain && forms.every((one) => one === null);
    labels.add(path(words), { ...entry, forms, isPlain });
  }
  labels.sortEntries((a, b) => rank(a) - rank(b));
  const cues = new ClassTrie<CueKind>();
  for (const { words, kind } of cuePaths) cues.add(path(words), kind);
  return {
    words: classes.table,
    classOf,
    labels,
    cues,
    contexts: new Map(contexts),
    concepts: new Map(sorted.map((concept) => [concept.id, concept])),
  };
}

/** True where the words (and, if it matters, the letters) of a token range are those of the entry. */
export function fits(entry: LabelEntry, tokens: Tokens, words: readonly number[], from: number, to: number): boolean {
  if (entry.isPlain) return true;
  for (let at = from; at < to; at += 1) if (entry.forms[at - from]?.includes(words[at] ?? -1) === false) return false;
  const [start, end] = [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
  if (entry.signed !== null) {
    const tail = entry.signed.endsWith("+") ? 1 : 0;
    if (squeeze(tokens.text.slice(start, end + tail)) !== entry.signed) return false;
  }
  return entry.spelling === null || tokens.text.slice(start, end) === entry.spelling;
}
