/** Finds which of many short literals a text holds in one walk over its units (Aho and Corasick, 1975). */
export type LiteralAutomaton = {
  /** The class of a UTF-16 unit; 0 for units that no literal has. */
  classes: Uint8Array;
  classCount: number;
  /** The state behind `state * classCount + class`; 0 is the start. */
  next: Uint16Array;
  /** The groups, as bits, whose literals end in a state. */
  found: Uint32Array;
};

type Node = { children: Map<number, number>; found: number; fail: number };

function addLiteral(nodes: Node[], literal: string, bit: number): void {
  let at = 0;
  for (const sign of literal) {
    const unit = sign.charCodeAt(0);
    const known = nodes[at]?.children.get(unit);
    if (known === undefined) {
      nodes[at]?.children.set(unit, nodes.length);
      at = nodes.length;
      nodes.push({ children: new Map(), found: 0, fail: 0 });
    } else at = known;
  }
  const end = nodes[at];
  if (end !== undefined) end.found |= bit;
}

function classesOf(nodes: readonly Node[]): { classes: Uint8Array; classCount: number } {
  const classes = new Uint8Array(0x10000);
  const units = new Set(nodes.flatMap(({ children }) => [...children.keys()]));
  let classCount = 1;
  for (const unit of units) classes[unit] = classCount++;
  return { classes, classCount };
}

/** An automaton for groups of literals; `groups` maps a group's bit to its literals. At most 65,535 units in all. */
export function createAutomaton(groups: ReadonlyMap<number, readonly string[]>): LiteralAutomaton {
  const nodes: Node[] = [{ children: new Map(), found: 0, fail: 0 }];
  for (const [bit, literals] of groups) for (const literal of literals) addLiteral(nodes, literal, bit);
  const { classes, classCount } = classesOf(nodes);
  const next = new Uint16Array(nodes.length * classCount);
  const found = new Uint32Array(nodes.length);
  const queue = [0];
  for (const at of queue) {
    const node = nodes[at];
    if (node === undefined) continue;
    found[at] = node.found | (at === 0 ? 0 : (found[node.fail] ?? 0));
    // What the longest proper suffix leads to, and then the own children over it.
    if (at !== 0) next.copyWithin(at * classCount, node.fail * classCount, (node.fail + 1) * classCount);
    for (const [unit, child] of node.children) {
      const slot = at * classCount + (classes[unit] ?? 0);
      const kid = nodes[child];
      if (kid !== undefined) kid.fail = next[slot] ?? 0;
      next[slot] = child;
      queue.push(child);
    }
  }
  return { classes, classCount, next, found };
}

/**
 * The literal that every text begins with that a pattern matches: "reasonable " of "reasonable (?:accommodation|adjustment)". Throws
 * where there is none, for then nothing could be told from a literal.
 */
export function literalStart(pattern: string): string {
  const start = /^(?:\\b)?(?<literal>[a-z0-9 -]+)(?![?*{])/u.exec(pattern)?.groups?.["literal"];
  if (start === undefined) throw new Error(`The pattern ${pattern} begins with no literal.`);
  return start;
}
