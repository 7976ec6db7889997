import { type FoldedText, originalSpan } from "@/lib/core/kernel/fold";
import type { QuotedSpan } from "@/lib/core/kernel/span";

/** One given text of a posting, folded once for all the patterns that run over it. */
export type Field = { field: "title" | "text"; text: string; fold: FoldedText };

/** Words of a posting that a reading rests on. */
export type Evidence = QuotedSpan & { field: "title" | "text" };

export type Phrase = { evidence: Evidence; groups: Partial<Record<string, string>>; start: number; end: number };

/** All places where a global pattern holds in the folded field; `start` and `end` are folded offsets. */
export function findPhrases(field: Field, pattern: RegExp): Phrase[] {
  // Most patterns hold nowhere, and `matchAll` takes a copy of the pattern before it looks.
  if (field.fold.folded.search(pattern) < 0) return [];
  return Array.from(field.fold.folded.matchAll(pattern), (found) => {
    const [start, end] = [found.index, found.index + found[0].length];
    return { evidence: quote(field, start, end), groups: found.groups ?? {}, start, end };
  });
}

/** The original words behind a folded range. */
export function quote({ field, text, fold }: Field, start: number, end: number): Evidence {
  const span = originalSpan(fold, start, end);
  return { ...span, text: text.slice(span.start, span.end), field };
}

/** The folded sentence or line around a folded range, at most `reach` units to either side. */
export function sentenceOf(
  { fold }: Field,
  start: number,
  end: number,
  reach = 160,
): { before: string; after: string } {
  const before = fold.folded.slice(Math.max(0, start - reach), start);
  const after = fold.folded.slice(end, end + reach);
  const cutBefore = Math.max(
    before.lastIndexOf("\n"),
    before.lastIndexOf(". "),
    before.lastIndexOf("; "),
    before.lastIndexOf("•"),
  );
  const stop = /\n|\. |; |•|[.!?](?=\p{L})/u.exec(after)?.index ?? after.length;
  return { before: before.slice(cutBefore + 1), after: after.slice(0, stop) };
}
