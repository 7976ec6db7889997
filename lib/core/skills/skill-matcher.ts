import { foldLabel } from "@/lib/core/kernel/fold";
import { inflect, isProperName, labelWords, spellingVariants } from "./label-forms";
import { CUES, type CueKind } from "./requirement-cues";
import type { Concept } from "./skill-types";
import type { Tokens } from "./tokenize";

/** One name of one concept, as it stands at the end of a path of words. */
export type LabelEntry = {
  concept: Concept;
  method: "label" | "alias";
  /** True for names of products and the like: no other number or gender, but perhaps a version after it. */
  isFixed: boolean;
  /** For every word of the name the folded forms that count as it. */
  forms: readonly ReadonlySet<string>[];
  /** The spelling that the text must have letter for letter; null where case does not matter. */
  spelling: string | null;
  /** The folded label without blanks where its signs tell it apart ("R&D", "Security+"); null where they do not. */
  signed: string | null;
  /** True where the label is written with a capital, as names of products are. */
  isCapital: boolean;
  isAmbiguous: boolean;
};

export type TrieNode<E> = { next: Map<number, TrieNode<E>> | null; entries: E[] };

/** The words after and before an ambiguous name, ready to be looked for. */
export type ContextWords = { ids: ReadonlySet<string>; near: readonly string[]; not: readonly string[] };

/** A compiled taxonomy: made once, never changed, used by every reading. */
export type SkillMatcher = {
  /** Word → number of its class; words that differ only by number or gender share one. */
  classes: ReadonlyMap<string, number>;
  labels: TrieNode<LabelEntry>;
  cues: TrieNode<CueKind>;
  contexts: ReadonlyMap<string, ContextWords>;
  concepts: ReadonlyMap<string, Concept>;
};

type LabelWords = { words: string[]; entry: LabelEntry };

function newNode<E>(): TrieNode<E> {
  return { next: null, entries: [] };
}

function nodeAt<E>(root: TrieNode<E>, path: readonly number[]): TrieNode<E> {
  let node = root;
  for (const step of path) {
    node.next ??= new Map();
    let next = node.next.get(step);
    if (next === undefined) {
      next = newNode();
      node.next.set(step, next);
    }
    node = next;
  }
  return node;
}

/** Numbers for words, where joined words get the same number. */
class WordClasses {
  readonly #parents: number[] = [];
  readonly #ids = new Map<string, number>();

  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return this.#root(known);
    const id = this.#parents.length;
    this.#parents.push(id);
    this.#ids.set(word, id);
    return id;
  }

  join(word: string, other: string): void {
    const a = this.add(word);
    const b = this.add(other);
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  #root(id: number): number {
    let at = id;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) at = up;
    return at;
  }

  finished(): Map<string, number> {
    return new Map(Array.from(this.#ids, ([word, id]) => [word, this.#root(id)]));
  }
}

function isAcronym(label: string): boolean {
  return /^\p{Lu}{3,6}$/u.test(label);
}

const TELLING_SIGN = /(?<!\p{L})\p{L}{1,2}\s?[&+]|[&+]\s?\p{L}{1,2}(?!\p{L})|\p{L}\+(?!\+)/u;

/** The form in which the signs of a label must stand in a text; null where the label has none that matter. */
function signedForm(label: string): string | null {
  return TELLING_SIGN.test(label.replaceAll("++", "")) ? squeeze(label) : null;
}

function squeeze(text: string): string {
  return foldLabel(text).replaceAll(" ", "");
}

function labelsOf(concept: Concept, lang: "en" | "es", classes: WordClasses): LabelWords[] {
  const others = lang === "en" ? concept.es : concept.en;
  const ambiguous = new Set(concept.ambiguous ?? []);
  const caseSensitive = new Set(concept.caseSensitive ?? []);
  return concept[lang].flatMap((label, position) => {
    const isCased = caseSensitive.has(label);
    const words = labelWords(label);
    const isSingleLetter = words.length === 1 && label.length === 1;
    const isAmbiguous = ambiguous.has(label) || isSingleLetter;
    // Folded, an ñ is an n: the plural of "ordeñe" would be that of "orden".
    const isFixed =
      isCased || isAmbiguous || concept.kind === "language" || /ñ/iu.test(label) || isProperName(label, others);
    const formsOf = (word: string): ReadonlySet<string> => new Set([word, ...(isFixed ? [] : inflect(word, lang))]);
    for (const word of words) for (const form of formsOf(word)) classes.join(word, form);
    const acronymPlural = isAcronym(label) && !isCased && !isAmbiguous ? [[`${label.toLowerCase()}s`]] : [];
    const spellings = isCased ? [words] : [words, ...spellingVariants(label), ...acronymPlural];
    const method = position === 0 ? "label" : "alias";
    const spelling = isCased || isSingleLetter ? label : null;
    const [signed, isCapital] = [signedForm(label), /^\p{Lu}/u.test(label)];
    return spellings
      .filter((spelled) => spelled.length > 0)
      .map((spelled) => ({
        words: spelled,
        entry: { concept, method, isFixed, forms: spelled.map(formsOf), spelling, signed, isCapital, isAmbiguous },
      }));
  });
}

function contextWords(concept: Concept): ContextWords {
  const phrase = (words: string): string => ` ${labelWords(words).join(" ")} `;
  return {
    ids: new Set(concept.context?.near ?? []),
    near: (concept.context?.near ?? []).map(phrase),
    not: (concept.context?.not ?? []).map(phrase),
  };
}

/**
 * Compiles a taxonomy for reading texts. All labels of both languages match in texts of either. The order of the given
 * concepts does not matter: where two share a name, the one with it as preferred label wins, then the lower id.
 */
export function createSkillMatcher(concepts: readonly Concept[]): SkillMatcher {
  const sorted = concepts.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const classes = new WordClasses();
  const found = sorted.flatMap((concept) => [...labelsOf(concept, "en", classes), ...labelsOf(concept, "es", classes)]);
  for (const { words } of found) for (const word of words) classes.add(word);
  for (const { phrase } of CUES) for (const word of labelWords(phrase)) classes.add(word);
  const ids = classes.finished();
  const path = (words: readonly string[]): number[] => words.map((word) => ids.get(word) ?? -1);
  const labels = newNode<LabelEntry>();
  for (const { words, entry } of found) nodeAt(labels, path(words)).entries.push(entry);
  sortEntries(labels);
  const cues = newNode<CueKind>();
  for (const { phrase, kind } of CUES) nodeAt(cues, path(labelWords(phrase))).entries.push(kind);
  const ambiguous = sorted.filter((concept) => concept.context !== undefined);
  return {
    classes: ids,
    labels,
    cues,
    contexts: new Map(ambiguous.map((concept) => [concept.id, contextWords(concept)])),
    concepts: new Map(sorted.map((concept) => [concept.id, concept])),
  };
}

function sortEntries(node: TrieNode<LabelEntry>): void {
  const rank = (entry: LabelEntry): number =>
    (entry.spelling === null ? 4 : 0) + (entry.isAmbiguous ? 2 : 0) + (entry.method === "label" ? 0 : 1);
  node.entries.sort((a, b) => rank(a) - rank(b));
  for (const next of node.next?.values() ?? []) sortEntries(next);
}

/** True where the words (and, if it matters, the letters) of a token range are those of the entry. */
export function fits(entry: LabelEntry, tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (entry.forms[at - from]?.has(tokens.words[at] ?? "") !== true) return false;
  const [start, end] = [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
  if (entry.signed !== null) {
    const tail = entry.signed.endsWith("+") ? 1 : 0;
    if (squeeze(tokens.text.slice(start, end + tail)) !== entry.signed) return false;
  }
  return entry.spelling === null || tokens.text.slice(start, end) === entry.spelling;
}
