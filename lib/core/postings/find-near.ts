import { type Field, type Phrase, quote } from "./find-phrases";

/** A word that must stand in or near what a pattern holds: cheap to look for, with the `g` flag. */
export type Trigger = { word: RegExp; before: number; after: number };

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const MAX_WORD = 30;

function alignedStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < MAX_WORD && LETTER_OR_DIGIT.test(text.charAt(start - 1))) start -= 1;
  return start;
}

function alignedEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < MAX_WORD && LETTER_OR_DIGIT.test(text.charAt(end))) end += 1;
  return end;
}

function phrasesIn(field: Field, pattern: RegExp, from: number, to: number, found: Phrase[]): void {
  const { folded } = field.fold;
  const offset = alignedStart(folded, from);
  const window = folded.slice(offset, alignedEnd(folded, to));
  pattern.lastIndex = 0;
  for (let match = pattern.exec(window); match !== null; match = pattern.exec(window)) {
    if (match[0] === "") pattern.lastIndex += 1;
    const [start, end] = [offset + match.index, offset + match.index + match[0].length];
    found.push({ evidence: quote(field, start, end), groups: match.groups ?? {}, start, end });
  }
}

/**
 * The places where a global pattern holds in the folded field, looked for only around the trigger: a pattern of many alternatives costs as much at every letter
 * as the whole of a plain word's search. Stretches that touch are searched as one, so that no place is found twice.
 */
export function findPhrasesNear(field: Field, { word, before, after }: Trigger, pattern: RegExp): Phrase[] {
  const { folded } = field.fold;
  const found: Phrase[] = [];
  let [from, to] = [-1, -1];
  word.lastIndex = 0;
  for (let hit = word.exec(folded); hit !== null; hit = word.exec(folded)) {
    const start = Math.max(0, hit.index - before);
    const end = Math.min(folded.length, hit.index + hit[0].length + after);
    if (from >= 0 && start > to + MAX_WORD * 2) {
      phrasesIn(field, pattern, from, to, found);
      from = start;
    } else if (from < 0) from = start;
    to = end;
  }
  if (from >= 0) phrasesIn(field, pattern, from, to, found);
  return found;
}
