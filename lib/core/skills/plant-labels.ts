import type { ClassTrie } from "./class-trie";
import type { LabelCompiler, Spellings } from "./compile-labels";
import { LABEL, type LabelTables } from "./label-list";
import { TrieBuilder } from "./trie-builder";

/** How many words each class has, by class. */
function classSizes(classOf: Int32Array): Int32Array {
  const sizes = new Int32Array(classOf.length);
  for (const own of classOf) if (own >= 0) sizes[own] = (sizes[own] ?? 0) + 1;
  return sizes;
}

/** What counts as a word of a name, in the tables of a `LabelList`, each list once. */
class FormLists {
  readonly words: number[] = [];
  readonly #compiler: LabelCompiler;
  readonly #classOf: Int32Array;
  readonly #sizes: Int32Array;
  /** Where the list of a word begins (−1: whole), by its number: of words that do not bend, and of the others by language. */
  readonly #known: Record<"fixed" | "en" | "es", number[]> = { fixed: [], en: [], es: [] };

  constructor(compiler: LabelCompiler, classOf: Int32Array) {
    this.#compiler = compiler;
    this.#classOf = classOf;
    this.#sizes = classSizes(classOf);
  }

  /** The place of the list for a word, by its number; −1 where all of its class counts: the path tells as much. */
  placeOf(word: number, flags: number): number {
    const which = (flags & LABEL.fixed) !== 0 ? "fixed" : (flags & LABEL.es) === 0 ? "en" : "es";
    return (this.#known[which][word] ??= this.#keep(which === "fixed" ? [word] : this.#compiler.formsOf(word, which)));
  }

  #keep(forms: readonly number[]): number {
    if (this.#isWholeClass(forms)) return -1;
    const place = this.words.push(forms.length) - 1;
    this.words.push(...forms);
    return place;
  }

  /** True where the forms are all words of their class; those that nothing joined to it count for nothing. */
  #isWholeClass(forms: readonly number[]): boolean {
    const own = this.#classOf[forms[0] ?? 0] ?? 0;
    let count = 0;
    for (let at = 0; at < forms.length; at += 1) {
      const word = forms[at] ?? 0;
      if (this.#classOf[word] === own && forms.indexOf(word) === at) count += 1;
    }
    return count === this.#sizes[own];
  }
}

/** Names that need their letters first, then sure ones, then preferred labels. */
function rankOf(flags: number, spelling: number): number {
  return (spelling < 0 ? 4 : 0) + ((flags & LABEL.ambiguous) === 0 ? 0 : 2) + ((flags & LABEL.alias) === 0 ? 0 : 1);
}

function reordered(values: readonly number[], order: Int32Array): Int32Array {
  return order.map((at) => values[at] ?? -1);
}

/** Puts all names at the ends of their paths of classes. */
export function plantLabels(compiler: LabelCompiler, classOf: Int32Array): { trie: ClassTrie; tables: LabelTables } {
  const { concepts, flags, spellings, signed, begins, lengths, words, texts }: Spellings = compiler.spelled;
  const builder = new TrieBuilder();
  const lists = new FormLists(compiler, classOf);
  const forms: number[] = [];
  const formPlaces: number[] = [];
  for (let at = 0; at < concepts.length; at += 1) {
    const [begin, length, bits] = [begins[at] ?? 0, lengths[at] ?? 0, flags[at] ?? 0];
    const from = formPlaces.length;
    let [state, isWhole] = [0, true];
    for (let place = begin; place < begin + length; place += 1) {
      const word = words[place] ?? 0;
      state = builder.step(state, classOf[word] ?? 0);
      const list = lists.placeOf(word, bits);
      formPlaces.push(list);
      if (list >= 0) isWhole = false;
    }
    builder.end(state, rankOf(bits, spellings[at] ?? -1));
    if (isWhole) formPlaces.length = from;
    forms.push(isWhole ? -1 : from);
  }
  const { trie, order } = builder.finished();
  const tables = {
    concepts: reordered(concepts, order),
    flags: reordered(flags, order),
    spellings: reordered(spellings, order),
    signed: reordered(signed, order),
    forms: reordered(forms, order),
    lengths: reordered(lengths, order),
    formPlaces: Int32Array.from(formPlaces),
    formWords: Int32Array.from(lists.words),
    texts,
  };
  return { trie, tables };
}
