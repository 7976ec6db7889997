const FIRST_CAPACITY = 1024;
/** An odd number with its bits well mixed: consecutive states and classes fall far apart. */
const SPREAD = 0x9e3779b1 | 0;
/** Cells of a slot: state, class, next state (0: free). */
const CELLS = 4;

function slotOf(state: number, step: number, last: number): number {
  const mixed = Math.imul(Math.imul(state, SPREAD) ^ step, SPREAD);
  return ((mixed ^ (mixed >>> 15)) * CELLS) & last;
}

function put(slots: Int32Array, state: number, step: number, next: number): void {
  const last = slots.length - 1;
  let slot = slotOf(state, step, last);
  while (slots[slot + 2] !== 0) slot = (slot + CELLS) & last;
  slots[slot] = state;
  slots[slot + 1] = step;
  slots[slot + 2] = next;
}

function widened(cells: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  if (size <= cells.length) return cells;
  const wider = new Int32Array(Math.max(size, 2 * cells.length));
  wider.set(cells);
  return wider;
}

/**
 * Paths of word classes, with what stands at their ends. States are numbers, 0 is the root; all steps lie in one flat
 * table, so that reading allocates nothing and costs the same however many paths there are.
 */
export class ClassTrie<Entry> {
  readonly #entries: (Entry[] | null)[] = [null];
  /** Open addressing. */
  #slots = new Int32Array(CELLS * FIRST_CAPACITY);
  #steps = 0;
  /** The states after the root, by class: nearly every word of a text starts nothing. */
  #first = new Int32Array(FIRST_CAPACITY);
  /**
   * Two cells a state, side by side: one bit for each class (of 32) that leads on, so that most steps into nowhere are
   * seen here, and whether there are entries.
   */
  #states = new Int32Array(2 * FIRST_CAPACITY);

  /** The state that one class leads to from another state; 0 where it leads nowhere. */
  next(state: number, step: number): number {
    if (step < 0) return 0;
    if (state === 0) return step < this.#first.length ? (this.#first[step] ?? 0) : 0;
    if ((((this.#states[2 * state] ?? 0) >>> (step & 31)) & 1) === 0) return 0;
    const slots = this.#slots;
    const last = slots.length - 1;
    for (let slot = slotOf(state, step, last); ; slot = (slot + CELLS) & last) {
      const next = slots[slot + 2] ?? 0;
      if (next === 0 || (slots[slot] === state && slots[slot + 1] === step)) return next;
    }
  }

  /** True where something stands at a state. */
  hasEntries(state: number): boolean {
    return this.#states[2 * state + 1] !== 0;
  }

  /** What stands at a state, in the order of its coming. */
  entriesAt(state: number): readonly Entry[] {
    return this.#entries[state] ?? [];
  }

  /** Puts an entry at the end of a path. A path with an unknown class (below 0) is left out. */
  add(path: readonly number[], entry: Entry): void {
    let state = 0;
    for (const step of path) {
      if (step < 0) return;
      const next = this.next(state, step);
      state = next === 0 ? this.#extend(state, step) : next;
    }
    const others = this.#entries[state] ?? null;
    if (others === null) this.#entries[state] = [entry];
    else others.push(entry);
    this.#states[2 * state + 1] = 1;
  }

  /** Sorts the entries of every state; those of equal rank stay in the order of their coming. */
  sortEntries(compare: (a: Entry, b: Entry) => number): void {
    for (const entries of this.#entries) if (entries !== null && entries.length > 1) entries.sort(compare);
  }

  #extend(state: number, step: number): number {
    const next = this.#entries.push(null) - 1;
    this.#states = widened(this.#states, 2 * next + 2);
    if (state === 0) {
      this.#first = widened(this.#first, step + 1);
      this.#first[step] = next;
      return next;
    }
    this.#steps += 1;
    if (2 * CELLS * this.#steps > this.#slots.length) this.#grow();
    put(this.#slots, state, step, next);
    this.#states[2 * state] = (this.#states[2 * state] ?? 0) | (1 << (step & 31));
    return next;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let at = 0; at < old.length; at += CELLS)
      if (old[at + 2] !== 0) put(this.#slots, old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
  }
}
