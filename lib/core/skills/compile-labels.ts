import { foldLabel } from "@/lib/core/kernel/fold";
import { inflect, isProperName, labelWords, spellingVariants } from "./label-forms";
import type { Concept } from "./skill-types";
import type { WordClasses } from "./word-classes";

/** One name of one concept, as it stands at the end of a path of words. */
export type LabelEntry = {
  concept: Concept;
  method: "label" | "alias";
  /** True for names of products and the like: no other number or gender, but perhaps a version after it. */
  isFixed: boolean;
  /** True where the path of classes says all: nothing of the text has to be compared. */
  isPlain: boolean;
  /** For every word of the name the numbers of the words that count as it; null where all of its class do. */
  forms: readonly (readonly number[] | null)[];
  /** The spelling that the text must have letter for letter; null where case does not matter. */
  spelling: string | null;
  /** The folded label without blanks where its signs tell it apart ("R&D", "Security+"); null where they do not. */
  signed: string | null;
  /** True where the label is written with a capital, as names of products are. */
  isCapital: boolean;
  isAmbiguous: boolean;
};

/** One spelling of a name: its words, and what stands at their end. */
export type SpelledLabel = { words: readonly number[]; entry: LabelEntry };

const ACRONYM = /^\p{Lu}{3,6}$/u;
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

type Lang = "en" | "es";

/** Compiles labels; what it learns of a word in one label serves for the next. */
export class LabelCompiler {
  readonly #classes: WordClasses;
  readonly #inflected: Record<Lang, Map<number, readonly number[]>> = { en: new Map(), es: new Map() };
  readonly #joined: Record<Lang, Set<number>> = { en: new Set(), es: new Set() };

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  /** All spellings of all labels of a concept in a language, in their order. */
  compile(concept: Concept, lang: Lang): SpelledLabel[] {
    const others = concept[lang === "en" ? "es" : "en"];
    const { ambiguous = [], caseSensitive = [] } = concept;
    return concept[lang].flatMap((label, position) => {
      const words = labelWords(label);
      const isCased = caseSensitive.includes(label);
      const isSingleLetter = words.length === 1 && label.length === 1;
      const isAmbiguous = ambiguous.includes(label) || isSingleLetter;
      // Folded, an ñ is an n: the plural of "ordeñe" would be that of "orden".
      const isUnbent = isCased || isAmbiguous || concept.kind === "language" || /[ñÑ]/u.test(label);
      const isFixed = isUnbent || isProperName(label, others);
      const numbers = words.map((word) => this.#classes.add(word));
      if (!isFixed) numbers.forEach((number, at) => this.#join(number, words[at] ?? "", lang));
      const [spelling, signed] = [isCased || isSingleLetter ? label : null, signedForm(label)];
      const entry = {
        concept,
        method: position === 0 ? "label" : "alias",
        isFixed,
        isPlain: spelling === null && signed === null,
        spelling,
        signed,
        isCapital: CAPITAL.test(label),
        isAmbiguous,
      } as const;
      const spell = (spelled: readonly string[], known: readonly number[]): SpelledLabel => {
        const forms = known.map((number, at) => (isFixed ? [number] : this.#formsOf(number, spelled[at] ?? "", lang)));
        return { words: known, entry: { ...entry, forms } };
      };
      if (words.length === 0) return [];
      const variants = isCased ? [] : spellingVariants(label, words);
      if (!isCased && !isAmbiguous && ACRONYM.test(label)) variants.push([`${label.toLowerCase()}s`]);
      const varied = variants.map((spelled) =>
        spell(
          spelled,
          spelled.map((word) => this.#classes.add(word)),
        ),
      );
      return [spell(words, numbers), ...varied];
    });
  }

  /** The numbers of all forms of a word; forms that no label joins to a class are known and match nothing. */
  #formsOf(number: number, word: string, lang: Lang): readonly number[] {
    const known = this.#inflected[lang].get(number);
    if (known !== undefined) return known;
    const forms = [number, ...inflect(word, lang).map((form) => this.#classes.table.add(form))];
    this.#inflected[lang].set(number, forms);
    return forms;
  }

  #join(number: number, word: string, lang: Lang): void {
    if (this.#joined[lang].has(number)) return;
    this.#joined[lang].add(number);
    for (const form of this.#formsOf(number, word, lang)) this.#classes.join(number, form);
  }
}
