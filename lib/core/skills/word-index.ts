import { hashRange, type WordTable } from "./word-table";

/** Cells of a slot: hash, where the letters begin (0: free), number of the word, its class. */
const CELLS = 4;

/** The flat tables of an index: slots by open addressing; the letters of all words, before each word's how many they are. */
export type WordTables = { slots: Int32Array; letters: Uint16Array };

/**
 * Words that are looked for in texts, found by hash without cutting them out. All that is known of a word lies side by
 * side, and its letters in one other place, since what reading waits for is memory.
 */
export class WordIndex {
  readonly tables: WordTables;

  constructor(tables: WordTables) {
    this.tables = tables;
  }

  /** The slot of the word at a range of a text, whose hash it is; −1 for an unknown one. */
  slotIn(hash: number, text: string, from: number, to: number): number {
    const { slots, letters } = this.tables;
    const last = slots.length - 1;
    for (let slot = (hash << 2) & last; ; slot = (slot + CELLS) & last) {
      let letter = slots[slot + 1] ?? 0;
      if (letter === 0) return -1;
      if (slots[slot] !== hash || letters[letter - 1] !== to - from) continue;
      let at = from;
      while (at < to && letters[letter] === text.charCodeAt(at)) {
        at += 1;
        letter += 1;
      }
      if (at === to) return slot;
    }
  }

  /** The slot of a word; −1 for an unknown one. */
  slotOf(word: string): number {
    return this.slotIn(hashRange(word, 0, word.length), word, 0, word.length);
  }

  /** The number of a word; −1 for an unknown one. */
  numberOf(word: string): number {
    const slot = this.slotOf(word);
    return slot < 0 ? -1 : this.numberAt(slot);
  }

  /** The number of the word in a slot. */
  numberAt(slot: number): number {
    return this.tables.slots[slot + 2] ?? -1;
  }

  /** The class of the word in a slot; words that differ only by number or gender share one. −1 where no label and no cue has the word. */
  classAt(slot: number): number {
    return this.tables.slots[slot + 3] ?? -1;
  }
}

/** An index of those words of a table that have a class or are kept for another reason. */
export function indexWords(table: WordTable, classOf: Int32Array, isKept: Uint8Array): WordIndex {
  let [count, signs] = [0, 0];
  for (let number = 0; number < table.size; number += 1) {
    if ((classOf[number] ?? -1) < 0 && isKept[number] !== 1) continue;
    count += 1;
    signs += table.lengthOf(number) + 1;
  }
  let capacity = 2 * CELLS;
  while (capacity < 2 * CELLS * count) capacity *= 2;
  const [slots, letters] = [new Int32Array(capacity), new Uint16Array(signs)];
  let end = 0;
  for (let number = 0; number < table.size; number += 1) {
    const own = classOf[number] ?? -1;
    if (own < 0 && isKept[number] !== 1) continue;
    const hash = table.hashOf(number);
    let slot = (hash << 2) & (capacity - 1);
    while (slots[slot + 1] !== 0) slot = (slot + CELLS) & (capacity - 1);
    const length = table.lengthOf(number);
    letters[end] = length;
    slots.set([hash, end + 1, number, own], slot);
    table.copyLetters(number, letters, end + 1);
    end += length + 1;
  }
  return new WordIndex({ slots, letters });
}
