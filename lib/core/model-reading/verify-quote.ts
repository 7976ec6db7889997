import { escapePattern } from "@/lib/core/kernel/escape-pattern";
import { foldText, originalSpan } from "@/lib/core/kernel/fold";
import type { Evidence, Field } from "@/lib/core/postings/find-phrases";
import type { Section, SectionKind } from "@/lib/core/postings/posting-reading";
import { addressesModel } from "./addresses-model";

/** What is said of the employer and its benefits asks nothing of an applicant. */
const BOILERPLATE: ReadonlySet<SectionKind> = new Set(["about", "benefits"]);
/** A longer quote is not looked for: it is a copy of the advert rather than the words that say something. */
export const MAX_QUOTE_CHARS = 400;
/** Places of one quote that are looked at. */
const MAX_PLACES = 20;
const WORD = /[\p{L}\p{N}]/u;

/** The texts in which quotes have to stand. `sections` are those of `text`. */
export type QuoteGround = { title: Field; text: Field; sections: readonly Section[] };

/** True where a range begins and ends at the edges of words. */
function isWhole(folded: string, start: number, end: number): boolean {
  const joins = (edge: number, neighbour: number) =>
    WORD.test(folded.charAt(edge)) && WORD.test(folded.charAt(neighbour));
  return !joins(start, start - 1) && !joins(end - 1, end);
}

/** The folded words of a quote with any white space between them; null where it has none. */
function patternOf(quote: string): RegExp | null {
  const words = foldText(quote).folded.match(/\S+/gu) ?? [];
  if (words.length === 0) return null;
  return new RegExp(words.map(escapePattern).join("\\s+"), "gu");
}

function lineAround(folded: string, start: number, end: number): string {
  const after = folded.indexOf("\n", end);
  return folded.slice(folded.lastIndexOf("\n", start) + 1, after < 0 ? folded.length : after);
}

function placesIn(
  { field, text, fold }: Field,
  pattern: RegExp,
  isApart: (start: number, end: number) => boolean,
): Evidence[] {
  const found: Evidence[] = [];
  for (const match of fold.folded.matchAll(pattern)) {
    const end = match.index + match[0].length;
    if (!isWhole(fold.folded, match.index, end) || addressesModel(lineAround(fold.folded, match.index, end))) continue;
    const span = originalSpan(fold, match.index, end);
    if (!isApart(span.start, span.end)) found.push({ ...span, text: text.slice(span.start, span.end), field });
    if (found.length === MAX_PLACES) break;
  }
  return found;
}

/**
 * Where words that a model quotes stand in an advert, as whole words, whatever their case, accents and white space: title first, then the
 * text outside the sections `apart`, at most twenty places a field. Lines that talk to a model do not count, and neither does an empty
 * quote, nor one of more than 400 characters.
 */
export function findQuote(
  { title, text, sections }: QuoteGround,
  quote: string,
  apart: ReadonlySet<SectionKind> = BOILERPLATE,
): Evidence[] {
  const pattern = quote.length > MAX_QUOTE_CHARS ? null : patternOf(quote);
  if (pattern === null) return [];
  const isApart = (from: number, to: number): boolean =>
    sections.some(({ kind, start, end }) => apart.has(kind) && from < end && start < to);
  return [...placesIn(title, pattern, () => false), ...placesIn(text, pattern, isApart)];
}
