import { unitsOf } from "./text-units";

const START_LETTERS = 4;
const LETTER_BITS = 5;
const SLOT_BITS = 15;
const [FIRST_LETTER, LETTERS, FIRST_DIGIT, DIGITS] = [97, 26, 48, 10];

/** By UTF-16 unit: 1 … 26 of a small Latin letter, 0 of all else. */
const LETTER = new Uint8Array(0x10000);
for (let letter = 0; letter < LETTERS; letter += 1) LETTER[FIRST_LETTER + letter] = letter + 1;
const [WORD, NUMBER] = [1, 2];
/** By UTF-16 unit: what it is part of, as a bit. */
const KIND = new Uint8Array(0x10000);
KIND.fill(WORD, FIRST_LETTER, FIRST_LETTER + LETTERS);
KIND.fill(NUMBER, FIRST_DIGIT, FIRST_DIGIT + DIGITS);

/** Room for the places of one text, kept from one to the next. */
let places = new Uint32Array(1 << 14);

/**
 * Writes down where runs of letters and of digits begin, and says how many there are. There is no branch in it: which sign comes next cannot be
 * foretold, and a processor that guesses wrong loses the time of ten steps.
 */
function findStarts(units: Uint16Array, starts: Uint32Array, length: number): number {
  let [count, before] = [0, 0];
  for (let at = 0; at < length; at += 1) {
    const kind = KIND[units[at] ?? 0] ?? 0;
    const fresh = kind & ~before;
    starts[count] = at;
    count += (fresh | (fresh >> 1)) & 1;
    before = kind;
  }
  return count;
}

/** 1 of any letter, 0 of none, again without a branch. */
function isLetter(letter: number): number {
  return (letter + 31) >> LETTER_BITS;
}

/** The slot of the word at an offset, by its first four letters; those after another sign do not count. */
function slotAt(units: Uint16Array, at: number): number {
  const first = LETTER[units[at] ?? 0] ?? 0;
  const second = LETTER[units[at + 1] ?? 0] ?? 0;
  const third = (LETTER[units[at + 2] ?? 0] ?? 0) * isLetter(second);
  const fourth = (LETTER[units[at + 3] ?? 0] ?? 0) * isLetter(third);
  const code = (((((first << LETTER_BITS) | second) << LETTER_BITS) | third) << LETTER_BITS) | fourth;
  return Math.imul(code, 0x9e3779b1) >>> (32 - SLOT_BITS);
}

/**
 * What is looked for in texts, by the slots of words: the number of a list of `groups` in each slot that has one, else 0. To pass over a word that is not
 * looked for costs the same whether ten or a thousand are.
 */
export type WordSieve<T> = { slots: Uint16Array; groups: readonly (readonly T[])[] };

/** A sieve for some things by folded words, or beginnings of words of at least four letters. */
export function createSieve<T>(things: readonly T[], wordOf: (thing: T) => string): WordSieve<T> {
  const slots = new Uint16Array(1 << SLOT_BITS);
  const groups: T[][] = [[]];
  for (const thing of things) {
    const slot = slotAt(unitsOf(wordOf(thing).slice(0, START_LETTERS)), 0);
    const group = groups[slots[slot] ?? 0];
    if (group === undefined || slots[slot] === 0) {
      slots[slot] = groups.length;
      groups.push([thing]);
    } else group.push(thing);
  }
  return { slots, groups };
}

/** What a walk over a text tells of: words that may be among those looked for, with what they may be, and where digits begin. In the order of the text. */
export type SieveVisitor<T> = { word: (at: number, things: readonly T[]) => void; number: (at: number) => void };

/** Walks once over a folded text. The visitor must not look through another one meanwhile. */
export function sieveText<T>(text: string, { slots, groups }: WordSieve<T>, visitor: SieveVisitor<T>): void {
  const units = unitsOf(text);
  if (places.length < units.length) places = new Uint32Array(units.length);
  const starts = places;
  const count = findStarts(units, starts, text.length);
  for (let index = 0; index < count; index += 1) {
    const at = starts[index] ?? 0;
    if (KIND[units[at] ?? 0] === NUMBER) visitor.number(at);
    else {
      const group = slots[slotAt(units, at)] ?? 0;
      if (group !== 0) visitor.word(at, groups[group] ?? []);
    }
  }
}
