import { foldLabel } from "@/lib/core/kernel/fold";
import { inflect, isProperName, labelWords, spellingVariants } from "./label-forms";
import { LABEL } from "./label-list";
import type { Concept } from "./skill-types";
import type { WordClasses } from "./word-classes";

type Lang = "en" | "es";

const ACRONYM = /^\p{Lu}{3,6}$/u;
const LONGEST_ACRONYM = 6;
/** Folded, an ñ is an n: the plural of "ordeñe" would be that of "orden". */
const SOFT_N = /[ñÑ]/u;
const CAPITAL = /^\p{Lu}/u;
const TELLING_SIGN = /(?<!\p{L})\p{L}{1,2}\s?[&+]|[&+]\s?\p{L}{1,2}(?!\p{L})|\p{L}\+(?!\+)/u;

/** Folded and without blanks. */
export function squeeze(text: string): string {
  return foldLabel(text).replaceAll(" ", "");
}

/** The form in which the signs of a label must stand in a text; null where the label has none that matter. */
function signedForm(label: string): string | null {
  if (!label.includes("&") && !label.includes("+")) return null;
  return TELLING_SIGN.test(label.replaceAll("++", "")) ? squeeze(label) : null;
}

/** One label on its way to its spellings: what all of them share, as in the tables of a `LabelList`. */
type Label = { concept: number; flags: number; spelling: number; signed: number };

/** All spellings of all labels in lists of numbers: of each what its label is, and its words (by number) in `words` from a place on. */
export type Spellings = {
  concepts: number[];
  flags: number[];
  spellings: number[];
  signed: number[];
  begins: number[];
  lengths: number[];
  words: number[];
  texts: string[];
};

/** Compiles labels; what it learns of a word in one label serves for the next. */
export class LabelCompiler {
  readonly spelled: Spellings = {
    concepts: [],
    flags: [],
    spellings: [],
    signed: [],
    begins: [],
    lengths: [],
    words: [],
    texts: [],
  };
  readonly #classes: WordClasses;
  /** By number of a word. */
  readonly #inflected: Record<Lang, (readonly number[] | undefined)[]> = { en: [], es: [] };
  readonly #joined: Record<Lang, (true | undefined)[]> = { en: [], es: [] };

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  /** The numbers of all forms of a word, by its number, itself first; those that no label joins to a class match nothing. */
  formsOf(number: number, lang: Lang): readonly number[] {
    return this.#inflected[lang][number] ?? [number];
  }

  /** Adds all spellings of all labels of a concept, by its place, in a language. */
  compile(concept: Concept, place: number, lang: Lang): void {
    const others = concept[lang === "en" ? "es" : "en"];
    const known = {};
    let isFirst = true;
    for (const label of concept[lang]) {
      const isCased = concept.caseSensitive?.includes(label) === true;
      const isAmbiguous = label.length === 1 || concept.ambiguous?.includes(label) === true;
      const isUnbent = isCased || isAmbiguous || concept.kind === "language" || SOFT_N.test(label);
      const isFixed = isUnbent || isProperName(label, others, known);
      // What does not bend is the same name in both languages.
      const isKnown = lang === "es" && isFixed && others.includes(label) && (others[0] === label) === isFirst;
      if (!isKnown) {
        const bits = (isFirst ? 0 : LABEL.alias) | (isFixed ? LABEL.fixed : 0) | (lang === "es" ? LABEL.es : 0);
        const flags = bits | (CAPITAL.test(label) ? LABEL.capital : 0) | (isAmbiguous ? LABEL.ambiguous : 0);
        const spelling = this.#text(isCased || label.length === 1 ? label : null);
        this.#compileLabel(label, { concept: place, flags, spelling, signed: this.#text(signedForm(label)) });
      }
      isFirst = false;
    }
  }

  #text(text: string | null): number {
    return text === null ? -1 : this.spelled.texts.push(text) - 1;
  }

  #compileLabel(label: string, shared: Label): void {
    const words = labelWords(label);
    if (words.length === 0) return;
    this.#spell(words, shared, true);
    if (shared.spelling >= 0 && label.length > 1) return;
    if (words.length <= 2) for (const variant of spellingVariants(label, words)) this.#spell(variant, shared, false);
    if ((shared.flags & LABEL.ambiguous) === 0 && label.length <= LONGEST_ACRONYM && ACRONYM.test(label))
      this.#spell([`${label.toLowerCase()}s`], shared, false);
  }

  /** Adds one spelling; the forms of the words of a label's own are words of their classes. */
  #spell(list: readonly string[], { concept, flags, spelling, signed }: Label, isOwn: boolean): void {
    const { spelled } = this;
    const begin = spelled.words.length;
    for (const word of list) spelled.words.push(this.#classes.add(word));
    if ((flags & LABEL.fixed) === 0)
      for (let at = 0; at < list.length; at += 1)
        this.#bend(spelled.words[begin + at] ?? -1, list[at] ?? "", (flags & LABEL.es) === 0 ? "en" : "es", isOwn);
    spelled.concepts.push(concept);
    spelled.flags.push(flags);
    spelled.spellings.push(spelling);
    spelled.signed.push(signed);
    spelled.begins.push(begin);
    spelled.lengths.push(list.length);
  }

  /** Learns the forms of a word, and joins them to one class where they are to be. */
  #bend(number: number, word: string, lang: Lang, isJoined: boolean): void {
    const inflected = this.#inflected[lang];
    if (inflected[number] === undefined) {
      const forms = [number];
      for (const form of inflect(word, lang)) forms.push(this.#classes.table.add(form));
      inflected[number] = forms;
    }
    if (!isJoined || this.#joined[lang][number] === true) return;
    this.#joined[lang][number] = true;
    for (const form of inflected[number]) this.#classes.join(number, form);
  }
}
