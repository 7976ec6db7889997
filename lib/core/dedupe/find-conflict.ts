import type { Fingerprint, ReasonCode } from "./dedupe-types";

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return !a.some((item) => b.includes(item));
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function contains(a: readonly string[], b: readonly string[]): boolean {
  return b.every((item) => a.includes(item));
}

/** Another level in the titles. Where one title states none, its text must state that of the other. */
function haveOtherLevels(a: Fingerprint, b: Fingerprint): boolean {
  if (a.seniority !== b.seniority) {
    if (a.seniority !== null && b.seniority !== null) return true;
    const [stated, unstated] = a.seniority === null ? [b, a] : [a, b];
    if (unstated.textSeniority !== stated.seniority) return true;
  }
  return !areEqual(a.grades, b.grades);
}

function figuresOf(print: Fingerprint, kind: string): string[] {
  return print.figures.filter((figure) => figure.startsWith(kind));
}

/** Both state figures of a kind, and each has one that the other has not. */
function haveOtherFigures(a: Fingerprint, b: Fingerprint): boolean {
  return ["years:", "hours:"].some((kind) => {
    const [left, right] = [figuresOf(a, kind), figuresOf(b, kind)];
    return left.length > 0 && right.length > 0 && !contains(left, right) && !contains(right, left);
  });
}

/**
 * What forbids that two listings are one job, whatever their texts share: another level, another requisition number, other terms
 * (shift, hours, contract, language), another number of years or hours; null where nothing does. Costs no look at the texts.
 */
export function findConflict(a: Fingerprint, b: Fingerprint): ReasonCode | null {
  if (haveOtherLevels(a, b)) return "other_seniority";
  if (a.requisitions.length > 0 && b.requisitions.length > 0 && areDisjoint(a.requisitions, b.requisitions))
    return "other_requisition";
  if (a.terms.length > 0 && b.terms.length > 0 && !areEqual(a.terms, b.terms)) return "other_terms";
  if (haveOtherFigures(a, b)) return "other_figures";
  return null;
}
