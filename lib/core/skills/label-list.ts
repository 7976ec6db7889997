import type { Concept } from "./skill-types";

/** What counts as one word of a name: one word, several, or (null) all of its class. Words are numbers. */
export type Forms = number | readonly number[] | null;

/** One name of one concept, as it stands at the end of a path of words. */
export type LabelEntry = {
  concept: Concept;
  method: "label" | "alias";
  /** True for names of products and the like: no other number or gender, but perhaps a version after it. */
  isFixed: boolean;
  /** True where the path of classes says all: nothing of the text has to be compared. */
  isPlain: boolean;
  /** For every word of the name what counts as it; empty where that is all of its class for each. */
  forms: readonly Forms[];
  /** The spelling that the text must have letter for letter; null where case does not matter. */
  spelling: string | null;
  /** The folded label without blanks where its signs tell it apart ("R&D", "Security+"); null where they do not. */
  signed: string | null;
  /** True where the label is written with a capital, as names of products are. */
  isCapital: boolean;
  isAmbiguous: boolean;
};

/** What is true of a label, as bits. */
export const LABEL = { alias: 1, fixed: 2, capital: 4, ambiguous: 8, es: 16 } as const;

/**
 * Names in flat tables, by number: their concepts (by place in the list of these), bits, spellings and signed forms (by
 * place in the list of texts; −1: none), and forms: place of the first in `formPlaces`, which has as many as the name has
 * words (−1: all are whole classes). A place there is one in `formWords`, where a count stands before the numbers (−1: whole).
 */
export type LabelTables = {
  concepts: Int32Array;
  flags: Int32Array;
  spellings: Int32Array;
  signed: Int32Array;
  forms: Int32Array;
  lengths: Int32Array;
  formPlaces: Int32Array;
  formWords: Int32Array;
  texts: readonly string[];
};

function formsAt({ formPlaces, formWords }: LabelTables, at: number): Forms {
  const place = formPlaces[at] ?? -1;
  if (place < 0) return null;
  const count = formWords[place] ?? 0;
  return count === 1 ? (formWords[place + 1] ?? -1) : Array.from(formWords.subarray(place + 1, place + 1 + count));
}

/** Names by number, made into what reading needs when first met: a taxonomy has many times the names that anybody writes. */
export class LabelList {
  readonly tables: LabelTables;
  readonly #concepts: readonly Concept[];
  readonly #entries: (LabelEntry | undefined)[];

  constructor(tables: LabelTables, concepts: readonly Concept[]) {
    this.tables = tables;
    this.#concepts = concepts;
    this.#entries = new Array<undefined>(tables.concepts.length).fill(undefined);
  }

  /** The name with a number. Throws for a number that none has. */
  entry(number: number): LabelEntry {
    return (this.#entries[number] ??= this.#made(number));
  }

  #made(number: number): LabelEntry {
    const { tables } = this;
    const concept = this.#concepts[tables.concepts[number] ?? -1];
    if (concept === undefined) throw new RangeError(`There is no name ${number}.`);
    const flags = tables.flags[number] ?? 0;
    const spelling = tables.texts[tables.spellings[number] ?? -1] ?? null;
    const signed = tables.texts[tables.signed[number] ?? -1] ?? null;
    const from = tables.forms[number] ?? -1;
    const forms =
      from < 0 ? [] : Array.from({ length: tables.lengths[number] ?? 0 }, (_, word) => formsAt(tables, from + word));
    return {
      concept,
      method: (flags & LABEL.alias) === 0 ? "label" : "alias",
      isFixed: (flags & LABEL.fixed) !== 0,
      isPlain: spelling === null && signed === null && from < 0,
      forms,
      spelling,
      signed,
      isCapital: (flags & LABEL.capital) !== 0,
      isAmbiguous: (flags & LABEL.ambiguous) !== 0,
    };
  }
}
