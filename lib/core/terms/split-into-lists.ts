import type { Span } from "@/lib/core/kernel/span";
import type { TextBlock } from "@/lib/core/postings/text-block";

/** One member of an enumeration; known where it names a known skill. */
export type Member = Span & { isKnown: boolean };

/** A sentence or line with the members that commas, slashes and connectives make of it. */
export type ListedSentence = { sentence: Span; members: Member[] };

const SENTENCE_END = /[\n;:!?•·]|\.(?=\s|$)/gu;
const SEPARATOR = /[,/|()]|\s(?:and|or|y|e|o|u|&|as well as|[-–—])\s/giu;

/** The ranges between the matches of a pattern. */
function between(text: string, { start, end }: Span, pattern: RegExp): Span[] {
  const spans: Span[] = [];
  let from = start;
  for (const found of text.slice(start, end).matchAll(pattern)) {
    const at = start + found.index;
    if (at > from) spans.push({ start: from, end: at });
    from = at + found[0].length;
  }
  if (end > from) spans.push({ start: from, end });
  return spans;
}

/** Tells of ascending ranges whether one of the mentions (ascending by start) lies over them. */
function overlapTeller(mentions: readonly Span[]): (range: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while ((mentions[at]?.end ?? Infinity) <= start) at += 1;
    return (mentions[at]?.start ?? Infinity) < end;
  };
}

/** Mentions in order, those that overlap as one. */
function joined(mentions: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { start, end } of mentions.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** The sentences of a text's paragraphs and items, headings left out, each with its members in order. */
export function splitIntoLists(
  text: string,
  blocks: readonly TextBlock[],
  mentions: readonly Span[],
): ListedSentence[] {
  const isKnown = overlapTeller(joined(mentions));
  return blocks
    .filter(({ kind }) => kind !== "heading")
    .flatMap((block) => between(text, block, SENTENCE_END))
    .map((sentence) => ({
      sentence,
      members: between(text, sentence, SEPARATOR).map((range) => ({ ...range, isKnown: isKnown(range) })),
    }));
}
