import { cuePlaces, type FactCue } from "./fact-cues";
import { type Field, type Phrase, toPhrase } from "./find-phrases";
import { isLetterOrDigitAt } from "./folded-letters";

/** Words that stand in or near what a pattern holds, and how far to either side of their beginning the pattern may reach. */
export type Trigger = { word: RegExp | FactCue; before: number; after: number };

const MAX_WORD = 30;

function alignedStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_WORD && isLetterOrDigitAt(text, start - 1)) start -= 1;
  return start;
}

function alignedEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < MAX_WORD && isLetterOrDigitAt(text, end)) end += 1;
  return end;
}

function phrasesIn(field: Field, pattern: RegExp, from: number, to: number, found: Phrase[]): void {
  const { folded } = field.fold;
  const offset = alignedStart(folded, from);
  const window = folded.slice(offset, alignedEnd(folded, to));
  pattern.lastIndex = 0;
  for (let match = pattern.exec(window); match !== null; match = pattern.exec(window)) {
    if (match[0] === "") pattern.lastIndex += 1;
    found.push(toPhrase(field, match, offset));
  }
}

function placesOf(field: Field, word: Trigger["word"]): readonly number[] {
  if (typeof word === "string") return cuePlaces(field.fold)[word];
  return Array.from(field.fold.folded.matchAll(word), ({ index }) => index);
}

/**
 * The places where a global pattern holds in the folded field, looked for only around the trigger's words: a pattern of many alternatives costs as much at every
 * letter as a plain word's search costs over the whole. Stretches that touch are searched as one, so that no place is found twice.
 */
export function findPhrasesNear(field: Field, { word, before, after }: Trigger, pattern: RegExp): Phrase[] {
  const { length } = field.fold.folded;
  const found: Phrase[] = [];
  let [from, to] = [-1, -1];
  for (const place of placesOf(field, word)) {
    const start = Math.max(0, place - before);
    if (from < 0) from = start;
    else if (start > to + MAX_WORD * 2) {
      phrasesIn(field, pattern, from, to, found);
      from = start;
    }
    to = Math.min(length, place + after);
  }
  if (from >= 0) phrasesIn(field, pattern, from, to, found);
  return found;
}
