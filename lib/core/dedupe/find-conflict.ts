import type { Seniority } from "@/lib/core/postings/posting-fields";
import type { Fingerprint, ReasonCode } from "./dedupe-types";
import { FIGURE_KINDS } from "./read-figures";

function areDisjoint(a: readonly string[], b: readonly string[]): boolean {
  return !a.some((item) => b.includes(item));
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function contains(a: readonly string[], b: readonly string[]): boolean {
  return b.every((item) => a.includes(item));
}

const LOWEST_GRADE = ["i"];
/** The level that such a grade alone is read as. */
const GRADED_ONE: Seniority = "entry";

/** "Data Analyst" and "Data Analyst I": the lowest grade is what a title without grade names. */
function isOnlyGradedOne(a: Fingerprint, b: Fingerprint): boolean {
  const [bare, graded] = a.grades.length === 0 ? [a, b] : [b, a];
  if (bare.grades.length > 0 || !areEqual(graded.grades, LOWEST_GRADE)) return false;
  return graded.seniority === bare.seniority || (bare.seniority === null && graded.seniority === GRADED_ONE);
}

/**
 * Another level in the titles. Where one title states none, its text must state that of the other; the lowest grade in one title alone
 * is no level.
 */
function haveOtherLevels(a: Fingerprint, b: Fingerprint): boolean {
  if (isOnlyGradedOne(a, b)) return false;
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

/** A text this much shorter is a part of the other one, and can say nothing that the other does not. */
const PART = 0.8;

/** Both state figures of a kind, and one has a figure that it could not have if it were the other, or a part of it. */
function haveOtherFigures(a: Fingerprint, b: Fingerprint): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const isPart = short.length < PART * long.length;
  return FIGURE_KINDS.some((kind) => {
    const [few, many] = [figuresOf(short, kind), figuresOf(long, kind)];
    return few.length > 0 && many.length > 0 && !contains(many, few) && (isPart || !contains(few, many));
  });
}

/**
 * What forbids that two listings are one job, whatever their texts share: another level, another requisition number, other terms
 * (shift, hours, contract, language), other figures of what is asked (years, hours, times, kind of contract); null where nothing does. Costs no look at the texts.
 */
export function findConflict(a: Fingerprint, b: Fingerprint): ReasonCode | null {
  if (haveOtherLevels(a, b)) return "other_seniority";
  if (a.requisitions.length > 0 && b.requisitions.length > 0 && areDisjoint(a.requisitions, b.requisitions))
    return "other_requisition";
  if (a.terms.length > 0 && b.terms.length > 0 && !areEqual(a.terms, b.terms)) return "other_terms";
  if (haveOtherFigures(a, b)) return "other_figures";
  return null;
}
