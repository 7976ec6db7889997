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
/** One label on its way to its spellings: what all of them share. */
type Label = Omit<LabelEntry, "forms"> & { lang: Lang };

type Given = {
  concept: Concept;
  lang: Lang;
  label: string;
  isFirst: boolean;
  isCased: boolean;
  isAmbiguous: boolean;
  isFixed: boolean;
};

function labelOf({ concept, lang, label, isFirst, isCased, isAmbiguous, isFixed }: Given): Label {
  const spelling = isCased || label.length === 1 ? label : null;
  const signed = signedForm(label);
  const isPlain = spelling === null && signed === null;
  const method = isFirst ? "label" : "alias";
  return { concept, lang, method, isFixed, isPlain, spelling, signed, isCapital: CAPITAL.test(label), isAmbiguous };
}

/** Compiles labels; what it learns of a word in one label serves for the next. */
export class LabelCompiler {
  readonly #classes: WordClasses;
  /** By number of a word. */
  readonly #inflected: Record<Lang, (readonly number[] | undefined)[]> = { en: [], es: [] };
  readonly #joined: Record<Lang, (true | undefined)[]> = { en: [], es: [] };

  constructor(classes: WordClasses) {
    this.#classes = classes;
  }

  /** Adds all spellings of all labels of a concept in a language to a list, in their order. */
  compile(concept: Concept, lang: Lang, spelled: SpelledLabel[]): void {
    const others = concept[lang === "en" ? "es" : "en"];
    let folded: readonly string[] | null = null;
    const foldedOthers = (): readonly string[] => (folded ??= others.map(foldLabel));
    let isFirst = true;
    for (const label of concept[lang]) {
      const isCased = concept.caseSensitive?.includes(label) === true;
      const isAmbiguous = label.length === 1 || concept.ambiguous?.includes(label) === true;
      const isUnbent = isCased || isAmbiguous || concept.kind === "language" || SOFT_N.test(label);
      const isFixed = isUnbent || isProperName(label, others, foldedOthers);
      // What does not bend is the same name in both languages.
      const isKnown = lang === "es" && isFixed && others.includes(label) && (others[0] === label) === isFirst;
      if (!isKnown)
        this.#compileLabel(label, labelOf({ concept, lang, label, isFirst, isCased, isAmbiguous, isFixed }), spelled);
      isFirst = false;
    }
  }

  #compileLabel(label: string, shared: Label, spelled: SpelledLabel[]): void {
    const words = labelWords(label);
    if (words.length === 0) return;
    const numbers = this.#spell(words, shared, spelled);
    if (!shared.isFixed) for (const number of numbers) this.#join(number, shared.lang);
    if (shared.spelling !== null && label.length > 1) return;
    if (words.length <= 2) for (const variant of spellingVariants(label, words)) this.#spell(variant, shared, spelled);
    if (!shared.isAmbiguous && label.length <= LONGEST_ACRONYM && ACRONYM.test(label))
      this.#spell([`${label.toLowerCase()}s`], shared, spelled);
  }

  /** Adds one spelling to the list; the numbers of its words. */
  #spell(list: readonly string[], shared: Label, spelled: SpelledLabel[]): readonly number[] {
    const numbers: number[] = [];
    const forms: Forms[] = [];
    for (const word of list) {
      const number = this.#classes.add(word);
      numbers.push(number);
      if (shared.isFixed) forms.push(number);
    }
    if (!shared.isFixed)
      for (let at = 0; at < list.length; at += 1)
        forms.push(this.#formsOf(numbers[at] ?? -1, list[at] ?? "", shared.lang));
    const { concept, method, isFixed, isPlain, spelling, signed, isCapital, isAmbiguous } = shared;
    const entry = { concept, method, isFixed, isPlain, forms, spelling, signed, isCapital, isAmbiguous };
    spelled.push({ words: numbers, entry });
    return numbers;
  }

  /** The numbers of all forms of a word; forms that no label joins to a class are known and match nothing. */
  #formsOf(number: number, word: string, lang: Lang): readonly number[] {
    const known = this.#inflected[lang][number];
    if (known !== undefined) return known;
    const forms = [number];
    for (const form of inflect(word, lang)) forms.push(this.#classes.table.add(form));
    this.#inflected[lang][number] = forms;
    return forms;
  }

  /** Joins the forms of a word, by its number, to one class. */
  #join(number: number, lang: Lang): void {
    if (this.#joined[lang][number] === true) return;
    this.#joined[lang][number] = true;
    for (const form of this.#inflected[lang][number] ?? []) this.#classes.join(number, form);
  }
}
