/** FNV-1a over code units, 32 bits: where it starts and what it multiplies by. */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_PRIME = 0x01000193;

/** The hash of a range of a text. */
export function hashRange(text: string, from: number, to: number): number {
  let hash = HASH_SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_PRIME);
  return hash;
}

/** A second hash, of another start and another factor: where both agree, words are held to be the same without a look at their letters. */
export const CHECK_SEED = 0x2c1b3c6d;
export const CHECK_PRIME = 0x297a2d39;

/** The second hash of a range of a text. */
export function checkRange(text: string, from: number, to: number): number {
  let check = CHECK_SEED;
  for (let at = from; at < to; at += 1) check = Math.imul(check ^ text.charCodeAt(at), CHECK_PRIME);
  return check;
}

const FIRST_CAPACITY = 1024;
const FIRST_SIGNS = 8192;

function put(slots: Int32Array, hash: number, number: number): void {
  const last = slots.length - 1;
  let slot = (hash << 1) & last;
  while (slots[slot + 1] !== 0) slot = (slot + 2) & last;
  slots[slot] = hash;
  slots[slot + 1] = number + 1;
}

function widened(cells: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  if (size <= cells.length) return cells;
  const wider = new Int32Array(2 * size);
  wider.set(cells);
  return wider;
}

/**
 * Numbers for words, given in the order of their coming; found again in a text by hash, without cutting them out of it.
 */
export class WordTable {
  #size = 0;
  /** Open addressing, two cells a slot: hash, number of the word + 1 (0: free). */
  #slots = new Int32Array(2 * FIRST_CAPACITY);
  /** Where the letters of each word begin, by number; one entry more, for the end of the last. */
  #begins = new Int32Array(FIRST_CAPACITY);
  /** The letters of all words, one after the other. */
  #letters = new Uint16Array(FIRST_SIGNS);
  /** The hash of each word, by number. */
  #hashes = new Int32Array(FIRST_CAPACITY);

  get size(): number {
    return this.#size;
  }

  /** The number of a word, which it is given where it has none. */
  add(word: string): number {
    const hash = hashRange(word, 0, word.length);
    const known = this.findIn(hash, word, 0, word.length);
    if (known >= 0) return known;
    if (4 * this.#size >= this.#slots.length) this.#grow();
    put(this.#slots, hash, this.#size);
    this.#hashes = widened(this.#hashes, this.#size + 1);
    this.#hashes[this.#size] = hash;
    this.#keepLetters(word);
    this.#size += 1;
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
    for (let slot = (hash << 1) & last; slots[slot + 1] !== 0; slot = (slot + 2) & last) {
      if (slots[slot] !== hash) continue;
      const number = (slots[slot + 1] ?? 0) - 1;
      const letters = this.#letters;
      let letter = this.#begins[number] ?? 0;
      if ((this.#begins[number + 1] ?? 0) - letter !== to - from) continue;
      let at = from;
      while (at < to && letters[letter] === text.charCodeAt(at)) {
        at += 1;
        letter += 1;
      }
      if (at === to) return number;
    }
    return -1;
  }

  /** The hash of a word, by its number. */
  hashOf(number: number): number {
    return this.#hashes[number] ?? 0;
  }

  /** The second hash of a word, by its number. */
  checkOf(number: number): number {
    let check = CHECK_SEED;
    const end = this.#begins[number + 1] ?? 0;
    for (let at = this.#begins[number] ?? 0; at < end; at += 1)
      check = Math.imul(check ^ (this.#letters[at] ?? 0), CHECK_PRIME);
    return check;
  }

  #keepLetters(word: string): void {
    const from = this.#begins[this.#size] ?? 0;
    if (from + word.length > this.#letters.length) {
      const wider = new Uint16Array(2 * this.#letters.length + word.length);
      wider.set(this.#letters);
      this.#letters = wider;
    }
    for (let at = 0; at < word.length; at += 1) this.#letters[from + at] = word.charCodeAt(at);
    this.#begins = widened(this.#begins, this.#size + 2);
    this.#begins[this.#size + 1] = from + word.length;
  }

  #grow(): void {
    const old = this.#slots;
    const slots = new Int32Array(2 * old.length);
    for (let from = 0; from < old.length; from += 2)
      if (old[from + 1] !== 0) put(slots, old[from] ?? 0, (old[from + 1] ?? 0) - 1);
    this.#slots = slots;
  }
}
