import { isVagueName, lettersOf } from "./generic-names";

/** Shorter names are a letter apart from too many others. */
const LEAST_LETTERS = 8;

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** Whether two words of letters are one slip of the pen apart: two neighbours changed places, or one letter is missing. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short === long || long.length - short.length > 1) return false;
  const at = firstDifference(short, long);
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

function canSlip(key: string): boolean {
  const letters = lettersOf(key);
  return letters.length >= LEAST_LETTERS && !/\d/u.test(letters) && !isVagueName(key);
}

/** Whether two keys of long, telling names without figures are one slip apart and begin with one letter. */
export function isNearSpelling(a: string, b: string): boolean {
  if (!canSlip(a) || !canSlip(b)) return false;
  const [left, right] = [lettersOf(a), lettersOf(b)];
  return left[0] === right[0] && isOneSlip(left, right);
}

/**
 * Pairs of keys that are near spellings of each other, each pair once and in order. Linear in the keys: two words one slip apart share
 * themselves or a word that is made of one of them by leaving out a letter.
 */
export function nearSpellings(keys: readonly string[]): [string, string][] {
  const met = new Map<string, string[]>();
  const pairs = new Map<string, [string, string]>();
  for (const key of [...new Set(keys)].sort()) {
    if (!canSlip(key)) continue;
    const letters = lettersOf(key);
    const shorter = Array.from({ length: letters.length }, (_, at) => letters.slice(0, at) + letters.slice(at + 1));
    for (const word of new Set([letters, ...shorter])) {
      const others = met.get(word) ?? [];
      for (const other of others) if (isNearSpelling(other, key)) pairs.set(`${other}\n${key}`, [other, key]);
      met.set(word, [...others, key]);
    }
  }
  return [...pairs.values()].sort(([a, b], [c, d]) => (a === c ? (b < d ? -1 : 1) : a < c ? -1 : 1));
}
