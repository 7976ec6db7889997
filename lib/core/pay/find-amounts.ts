import type { FoldedText } from "@/lib/core/kernel/fold";
import { cuePlaces } from "@/lib/core/postings/fact-cues";
import { type Mark, markAfter, markBefore } from "./currency-marks";
import { readNumber } from "./read-number";

/** A number or a range of two, as far as its own signs go; offsets are into the folded text and include the signs. */
export type Amount = {
  start: number;
  end: number;
  min: number;
  max: number;
  isRange: boolean;
  /** The currency as written, folded; null for a bare number. */
  mark: string | null;
  /** "100k+": the amount is the lower end. */
  isOpen: boolean;
  /** Written with "k", "mil", "millones": an amount of something even where no currency stands. */
  isScaled: boolean;
};

type Term = Amount & { scale: number };

const NUMBER =
  /(?:\d(?: \d){0,2}(?:[.,] ?\d \d \d)+(?!\d)|\d{1,3}(?:'\d{3})(?:[.,']\d{3})*(?!\d)|\d{1,3}(?:\.\d{3})+(?:,(?:\d{1,2}|oo))?(?!\d)|\d{1,3}(?: ?,\d{3})+(?:\.\d{1,2})?(?!\d)|\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d{2}(?!\d))?|\d+(?:\\?[.,](?:\d{1,2}|oo)(?![\d]))?)/y;
const GOES_ON = /[.,]/;
const SCALE =
  /\s?(?:\+(?=k\b))?(?:(?<thousand>k|mil|miles|thousand)|(?<million>millon|millones|million|millions|mm|mln|m)|(?<lakh>lpa|lakhs?|lacs?))(?![a-z0-9])/y;
/** "100k+", but not "100k + bonus" or "100k+ bonus". */
const GLUED_THOUSAND = /k(?=[a-fh-z]{3})/y;
const OPEN =
  /\\?\+(?=[\s).,]|$)(?!\s?\+?\s?(?:bon|com|ben|pension|super|equity|ote|tips|variable|incent|propin|hol|exc|car|vat|\d|[$€£]))/y;
/** A letter right behind a number makes it something else (17h, 3d, 401k is caught below), unless it goes on about pay. */
const GLUED = /(?!brut|net[oa]|mens|anual|usd|eur|per|p[ahdw]\b|p\/|gross)[a-z%°º²]|\s?%|:\d/y;
const SHARE = /\s?[%°º²]|:\d/y;
const NOT_MONEY = /\s?(?:bn\b|billions?\b|b\b|mdd\b|mdp\b|trillion|crores?\b)/y;
const RETIREMENT = /^(?:401|403|457|529)$/;

const PERIOD_BETWEEN = String.raw`per annum|per (?:year|hour|hr|day|week|month)|an? (?:year|hour|day|week|month)|annually|hourly|pa|p\.a\.?|ph|\/\s?(?:yr|year|hr|hour|h|mes|mo|month|ano|dia|day|hora)|brut[oa]s?|net[oa]s?|gross|net|al mes|mensuales`;
const JOINT = new RegExp(
  String.raw`^\s?(?:(?:${PERIOD_BETWEEN})\.?)?\s?(?:\\?-+>?|~|\/|to|a|y|and|hasta|al|&|up to|hasta los|y los|y hasta|a los|and up to|through|thru|bis|tot|au|et|und|-? ?mid(?:point)?:?|-? ?max(?:imum|imaal|imo)?:?)\s?$`,
);
/** Two numbers further apart than this are no range of pay. */
const MAX_SPREAD = 12;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function scaleAt(folded: string, at: number, isMarked: boolean): { factor: number; end: number } {
  // "£43kContract": a lost space, which a sign before the number makes plain.
  if (isMarked && matchAt(GLUED_THOUSAND, folded, at) !== null) return { factor: 1000, end: at + 1 };
  const found = matchAt(SCALE, folded, at);
  if (found === null) return { factor: 1, end: at };
  const { thousand, million } = found.groups ?? {};
  const factor = thousand !== undefined ? 1000 : million !== undefined ? 1_000_000 : 100_000;
  return { factor, end: at + found[0].length };
}

function toTerm(folded: string, written: string, start: number): Term | null {
  const value = readNumber(written);
  if (value === null) return null;
  const numberEnd = start + written.length;
  const before = markBefore(folded, start);
  const scale = scaleAt(folded, numberEnd, before !== null && value < 1000);
  // Boards lose spaces: "2200000Resida" goes on with the next sentence.
  const isGlued =
    value < 1000 && before === null
      ? matchAt(GLUED, folded, numberEnd) !== null
      : matchAt(SHARE, folded, numberEnd) !== null;
  if (scale.factor === 1 && isGlued && markAfter(folded, numberEnd) === null) return null;
  if (RETIREMENT.test(written) && scale.factor !== 1) return null;
  if (matchAt(NOT_MONEY, folded, numberEnd) !== null) return null;
  if (before === null && value < 1000 && /[a-z#]/.test(folded.charAt(start - 1))) return null;
  const after: Mark | null = markAfter(folded, scale.end);
  const end = after?.at ?? scale.end;
  // "$ 1500 USD": the code says which dollar it is.
  const mark =
    before === null || (before.name === "$" && after !== null) ? (after?.name ?? before?.name ?? null) : before.name;
  const amount = value * scale.factor;
  const isOpen = matchAt(OPEN, folded, end) !== null;
  return {
    start: before?.at ?? start,
    end,
    min: amount,
    max: amount,
    isRange: false,
    mark,
    isOpen,
    isScaled: scale.factor !== 1,
    scale: scale.factor,
  };
}

/** "18-22k", "2 a 2,5 millones", "30-35.000": the lower number leaves out what the upper one says. */
function lifted(low: Term, high: Term): { min: number; max: number } {
  let [min, max] = [low.min, high.max];
  if (low.scale === 1 && high.scale > 1 && min < 1000) min *= high.scale;
  if (high.scale === 1 && low.scale > 1 && max < 1000) max *= low.scale;
  const isOneSum = low.mark === null || high.mark === null;
  if (
    isOneSum &&
    low.scale === 1 &&
    high.scale === 1 &&
    min < 1000 &&
    max >= 5000 &&
    min * 1000 <= max &&
    min * 3000 >= max
  )
    min *= 1000;
  return { min, max };
}

const TAGS = /<[^<>]*>/g;
/** A dash that was lost on the way, between two amounts with their signs: "$65,000.00', '$75,000.00", "€30.000 35.000 brutos". */
const LOST_DASH = /^[\s'",]*$/;
const CLOSE = 4;
const MAX_GAP = 28;
const MAX_GAP_WITH_TAGS = 120;

function isJoint(gap: string, low: Term, high: Term): boolean {
  const words = gap.includes("<") ? gap.replace(TAGS, " ").replace(/\s+/g, " ") : gap;
  if (JOINT.test(words)) return !(low.isRange && words.includes("/"));
  const bothGrouped = low.min >= 1000 && low.scale === 1 && high.scale === 1;
  const hasSigns = low.mark !== null && (high.mark === low.mark || bothGrouped);
  return (
    LOST_DASH.test(words) && hasSigns && !words.includes("\n") && high.min > low.min && high.min <= CLOSE * low.min
  );
}

function joined(folded: string, low: Term, high: Term): Term | null {
  const length = high.start - low.end;
  if (length < 0 || length > MAX_GAP_WITH_TAGS) return null;
  const gap = folded.slice(low.end, high.start);
  if ((length > MAX_GAP && !gap.includes("<")) || !isJoint(gap, low, high)) return null;
  if (low.mark !== null && high.mark !== null && low.mark !== high.mark && low.mark !== "$" && high.mark !== "$")
    return null;
  const { min, max } = lifted(low, high);
  if (min > max || max > min * MAX_SPREAD) return null;
  const mark = low.mark === null || low.mark === "$" ? (high.mark ?? low.mark) : low.mark;
  const isScaled = low.isScaled || high.isScaled;
  return {
    start: low.start,
    end: high.end,
    min,
    max,
    isRange: min !== max,
    mark,
    isOpen: high.isOpen,
    isScaled,
    scale: high.scale,
  };
}

/**
 * The numbers of a folded text that could be amounts, in order, two joined by "-", "to", "a", "y" … as one range. Numbers
 * written with spaces for thousands count only beside a currency; percentages, times of day and codes are left out.
 */
export function findAmounts(fold: FoldedText): Amount[] {
  const { folded } = fold;
  const terms: Term[] = [];
  let from = 0;
  for (const at of cuePlaces(fold).numbers) {
    if (at < from || (at > 0 && GOES_ON.test(folded.charAt(at - 1)))) continue;
    const written = matchAt(NUMBER, folded, at)?.[0];
    if (written === undefined) continue;
    from = at + written.length;
    const term = toTerm(folded, written, at);
    if (term !== null) terms.push(term);
  }
  const amounts: Amount[] = [];
  for (let i = 0; i < terms.length; i += 1) {
    let amount = terms[i];
    if (amount === undefined) continue;
    for (let next = terms[i + 1]; next !== undefined; next = terms[i + 1]) {
      const range = joined(folded, amount, next);
      if (range === null) break;
      amount = range;
      i += 1;
    }
    amounts.push(amount);
  }
  return amounts;
}
