import type { WordTable } from "./word-table";

/** Phrases as numbers of words, by their first word. A phrase without words stands everywhere. */
export type Phrases = { byFirst: ReadonlyMap<number, readonly (readonly number[])[]>; isEverywhere: boolean };

/** Phrases ready to be looked for; words not yet in the table are added to it. */
export function compilePhrases(table: WordTable, phrases: readonly (readonly string[])[]): Phrases {
  const byFirst = new Map<number, number[][]>();
  for (const phrase of phrases) {
    const [first, ...rest] = phrase.map((word) => table.add(word));
    if (first === undefined) continue;
    const others = byFirst.get(first);
    if (others === undefined) byFirst.set(first, [rest]);
    else others.push(rest);
  }
  return { byFirst, isEverywhere: phrases.some((phrase) => phrase.length === 0) };
}

/** True where one of the phrases stands whole within the half-open range of word numbers. */
export function holdsPhrase({ byFirst }: Phrases, words: readonly number[], from: number, to: number): boolean {
  if (byFirst.size === 0) return false;
  for (let at = Math.max(0, from); at < to; at += 1) {
    const rests = byFirst.get(words[at] ?? -1);
    if (rests?.some((rest) => at + rest.length < to && rest.every((word, ahead) => words[at + 1 + ahead] === word)))
      return true;
  }
  return false;
}
