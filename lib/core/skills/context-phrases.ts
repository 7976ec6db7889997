import { labelWords } from "./label-forms";
import type { Concept, ContextRule } from "./skill-types";
import type { WordIndex } from "./word-index";

/** Phrases as numbers of words, by their first word. A phrase without words stands everywhere. */
export type Phrases = { byFirst: ReadonlyMap<number, readonly (readonly number[])[]>; isEverywhere: boolean };

/** The words that confirm or deny an ambiguous name, ready to be looked for. */
export type ContextWords = { ids: ReadonlySet<string>; near: Phrases; not: Phrases };

/** All phrases of a rule as lists of words. */
export function contextPhrases({ near, not }: ContextRule): string[][] {
  return [...near, ...not].map((phrase) => labelWords(phrase));
}

/** Phrases ready to be looked for; one with a word that the index does not know stands nowhere. */
export function compilePhrases(words: WordIndex, phrases: readonly (readonly string[])[]): Phrases {
  const byFirst = new Map<number, number[][]>();
  for (const phrase of phrases) {
    const numbers = phrase.map((word) => words.numberOf(word));
    const [first, ...rest] = numbers;
    if (first === undefined || numbers.includes(-1)) continue;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [rest]);
    else others.push(rest);
  }
  return { byFirst, isEverywhere: phrases.some((phrase) => phrase.length === 0) };
}

function isAt(rest: readonly number[], words: readonly number[], from: number): boolean {
  for (let at = 0; at < rest.length; at += 1) if (rest[at] !== words[from + at]) return false;
  return true;
}

/** True where one of the phrases stands whole within the half-open range of word numbers. */
export function holdsPhrase({ byFirst }: Phrases, words: readonly number[], from: number, to: number): boolean {
  if (byFirst.size === 0) return false;
  for (let at = Math.max(0, from); at < to; at += 1) {
    const word = words[at] ?? -1;
    const rests = word < 0 ? undefined : byFirst.get(word);
    if (rests === undefined) continue;
    for (const rest of rests) if (at + rest.length < to && isAt(rest, words, at + 1)) return true;
  }
  return false;
}

/** The contexts of a taxonomy, each made ready when first asked for. */
export class ContextList {
  readonly #rules: ReadonlyMap<string, ContextRule>;
  readonly #words: WordIndex;
  readonly #made = new Map<string, ContextWords>();

  constructor(concepts: readonly Concept[], words: WordIndex) {
    this.#rules = new Map(concepts.flatMap(({ id, context }) => (context === undefined ? [] : [[id, context]])));
    this.#words = words;
  }

  /** What confirms or denies the ambiguous names of a concept, by its id; undefined where nothing does. */
  get(id: string): ContextWords | undefined {
    const made = this.#made.get(id);
    if (made !== undefined) return made;
    const rule = this.#rules.get(id);
    return rule === undefined ? undefined : this.#make(id, rule);
  }

  #make(id: string, { near, not }: ContextRule): ContextWords {
    const made = {
      ids: new Set(near),
      near: compilePhrases(
        this.#words,
        near.map((phrase) => labelWords(phrase)),
      ),
      not: compilePhrases(
        this.#words,
        not.map((phrase) => labelWords(phrase)),
      ),
    };
    this.#made.set(id, made);
    return made;
  }
}
