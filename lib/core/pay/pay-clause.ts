import type { Amount } from "./find-amounts";
import { firstPeriod } from "./pay-period";
import {
  BENEFIT_BEFORE,
  BY_THE_PIECE,
  LABEL_AFTER,
  LISTED_AFTER,
  NOT_PAY_AFTER,
  NOT_PAY_BEFORE,
  ON_TARGET,
  STRONG_LABEL,
  WEAK_LABEL,
} from "./pay-words";

/** The words around an amount that speak of it. */
export type Clause = {
  /** From the clause's start (or the end of the amount before) to the amount. */
  before: string;
  /** The last words of `before`, from the label that names pay on; empty where none does. */
  labelled: string;
  /** What follows on the line, whatever it speaks of. */
  rest: string;
  label: "strong" | "weak" | null;
  /** From the amount to the next break, next amount or "plus". */
  after: string;
  /** The line holds nothing but the amount and words of its period. */
  isAlone: boolean;
  /** No word for pay, but one for a benefit stands before it. */
  hasBenefits: boolean;
};

const REACH_BEFORE = 160;
const REACH_AFTER = 60;
const WEAK_GAP = 40;
const LABEL_LINE = 60;
const RANGE_REACH = 30;
const BREAK_BEFORE = /\n|[!?]\s|(?<!\b(?:aprox|approx|max|min|circa|ca|no|incl|s\/))[.;]\s(?!\s*$)|[•|]/g;
const BREAK_AFTER = /\n|[;!?|•]|\.\s|\.$|\s\+|\+\s|\bplus\b|\bmas\b|\bwith\b|\d/;
const ALONE_BEFORE = /^[\s*•·\-:('"[\],\\]*(?:up to|from|hasta|desde|circa|c\.)?[\s:]*$/;
const ALONE_AFTER =
  /^[\s.)*,'"\]]*(?:(?:per|an?|\/)\s?(?:year|hour|day|month|week|annum))?[\s.)*'"\],-]*(?:estimated)?[\s\])'",*\\]*(?:$|[\n|•])/;

/** Words that may stand between a label and a bare number; anything else makes the number another thing. */
const FILLERS = new Set(
  (
    "de del partir es sera is of the la el a al por per and y en in un una for from to up hasta desde entre between range rango rate base basic basico fijo fixed inicial starting neto neta bruto bruta " +
    "nominal liquido mensual mensuales monthly anual annual annually yearly weekly semanal hourly hora hour mes month year ano dia day aprox aproximado aproximada aproximadamente approx ofrecido ofrecemos propuesto propuesta total " +
    "integral promedio minimo minima maximo maxima min max aproximados quincenal diario ordinario comprendido salarial salariales fija pay salary sueldo salario remuneracion oferta ofrecida tarifa estimado estimated competitive competitivo segun cargo puesto actual"
  ).split(" "),
);

function lastMatch(pattern: RegExp, text: string): { at: number; end: number } | null {
  let last: { at: number; end: number } | null = null;
  for (const found of text.matchAll(pattern)) last = { at: found.index, end: found.index + found[0].length };
  return last;
}

/** "Up to", "entre" … before an amount: its label stands on the line above. */
const OPENING = /\b(?:up to|from|between|hasta|desde|entre|circa|a partir de|starting at)\b/g;

function hasWords(line: string): boolean {
  return /[a-z0-9]/.test(line.replace(OPENING, ""));
}

/** Where the words about an amount begin: a short line that is only a label belongs to the line under it. */
function clauseStart(folded: string, start: number, floor: number): number {
  const from = Math.max(floor, start - REACH_BEFORE);
  const window = folded.slice(from, start);
  const cuts = Array.from(window.matchAll(BREAK_BEFORE), (found) => found.index + found[0].length);
  const cut = cuts.pop();
  if (cut === undefined) return from;
  if (hasWords(window.slice(cut))) return from + cut;
  let end = cut;
  for (let start = cuts.pop() ?? 0; ; start = cuts.pop() ?? 0) {
    const line = window.slice(start, end);
    if (/[a-z0-9]/.test(line)) {
      const isLabelLine = line.length <= LABEL_LINE && (line.match(STRONG_LABEL) ?? line.match(WEAK_LABEL)) !== null;
      return from + (isLabelLine ? start : cut);
    }
    if (start === 0) return from + cut;
    end = start;
  }
}

/** "£30,000", and "per year" on the line below. */
const PERIOD_BELOW = /^[\s.,*)]*\n\s*(?=(?:per|an?|\/|p\.?a)\b)/;

function afterOf(folded: string, end: number): string {
  const window = folded.slice(end, end + REACH_AFTER).replace(PERIOD_BELOW, (gap) => " ".repeat(gap.length));
  const stop = BREAK_AFTER.exec(window)?.index ?? window.length;
  return window.slice(0, stop);
}

function isAtLineStart(folded: string, at: number): boolean {
  return at === 0 || /[\n|•]\s*$/.test(folded.slice(Math.max(0, at - 4), at));
}

function isFiller(gap: string): boolean {
  return (gap.match(/[a-z]+/g) ?? []).every((word) => FILLERS.has(word)) && !/\d/.test(gap);
}

type Label = { at: number; end: number; strength: "strong" | "weak" };

function labelIn(before: string): Label | null {
  const strong = lastMatch(STRONG_LABEL, before);
  if (strong !== null) return { ...strong, strength: "strong" };
  const weak = lastMatch(WEAK_LABEL, before);
  return weak === null || before.length - weak.end > WEAK_GAP ? null : { ...weak, strength: "weak" };
}

/** A word that denies an amount counts where no word for pay comes after it; beside a range, which is hardly ever anything else, only close by. */
function isDeniedBefore(before: string, label: Label | null, amount: Amount): boolean {
  const denied = lastMatch(NOT_PAY_BEFORE, before);
  if (denied === null || (label !== null && denied.end <= label.at)) return false;
  return !(label === null && amount.isRange && before.length - denied.end > RANGE_REACH);
}

/** "£45,000 - £54,000 Bonus Benefits": a list that lost its signs, where the amount has a label or is a range. */
function isDeniedAfter(line: string, gap: string, label: Label | null, amount: Amount): boolean {
  if (BY_THE_PIECE.test(line) || ON_TARGET.test(line)) return true;
  if (!NOT_PAY_AFTER.test(line)) return false;
  if (!LISTED_AFTER.test(line)) return true;
  const isLabelled = label?.strength === "strong" && isFiller(gap) && !/[+&]/.test(gap);
  return !(isLabelled || amount.isRange);
}

function isBareAllowed(amount: Amount, gap: string, label: Label | null, after: string): boolean {
  if (amount.isScaled && amount.isRange && firstPeriod(after) !== null) return true;
  if (label?.strength !== "strong") return false;
  return isFiller(gap) || (amount.isScaled && gap.length <= WEAK_GAP);
}

/** The clause that an amount stands in, or null where its words say that it is not this job's fixed pay. */
export function clauseAround(folded: string, amount: Amount, floor: number): Clause | null {
  const from = clauseStart(folded, amount.start, floor);
  const before = folded.slice(from, amount.start);
  const label = labelIn(before);
  if (isDeniedBefore(before, label, amount)) return null;
  const gap = label === null ? "" : before.slice(label.end);
  const rest = folded.slice(amount.end, amount.end + REACH_AFTER);
  const after = afterOf(folded, amount.end);
  if (amount.mark === null && !isBareAllowed(amount, gap, label, after)) return null;
  if (isDeniedAfter(rest.split("\n", 1)[0] ?? "", gap, label, amount)) return null;
  const isNamedBehind = LABEL_AFTER.test(rest);
  return {
    before,
    labelled: label === null ? "" : before.slice(Math.max(0, label.at - 12)),
    label: label?.strength === "strong" || isNamedBehind ? "strong" : (label?.strength ?? null),
    after,
    rest,
    isAlone: isAtLineStart(folded, from) && ALONE_BEFORE.test(before) && ALONE_AFTER.test(rest),
    hasBenefits: label === null && BENEFIT_BEFORE.test(before),
  };
}
