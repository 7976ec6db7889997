import { ClassTrie, nextState, slotOf, type TrieTables } from "./class-trie";

const CELLS = 4;
const FIRST_CAPACITY = 1024;

function widened(cells: Int32Array, size: number): Int32Array {
  if (size <= cells.length) return cells;
  const wider = new Int32Array(Math.max(size, 2 * cells.length));
  wider.set(cells);
  return wider;
}

function put(slots: Int32Array, state: number, step: number, next: number): void {
  const last = slots.length - 1;
  let slot = slotOf(state, step, last);
  while (slots[slot] !== 0) slot = (slot + 1) & last;
  slots[slot] = next;
}

/** Collects paths; `finished` makes the trie. */
export class TrieBuilder {
  readonly #tables: TrieTables = {
    first: new Int32Array(FIRST_CAPACITY),
    states: new Int32Array(CELLS * FIRST_CAPACITY),
    slots: new Int32Array(2 * FIRST_CAPACITY),
  };
  #size = 1;
  #starters = 0;
  #steps = 0;
  /** The state at the end of every path, and its rank, in the order of their coming. */
  readonly #ends: number[] = [];
  readonly #ranks: number[] = [];

  /** The state that one step leads to from another state, made where it leads nowhere. No step is below 0. */
  step(state: number, step: number): number {
    const known = nextState(this.#tables, state, step);
    return known === 0 ? this.#extend(state, step) : known;
  }

  /** Ends a path at a state; entries of lower rank come before others there. */
  end(state: number, rank = 0): void {
    this.#ends.push(state);
    this.#ranks.push(rank);
  }

  /** The trie, and by the number of each of its entries which of the ended paths it is, counted in the order of their coming. */
  finished(): { trie: ClassTrie; order: Int32Array } {
    const { first, states, slots } = this.#tables;
    const rows = states.slice(0, CELLS * (this.#size + 1));
    const cursors = this.#countEntries(rows);
    const order = new Int32Array(this.#ends.length);
    const highest = this.#ranks.reduce((most, rank) => Math.max(most, rank), 0);
    for (let rank = 0; rank <= highest; rank += 1)
      for (let at = 0; at < order.length; at += 1) {
        if (this.#ranks[at] !== rank) continue;
        const state = this.#ends[at] ?? 0;
        const place = cursors[state] ?? 0;
        order[place] = at;
        cursors[state] = place + 1;
      }
    return { trie: new ClassTrie({ first: first.slice(0, this.#starters), states: rows, slots }), order };
  }

  /** Writes into the rows where each state's entries begin; the same again as a list. */
  #countEntries(rows: Int32Array): Int32Array {
    const counts = new Int32Array(this.#size + 1);
    for (const state of this.#ends) counts[state] = (counts[state] ?? 0) + 1;
    let sum = 0;
    for (let state = 0; state <= this.#size; state += 1) {
      const count = counts[state] ?? 0;
      counts[state] = sum;
      rows[CELLS * state + 1] = sum;
      sum += count;
    }
    return counts;
  }

  #extend(state: number, step: number): number {
    const tables = this.#tables;
    const next = this.#size;
    this.#size += 1;
    tables.states = widened(tables.states, CELLS * (next + 2));
    tables.states[CELLS * next + 2] = state;
    tables.states[CELLS * next + 3] = step;
    if (state === 0) {
      tables.first = widened(tables.first, step + 1);
      tables.first[step] = next;
      this.#starters = Math.max(this.#starters, step + 1);
      return next;
    }
    this.#steps += 1;
    if (2 * this.#steps > tables.slots.length) this.#grow(next);
    put(tables.slots, state, step, next);
    tables.states[CELLS * state] = (tables.states[CELLS * state] ?? 0) | (1 << (step & 31));
    return next;
  }

  /** Doubles the table of next states; those below a state are put in anew. */
  #grow(below: number): void {
    const { states, slots } = this.#tables;
    const wider = new Int32Array(2 * slots.length);
    for (let next = 1; next < below; next += 1) {
      const [state, step] = [states[CELLS * next + 2] ?? 0, states[CELLS * next + 3] ?? 0];
      if (state !== 0) put(wider, state, step, next);
    }
    this.#tables.slots = wider;
  }
}
