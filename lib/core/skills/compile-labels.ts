import { foldLabel } from "@/lib/core/kernel/fold";
import { inflect, isProperName, labelWords, spellingVariants } from "./label-forms";
import type { Concept } from "./skill-types";
import type { WordClasses } from "./word-classes";

export type Forms = number | readonly number[] | null;

/** One name of one concept, as it stands at the end of a path of words. */
export type LabelEntry = {
  concept: Concept;
  method: "label" | "alias";
  /** True for names of products and the like: no other number or gender, but perhaps a version after it. */
  isFixed: boolean;
  /** True where the path of classes says all: nothing of the text has to be compared. */
  isPlain: boolean;
  /** For every word of the name what counts as it: one word, several, or (null) all of its class. Words are numbers. */
  forms: readonly Forms[];
  /** The spelling that the text must have letter for letter; null where case does not matter. */
  spelling: string | null;
  /** The folded label without blanks where its signs tell it apart ("R&D", "Security+"); null where they do not. */
  signed: string | null;
  /** True where the label is written with a capital, as names of products are. */
  isCapital: boolean;
  isAmbiguous: boolean;
};

/** One spelling of a name: its words, and what will stand at their end; `finishEntry` makes it so once words have classes. */
export type SpelledLabel = { words: readonly number[]; entry: LabelEntry & { forms: Forms[] } };

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

type Lang = "en" | "es";
type Label = { concept: Concept; lang: Lang; label: string; isFirst: boolean; foldedOthers: () => readonly string[] };

/** Compiles labels; what it learns of a word in one label serves for the next. */
export class LabelCompiler {
  readonly #classes: WordClasses;
  readonly #inflected: Record<Lang, Map<number, readonly number[]>> = { en: new Map(), es: new Map() };
  readonly #joined: Record<Lang, Set<Forms>> = { en: new Set(), es: new Set() };

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  /** Adds all spellings of all labels of a concept in a language to a list, in their order. */
  compile(concept: Concept, lang: Lang, spelled: SpelledLabel[]): void {
    const labels = concept[lang];
    let folded: readonly string[] | null = null;
    const foldedOthers = (): readonly string[] => (folded ??= concept[lang === "en" ? "es" : "en"].map(foldLabel));
    for (let position = 0; position < labels.length; position += 1) {
      const label = labels[position] ?? "";
      this.#compileLabel({ concept, lang, label, isFirst: position === 0, foldedOthers }, spelled);
    }
  }

  #compileLabel({ concept, lang, label, isFirst, foldedOthers }: Label, spelled: SpelledLabel[]): void {
    const isCased = concept.caseSensitive?.includes(label) === true;
    const isSingleLetter = label.length === 1;
    const isAmbiguous = isSingleLetter || concept.ambiguous?.includes(label) === true;
    const isUnbent = isCased || isAmbiguous || concept.kind === "language" || SOFT_N.test(label);
    const isFixed = isUnbent || isProperName(label, concept[lang === "en" ? "es" : "en"], foldedOthers);
    // What does not bend is the same name in both languages.
    if (lang === "es" && isFixed && concept.en.includes(label) && (concept.en[0] === label) === isFirst) return;
    const words = labelWords(label);
    if (words.length === 0) return;
    const spelling = isCased || isSingleLetter ? label : null;
    const signed = signedForm(label);
    const isPlain = spelling === null && signed === null;
    const isCapital = CAPITAL.test(label);
    const method = isFirst ? "label" : "alias";
    const spell = (list: readonly string[]): void => {
      const numbers = list.map((word) => this.#classes.add(word));
      const forms = isFixed ? numbers : list.map((word, at) => this.#formsOf(numbers[at] ?? -1, word, lang));
      const entry = { concept, method, isFixed, isPlain, forms, spelling, signed, isCapital, isAmbiguous } as const;
      spelled.push({ words: numbers, entry });
      if (!isFixed && list === words) for (const one of forms) this.#join(one, lang);
    };
    spell(words);
    if (isCased) return;
    for (const variant of spellingVariants(label, words)) spell(variant);
    if (!isAmbiguous && label.length <= LONGEST_ACRONYM && ACRONYM.test(label)) spell([`${label.toLowerCase()}s`]);
  }

  /** The numbers of all forms of a word; forms that no label joins to a class are known and match nothing. */
  #formsOf(number: number, word: string, lang: Lang): readonly number[] {
    const known = this.#inflected[lang].get(number);
    if (known !== undefined) return known;
    const forms = [number];
    for (const form of inflect(word, lang)) forms.push(this.#classes.table.add(form));
    this.#inflected[lang].set(number, forms);
    return forms;
  }

  #join(forms: Forms, lang: Lang): void {
    if (forms === null || typeof forms === "number" || this.#joined[lang].has(forms)) return;
    this.#joined[lang].add(forms);
    for (const form of forms) this.#classes.join(forms[0] ?? form, form);
  }
}
