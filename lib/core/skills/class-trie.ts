/** Cells of a state: one bit for each step (of 32) that leads on, its first entry, the state it comes from, and by which step. */
const CELLS = 4;

/** The flat tables of a trie: the states after the root by step, all states, and where the others' next states are found. */
export type TrieTables = { first: Int32Array; states: Int32Array; slots: Int32Array };

/** An odd number with its bits well mixed: consecutive states and classes fall far apart. */
const SPREAD = 0x9e3779b1 | 0;

/** The place in a table of next states at which looking for a step begins. */
export function slotOf(state: number, step: number, last: number): number {
  const mixed = Math.imul(Math.imul(state, SPREAD) ^ step, SPREAD);
  return (mixed ^ (mixed >>> 15)) & last;
}

/** The state that one step leads to from another state; 0 where it leads nowhere. */
export function nextState({ first, states, slots }: TrieTables, state: number, step: number): number {
  if (step < 0) return 0;
  if (state === 0) return step < first.length ? (first[step] ?? 0) : 0;
  if ((((states[CELLS * state] ?? 0) >>> (step & 31)) & 1) === 0) return 0;
  const last = slots.length - 1;
  for (let slot = slotOf(state, step, last); ; slot = (slot + 1) & last) {
    const next = slots[slot] ?? 0;
    const row = CELLS * next;
    if (next === 0 || (states[row + 2] === state && states[row + 3] === step)) return next;
  }
}

/**
 * Paths of word classes, with what stands at their ends: a range of numbers, which whoever made it knows the meaning of.
 * States are numbers, 0 is the root. All lies in flat tables, so that reading allocates nothing and costs the same
 * however many paths there are.
 */
export class ClassTrie {
  readonly tables: TrieTables;

  constructor(tables: TrieTables) {
    this.tables = tables;
  }

  /** The state that one class leads to from another state; 0 where it leads nowhere. */
  next(state: number, step: number): number {
    return nextState(this.tables, state, step);
  }

  /** The first of the entries at a state. */
  entriesFrom(state: number): number {
    return this.tables.states[CELLS * state + 1] ?? 0;
  }

  /** What comes after the last of the entries at a state. */
  entriesTo(state: number): number {
    return this.tables.states[CELLS * state + CELLS + 1] ?? 0;
  }
}
