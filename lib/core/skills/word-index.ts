import { checkRange, hashRange, type WordTable } from "./word-table";

/** Cells of a slot: hash, second hash, number of the word + 1 (0: free), its class. */
const CELLS = 4;

/**
 * Words that are looked for in texts, in one flat table by open addressing. All that is known of a word lies side by
 * side, since what reading waits for is memory. Two hashes stand for a word's letters: that other letters have both is
 * as likely as one in 2^64.
 */
export class WordIndex {
  readonly slots: Int32Array;

  constructor(slots: Int32Array) {
    this.slots = slots;
  }

  /** The slot of the word that has both hashes; −1 for an unknown one. */
  slotOf(hash: number, check: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    for (let slot = (hash << 2) & last; slots[slot + 2] !== 0; slot = (slot + CELLS) & last)
      if (slots[slot] === hash && slots[slot + 1] === check) return slot;
    return -1;
  }

  /** The slot of a word; −1 for an unknown one. */
  find(word: string): number {
    return this.slotOf(hashRange(word, 0, word.length), checkRange(word, 0, word.length));
  }

  /** The number of a word; −1 for an unknown one. */
  numberOf(word: string): number {
    const slot = this.find(word);
    return slot < 0 ? -1 : this.numberAt(slot);
  }

  /** The number of the word in a slot. */
  numberAt(slot: number): number {
    return (this.slots[slot + 2] ?? 0) - 1;
  }

  /** The class of the word in a slot; words that differ only by number or gender share one. −1 where no label and no cue has the word. */
  classAt(slot: number): number {
    return this.slots[slot + 3] ?? -1;
  }
}

/** An index of those words of a table that have a class or are kept for another reason. */
export function indexWords(table: WordTable, classOf: Int32Array, isKept: Uint8Array): WordIndex {
  const numbers: number[] = [];
  for (let number = 0; number < table.size; number += 1)
    if ((classOf[number] ?? -1) >= 0 || isKept[number] === 1) numbers.push(number);
  let capacity = 2 * CELLS;
  while (capacity < 2 * CELLS * numbers.length) capacity *= 2;
  const slots = new Int32Array(capacity);
  for (const number of numbers) {
    const hash = table.hashOf(number);
    let slot = (hash << 2) & (capacity - 1);
    while (slots[slot + 2] !== 0) slot = (slot + CELLS) & (capacity - 1);
    slots[slot] = hash;
    slots[slot + 1] = table.checkOf(number);
    slots[slot + 2] = number + 1;
    slots[slot + 3] = classOf[number] ?? -1;
  }
  return new WordIndex(slots);
}
