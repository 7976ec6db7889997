import { ClassTrie } from "./class-trie";
import { LabelCompiler, squeeze } from "./compile-labels";
import { ContextList, contextPhrases } from "./context-phrases";
import { type Forms, type LabelEntry, LabelList, type LabelTables } from "./label-list";
import { labelWords } from "./label-forms";
import { plantLabels } from "./plant-labels";
import { CUE_KINDS, CUES, type CueKind } from "./requirement-cues";
import type { Concept } from "./skill-types";
import type { Tokens } from "./tokens";
import { TrieBuilder } from "./trie-builder";
import { WordClasses } from "./word-classes";
import { indexWords, WordIndex } from "./word-index";

/** What compiling a taxonomy gives beside its concepts: flat tables and texts, nothing else. */
export type MatcherTables = {
  /** Slots of the index of words. */
  words: Int32Array;
  labelTrie: ClassTrie["tables"];
  labels: LabelTables;
  cueTrie: ClassTrie["tables"];
  /** What stands at the ends of the cues' paths, by place in `CUE_KINDS`. */
  cueKinds: Int32Array;
};

/** A compiled taxonomy: made once, never changed, used by every reading. */
export type SkillMatcher = {
  /** All words of labels, cues and contexts. */
  words: WordIndex;
  /** Paths of classes; its entries are numbers of `labels`. */
  trie: ClassTrie;
  labels: LabelList;
  /** Paths of classes; its entries are numbers of `cueKinds`. */
  cues: ClassTrie;
  cueKinds: readonly CueKind[];
  /** By id of the concept, of those that have context words. */
  contexts: ContextList;
  concepts: ReadonlyMap<string, Concept>;
  tables: MatcherTables;
};

function byId(a: Concept, b: Concept): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Numbers the classes anew, without gaps: those that a cue begins with, those that a label does, then the others. */
function denseClasses(roots: Int32Array, cueWords: readonly number[], labelStarts: readonly number[]): Int32Array {
  const numbers = new Int32Array(roots.length).fill(-1);
  let count = 0;
  const number = (root: number): number => {
    if (numbers[root] === -1) {
      numbers[root] = count;
      count += 1;
    }
    return numbers[root] ?? -1;
  };
  for (const word of cueWords) number(roots[word] ?? 0);
  for (const word of labelStarts) number(roots[word] ?? 0);
  return roots.map((root) => (root < 0 ? -1 : number(root)));
}

function plantCues(paths: readonly (readonly number[])[], classOf: Int32Array): { trie: ClassTrie; kinds: Int32Array } {
  const builder = new TrieBuilder();
  for (const path of paths) {
    let state = 0;
    for (const word of path) state = builder.step(state, classOf[word] ?? 0);
    builder.end(state);
  }
  const { trie, order } = builder.finished();
  const kindOf = CUES.map(({ kind }) => CUE_KINDS.indexOf(kind));
  return { trie, kinds: order.map((cue) => kindOf[cue] ?? -1) };
}

/** Compiles a taxonomy; what this gives can be kept, and used with the same concepts by `assembleMatcher`. */
export function compileTaxonomy(sorted: readonly Concept[]): MatcherTables {
  const classes = new WordClasses();
  const compiler = new LabelCompiler(classes);
  sorted.forEach((concept, place) => {
    compiler.compile(concept, place, "en");
    compiler.compile(concept, place, "es");
  });
  const cuePaths = CUES.map(({ phrase }) => labelWords(phrase).map((word) => classes.add(word)));
  const contextWords: number[] = [];
  for (const { context } of sorted)
    if (context !== undefined)
      for (const phrase of contextPhrases(context))
        for (const word of phrase) contextWords.push(classes.table.add(word));
  const { begins, words } = compiler.spelled;
  const cueStarts = cuePaths.flatMap(([first]) => first ?? []);
  const classOf = denseClasses(
    classes.finished(),
    cueStarts,
    begins.map((begin) => words[begin] ?? 0),
  );
  const isKept = new Uint8Array(classes.table.size);
  for (const word of contextWords) isKept[word] = 1;
  const { trie, tables } = plantLabels(compiler, classOf);
  const cues = plantCues(cuePaths, classOf);
  return {
    words: indexWords(classes.table, classOf, isKept).slots,
    labelTrie: trie.tables,
    labels: tables,
    cueTrie: cues.trie.tables,
    cueKinds: cues.kinds,
  };
}

/** A matcher from tables that `compileTaxonomy` made of the same concepts, sorted by id. */
export function assembleMatcher(sorted: readonly Concept[], tables: MatcherTables): SkillMatcher {
  const words = new WordIndex(tables.words);
  return {
    words,
    trie: new ClassTrie(tables.labelTrie),
    labels: new LabelList(tables.labels, sorted),
    cues: new ClassTrie(tables.cueTrie),
    cueKinds: Array.from(tables.cueKinds).flatMap((kind) => CUE_KINDS[kind] ?? []),
    contexts: new ContextList(sorted, words),
    concepts: new Map(sorted.map((concept) => [concept.id, concept])),
    tables,
  };
}

/**
 * Compiles a taxonomy for reading texts. All labels of both languages match in texts of either. The order of the given
 * concepts does not matter: where two share a name, the one with it as preferred label wins, then the lower id.
 */
export function createSkillMatcher(concepts: readonly Concept[]): SkillMatcher {
  const sorted = concepts.toSorted(byId);
  return assembleMatcher(sorted, compileTaxonomy(sorted));
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
