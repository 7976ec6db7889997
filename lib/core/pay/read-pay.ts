import type { Lang } from "@/lib/core/kernel/language";
import { type Field, quote } from "@/lib/core/postings/find-phrases";
import type { Salary } from "@/lib/core/postings/posting-fields";
import type { Pay, Reading } from "@/lib/core/postings/posting-reading";
import { type Amount, findAmounts } from "./find-amounts";
import { type Candidate, weighAmount } from "./weigh-amount";

export type PayGiven = { title: Field; text: Field; lang: Lang; country: string | null };

/** A bare number below a hundred is pay only where an hour follows. */
const BY_THE_HOUR = /^\s?(?:gross|brut[oa]s?|net[oa]s?)?\s?(?:\/|per|an?|por|la)\s?h/;

/** Stems of the words that name pay: a look at the few words before a bare number is cheaper than weighing it. */
const LABEL_STEM =
  /sueldo|sala[ir]|remun|retribu|honorar|compens|pay|wage|rate|jornal|haberes|renta |gehalt|\bral\b|\bctc\b|range|band|scale/;
const LABEL_REACH = 70;

function isIdle(folded: string, { mark, start, end, max, isScaled, isRange }: Amount): boolean {
  if (mark !== null || (isScaled && isRange)) return false;
  if (max < 100 && !BY_THE_HOUR.test(folded.slice(end, end + 24))) return true;
  return !LABEL_STEM.test(folded.slice(Math.max(0, start - LABEL_REACH), start));
}

type Found = Candidate & { field: Field };

function candidatesOf(field: Field, given: PayGiven): Found[] {
  const { folded } = field.fold;
  const context = { country: given.country, isEnglish: given.lang === "en" };
  const found: Found[] = [];
  let floor = 0;
  for (const amount of findAmounts(field.fold)) {
    const candidate = isIdle(folded, amount) ? null : weighAmount(field, amount, floor, context);
    if (candidate !== null) found.push({ ...candidate, field });
    if (amount.mark !== null) floor = amount.end;
  }
  return found;
}

function isSameKind(a: Candidate, b: Candidate): boolean {
  return a.pay.salary.currency === b.pay.salary.currency && a.pay.salary.period === b.pay.salary.period;
}

const NEAR = 200;

/** "from $41 in our lowest market up to $67 in the highest": the two ends, each on its own. */
function ofTwoEnds(best: Found, all: readonly Found[]): Pay | null {
  if (best.pay.bound !== "from") return null;
  const top = all.find(
    (other) =>
      other.field === best.field && other.start > best.end && other.pay.bound === "up_to" && isSameKind(best, other),
  );
  if (top === undefined || top.start - best.end > NEAR) return null;
  const [min, max] = [best.pay.salary.min, top.pay.salary.max];
  return max > min && max <= 4 * min ? { ...best.pay, salary: { ...best.pay.salary, min, max }, bound: "range" } : null;
}

/** The best supported; of equals the first, the advert's own words before a board's line. */
function bestOf(all: readonly Found[]): Found | null {
  let best: Found | null = null;
  for (const one of all) {
    const isBetter = best === null || one.support > best.support;
    if (isBetter || (one.support === best?.support && best.isAlone && !one.isAlone)) best = one;
  }
  return best;
}

/** "Up to £75,000", and elsewhere "£60,000 to £75,000": the range says more. */
function ofFullRange(best: Found, all: readonly Found[]): Pay | null {
  const { min, max } = best.pay.salary;
  if (min !== max || best.isEstimated) return null;
  const range = all.find(
    (other) =>
      other.pay.bound === "range" &&
      !other.isEstimated &&
      isSameKind(best, other) &&
      isEndOf(best.pay.salary, other.pay.salary),
  );
  return range === undefined ? null : { ...best.pay, salary: range.pay.salary, bound: "range" };
}

/** A board's own line gives one end of the range that the advert states. */
function isEndOf(amount: Salary, range: Salary): boolean {
  return amount.min === amount.max && (range.min === amount.min || range.max === amount.max);
}

/** Whether two amounts are stated in the same way: both named as pay, or both with their period. */
function isLikewise(best: Found, other: Found): boolean {
  if (best.isLabelled !== other.isLabelled) return !best.isLabelled && isEndOf(best.pay.salary, other.pay.salary);
  return best.isLabelled || (best.hasPeriod && other.hasPeriod) || isEndOf(best.pay.salary, other.pay.salary);
}

/** Pay by place or level stands in several amounts; together they run from the lowest to the highest. */
function merged(best: Found, all: readonly Found[]): Pay {
  const ends = ofFullRange(best, all) ?? ofTwoEnds(best, all);
  if (ends !== null) return ends;
  const others = all.filter(
    (other) =>
      other !== best &&
      other.field === best.field &&
      isSameKind(best, other) &&
      isLikewise(best, other) &&
      other.support >= best.support - 1 &&
      !other.isEstimated &&
      (other.pay.bound === "exact" || other.pay.bound === "range"),
  );
  if (others.length === 0 || best.isEstimated || best.pay.bound === "up_to") return best.pay;
  const { salary } = best.pay;
  const min = Math.min(salary.min, ...others.map((other) => other.pay.salary.min));
  const max = Math.max(salary.max, ...others.map((other) => other.pay.salary.max));
  if (max > 4 * min || min === max) return best.pay;
  return { ...best.pay, salary: { ...salary, min, max }, bound: "range" };
}

/**
 * The fixed pay that a posting states for its job, in the period and the currency that it says, or that are the only ones
 * plausible in its country (`country` ISO 3166-1 alpha-2, or null); null where it states none, or where either cannot be told.
 * One amount gives min = max with its `bound`. Commission, bonus, tips, allowances and sums that are not pay are left out;
 * `hasVariable` tells that they come on top. Of several, the best supported counts: a label, then a period, then a range.
 */
export function readPay(given: PayGiven): Reading<Pay> | null {
  const all = [...candidatesOf(given.title, given), ...candidatesOf(given.text, given)];
  const best = bestOf(all);
  if (best === null) return null;
  const { field, start, end } = best;
  return {
    value: merged(best, all),
    confidence: best.support >= 6 ? 0.98 : best.support >= 4 ? 0.95 : 0.9,
    method: field.field === "title" ? "title" : best.support >= 4 ? "label" : "text",
    evidence: [quote(field, start, end)],
  };
}
