/** FNV-1a over code units, 32 bits: where it starts and what it multiplies by. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** The hash of a range of a text. */
export function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_PRIME);
  return hash;
}

const FIRST_CAPACITY = 1024;
const FIRST_SIGNS = 8192;
/** Cells of a slot: hash, number of the word + 1 (0: free), where its letters begin, how many they are. */
const CELLS = 4;

/** Numbers for words, given in the order of their coming; found again in a text by hash, without cutting them out of it. */
export class WordTable {
  #size = 0;
  /** Open addressing in one flat table. */
  #slots = new Int32Array(CELLS * FIRST_CAPACITY);
  /** The letters of all words, one after the other. */
  #letters = new Uint16Array(FIRST_SIGNS);
  #used = 0;

  get size(): number {
    return this.#size;
  }

  /** The number of a word, which it is given where it has none. */
  add(word: string): number {
    const hash = hashRange(word, 0, word.length);
    const known = this.findIn(hash, word, 0, word.length);
    if (known >= 0) return known;
    if (2 * CELLS * this.#size >= this.#slots.length) this.#grow();
    this.#size += 1;
    put(this.#slots, hash, this.#size, this.#keepLetters(word), word.length);
    return this.#size - 1;
  }

  /** The number of a word; −1 for an unknown one. */
  find(word: string): number {
    return this.findIn(hashRange(word, 0, word.length), word, 0, word.length);
  }

  /** The number of the word at a range of a text, whose hash it is; −1 for an unknown one. */
  findIn(hash: number, text: string, from: number, to: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = (hash * CELLS) & last; slots[slot + 1] !== 0; slot = (slot + CELLS) & last) {
      if (slots[slot] !== hash || slots[slot + 3] !== to - from) continue;
      const letters = this.#letters;
      let letter = slots[slot + 2] ?? 0;
      let at = from;
      while (at < to && letters[letter] === text.charCodeAt(at)) {
        at += 1;
        letter += 1;
      }
      if (at === to) return (slots[slot + 1] ?? 0) - 1;
    }
    return -1;
  }

  #keepLetters(word: string): number {
    const from = this.#used;
    if (from + word.length > this.#letters.length) {
      const wider = new Uint16Array(2 * this.#letters.length + word.length);
      wider.set(this.#letters);
      this.#letters = wider;
    }
    for (let at = 0; at < word.length; at += 1) this.#letters[from + at] = word.charCodeAt(at);
    this.#used += word.length;
    return from;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += CELLS)
      if (old[from + 1] !== 0) put(slots, old[from] ?? 0, old[from + 1] ?? 0, old[from + 2] ?? 0, old[from + 3] ?? 0);
    this.#slots = slots;
  }
}

function put(slots: Int32Array, hash: number, number: number, letters: number, length: number): void {
  const last = slots.length - 1;
  let slot = (hash * CELLS) & last;
  while (slots[slot + 1] !== 0) slot = (slot + CELLS) & last;
  slots[slot] = hash;
  slots[slot + 1] = number;
  slots[slot + 2] = letters;
  slots[slot + 3] = length;
}
