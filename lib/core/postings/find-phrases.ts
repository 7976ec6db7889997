import { type FoldedText, originalSpan } from "@/lib/core/kernel/fold";
import type { QuotedSpan } from "@/lib/core/kernel/span";
import { isLetterAt } from "./folded-letters";

/** One given text of a posting, folded once for all the patterns that run over it. */
export type Field = { field: "title" | "text"; text: string; fold: FoldedText };

/** Words of a posting that a reading rests on. */
export type Evidence = QuotedSpan & { field: "title" | "text" };

type Groups = Partial<Record<string, string>>;

/** A place where a pattern holds, in folded offsets. Most are looked at and dropped, so its words are taken from the text only when asked for. */
export class Phrase {
  readonly #field: Field;
  readonly groups: Groups;
  readonly start: number;
  readonly end: number;

  constructor(field: Field, groups: Groups, start: number, end: number) {
    this.#field = field;
    this.groups = groups;
    this.start = start;
    this.end = end;
  }

  get evidence(): Evidence {
    return quote(this.#field, this.start, this.end);
  }
}

const NO_GROUPS: Groups = {};

/** What a pattern matched in a piece of a field that begins at a folded offset. */
export function toPhrase(field: Field, match: RegExpMatchArray, offset: number): Phrase {
  const start = offset + (match.index ?? 0);
  return new Phrase(field, match.groups ?? NO_GROUPS, start, start + match[0].length);
}

/** All places where a global pattern holds in the folded field; `start` and `end` are folded offsets. */
export function findPhrases(field: Field, pattern: RegExp): Phrase[] {
  // Most patterns hold nowhere, and `matchAll` takes a copy of the pattern before it looks.
  if (field.fold.folded.search(pattern) < 0) return [];
  return Array.from(field.fold.folded.matchAll(pattern), (found) => toPhrase(field, found, 0));
}

/** The original words behind a folded range. */
export function quote({ field, text, fold }: Field, start: number, end: number): Evidence {
  const span = originalSpan(fold, start, end);
  return { ...span, text: text.slice(span.start, span.end), field };
}

const [NEW_LINE, SPACE, BANG, DOT, SEMICOLON, QUESTION, BULLET] = [10, 32, 33, 46, 59, 63, 0x2022];

/** True where a sentence or a line ends at an offset that lies before `bound`: at a line's end, a bullet, or a stop and a space. */
function endsAt(folded: string, at: number, bound: number): boolean {
  const unit = folded.charCodeAt(at);
  if (unit === DOT || unit === SEMICOLON) return at + 1 < bound && folded.charCodeAt(at + 1) === SPACE;
  return unit === NEW_LINE || unit === BULLET;
}

/** True of a stop with a letter right behind it: boards lose the space between. */
function isGlued(folded: string, at: number, bound: number): boolean {
  const unit = folded.charCodeAt(at);
  return (unit === DOT || unit === BANG || unit === QUESTION) && at + 1 < bound && isLetterAt(folded, at + 1);
}

/** The folded sentence or line around a folded range, at most `reach` units to either side. */
export function sentenceOf(
  { fold: { folded } }: Field,
  start: number,
  end: number,
  reach = 160,
): { before: string; after: string } {
  const least = Math.max(0, start - reach);
  const most = Math.min(folded.length, end + reach);
  let [from, to] = [start, end];
  while (from > least && !endsAt(folded, from - 1, start)) from -= 1;
  while (to < most && !endsAt(folded, to, most) && !isGlued(folded, to, most)) to += 1;
  return { before: folded.slice(from, start), after: folded.slice(end, to) };
}
