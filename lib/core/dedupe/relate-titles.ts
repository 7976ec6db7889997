import type { Fingerprint } from "./dedupe-types";
import { stemTitleWord } from "./fold-title";
import { hasSynonym, standardTitle } from "./title-synonyms";

/**
 * How two titles stand to each other: the same words; other words for the same; one with words more; alike but for a word each; another
 * job, and then whether any word is shared; or unknown, where one says nothing.
 */
export type TitleRelation = "equal" | "synonym" | "longer" | "alike" | "other" | "unrelated" | "unknown";

const LEAST_PREFIX = 5;
/** Two titles with a word each of their own are alike where they share at least this part of their words. */
const ALIKE_SHARE = 0.6;

function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < LEAST_PREFIX) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  return rest === short.slice(start) || (short.length === long.length && rest === short.slice(start + 1));
}

/** "promotor" and "promocion", "admin" and "administrativ", "vte" and "vtex": one word in two forms. */
function isOneWord(a: string, b: string): boolean {
  if (a === b || isOneEditApart(a, b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= 3 && long.length - short.length === 1 && long.startsWith(short)) return true;
  if (short.length < LEAST_PREFIX) return false;
  let shared = 0;
  while (shared < short.length && short[shared] === long[shared]) shared += 1;
  return shared >= LEAST_PREFIX && shared * 2 >= long.length;
}

function unmatched(words: readonly string[], others: readonly string[]): string[] {
  return words.filter((word) => !others.some((other) => isOneWord(word, other)));
}

function wordsOf(print: Fingerprint, places: ReadonlySet<string>): string[] {
  return print.title.filter((word) => !places.has(word));
}

function areSynonyms(left: readonly string[], right: readonly string[]): boolean {
  const [one, other] = [standardTitle(left), standardTitle(right)];
  return unmatched(one, other).length === 0 && unmatched(other, one).length === 0;
}

/** How the titles of two listings stand to each other, the places of both left out. */
export function relateTitles(a: Fingerprint, b: Fingerprint): TitleRelation {
  if (a.title.length === 0 || b.title.length === 0) return "unknown";
  if (a.title.join(" ") === b.title.join(" ")) return "equal";
  const places = new Set([...a.placeWords, ...b.placeWords].map(stemTitleWord));
  const [left, right] = [wordsOf(a, places), wordsOf(b, places)];
  if (left.length === 0 || right.length === 0) return "other";
  const [more, less] = [unmatched(left, right), unmatched(right, left)];
  if (more.length === 0 && less.length === 0) return "equal";
  if (more.every(hasSynonym) && less.every(hasSynonym) && areSynonyms(left, right)) return "synonym";
  if (more.length === 0 || less.length === 0) return "longer";
  const shared = Math.min(left.length - more.length, right.length - less.length);
  if (shared === 0) return "unrelated";
  return shared / (shared + more.length + less.length) >= ALIKE_SHARE ? "alike" : "other";
}
