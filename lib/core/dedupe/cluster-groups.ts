import type { Fingerprint } from "./dedupe-types";
import { findConflict } from "./find-conflict";

/** Of two large groups so many members each are held against each other, in order of their ids; enough to meet a conflict that there is. */
const MOST_COMPARED = 12;

/** What conflicts are judged by: the fingerprint of a listing; its text and keys are not looked at. */
export type PrintOf = (index: number) => Fingerprint | undefined;

/** Groups of listings that grow by joining; listings are indices, in the order of their ids. */
export class ClusterGroups {
  readonly #parents: Uint32Array;
  readonly #members = new Map<number, number[]>();
  readonly #forbidden = new Map<number, Set<number>>();
  readonly #printOf: PrintOf;
  /** Groups as an administrator made them: each speaks with one voice. */
  readonly #bound: Map<number, number> = new Map();

  constructor(size: number, printOf: PrintOf) {
    this.#printOf = printOf;
    this.#parents = Uint32Array.from({ length: size }, (_, index) => index);
  }

  /** The index that stands for the group of a listing. */
  find(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    let at = index;
    while (at !== root) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  membersOf(root: number): readonly number[] {
    return this.#members.get(root) ?? [root];
  }

  /** Says that two listings are never in one group. */
  forbid(a: number, b: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      this.#forbidden.set(one, (this.#forbidden.get(one) ?? new Set()).add(other));
  }

  /** Joins two groups whatever the rules say, unless an administrator keeps two of their listings apart. */
  bind(a: number, b: number): boolean {
    if (!this.#mayTouch(a, b)) return false;
    this.#union(this.find(a), this.find(b));
    const root = this.find(a);
    for (const member of this.membersOf(root)) this.#bound.set(member, root);
    return true;
  }

  /** Joins two groups unless two of their listings are kept apart or are in conflict. */
  join(a: number, b: number): boolean {
    const [left, right] = [this.find(a), this.find(b)];
    if (left === right) return true;
    if (!this.#mayTouch(a, b) || this.#areInConflict(left, right)) return false;
    this.#union(left, right);
    return true;
  }

  #mayTouch(a: number, b: number): boolean {
    const other = this.find(b);
    return !this.membersOf(this.find(a)).some((member) =>
      [...(this.#forbidden.get(member) ?? [])].some((one) => this.find(one) === other),
    );
  }

  /** A bound group conflicts only where all of its listings do: the administrator has judged the differences among them. */
  #areInConflict(left: number, right: number): boolean {
    const [ones, others] = [this.#voices(left), this.#voices(right)];
    return ones.some((one) => others.some((other) => one.every((a) => other.every((b) => this.#conflict(a, b)))));
  }

  #voices(root: number): number[][] {
    const voices = new Map<number, number[]>();
    for (const member of this.membersOf(root).slice(0, MOST_COMPARED)) {
      const voice = this.#bound.get(member);
      const key = voice === undefined ? -1 - member : voice;
      voices.set(key, [...(voices.get(key) ?? []), member]);
    }
    return [...voices.values()];
  }

  #conflict(a: number, b: number): boolean {
    const [one, other] = [this.#printOf(a), this.#printOf(b)];
    return one !== undefined && other !== undefined && findConflict(one, other) !== null;
  }

  #union(left: number, right: number): void {
    if (left === right) return;
    const [root, child] = left < right ? [left, right] : [right, left];
    this.#parents[child] = root;
    const members = [...this.membersOf(root), ...this.membersOf(child)].sort((a, b) => a - b);
    this.#members.set(root, members);
    this.#members.delete(child);
  }
}
