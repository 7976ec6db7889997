import { WordTable } from "./word-table";

/** Numbers for words, and for classes of words that differ only by number or gender. */
export class WordClasses {
  readonly table = new WordTable();
  /** By number of the word another word of its class, itself for one of them; −1 for a word that is in no class. */
  readonly #parents: number[] = [];

  /** The number of a word, which it is given where it has none; it gets a class too. */
  add(word: string): number {
    const number = this.table.add(word);
    this.#enter(number);
    return number;
  }

  /** Puts two words, by their numbers, in one class. */
  join(number: number, other: number): void {
    this.#enter(number);
    this.#enter(other);
    const a = this.#root(number);
    const b = this.#root(other);
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** The class of every word by its number; −1 for a word that is in none. */
  finished(): Int32Array {
    const classOf = new Int32Array(this.table.size).fill(-1);
    for (let number = 0; number < this.#parents.length; number += 1)
      if (this.#parents[number] !== -1) classOf[number] = this.#root(number);
    return classOf;
  }

  #enter(number: number): void {
    while (this.#parents.length <= number) this.#parents.push(-1);
    if (this.#parents[number] === -1) this.#parents[number] = number;
  }

  #root(number: number): number {
    let at = number;
    for (let up = this.#parents[at] ?? at; up !== at; up = this.#parents[at] ?? at) at = up;
    return at;
  }
}
