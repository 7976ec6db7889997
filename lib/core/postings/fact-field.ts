import type { FoldedText } from "@/lib/core/kernel/fold";
import type { Field } from "./find-phrases";

const LIST_LITERAL = /^\s*\[\s*['"]/;
const LIST_GAP = /['"],\s{0,3}['"]/g;
const ESCAPED_SPACE = /\\(?:xa0|u00a0|n|t|r)/g;
const TAG = /<\/?([a-z][a-z0-9]{0,10})(?:\s[^<>]{0,400})?\/?>/g;
const INLINE_TAGS = new Set(["a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"]);

/** A place of the original text before which a space is put in, or a character of it that is left out. */
type Edit = { at: number; drops: boolean };

const BACKSLASH = 92;
/** Signs that Markdown escapes. */
const ESCAPABLE = new Set("-.|+&*_#()[]!~>");

function isCapital(unit: number): boolean {
  return (
    (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) || unit === 0xa1 || unit === 0xbf
  );
}

/** Small letters and the signs that end a sentence or a bracket. */
function mayEnd(unit: number): boolean {
  if (unit >= 97) return unit <= 122 || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7);
  return unit === 41 || unit === 33 || unit === 63;
}

/**
 * A capital right after what may end a word ("presencialSi te interesa", where a line break was lost; "PhD" is one word), and the backslash of
 * Markdown that nobody rendered ("full\\-time").
 */
function editsOf(text: string): Edit[] {
  const edits: Edit[] = [];
  let isAfterEnd = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (isAfterEnd && isCapital(unit) && !text.startsWith("PhD", at - 2)) edits.push({ at, drops: false });
    else if (unit === BACKSLASH && ESCAPABLE.has(text.charAt(at + 1))) edits.push({ at, drops: true });
    isAfterEnd = mayEnd(unit);
  }
  return edits;
}

/** Foreign markup as white space of the same length: separators of a printed list, escapes in it, tags. */
function withoutMarkup(text: string, folded: string): string {
  let plain = folded;
  if (LIST_LITERAL.test(text)) {
    plain = plain
      .replace(LIST_GAP, (gap) => "\n".repeat(gap.length))
      .replace(ESCAPED_SPACE, (gap) => " ".repeat(gap.length));
  }
  if (!plain.includes("</")) return plain;
  return plain.replace(TAG, (tag, name: string) => (INLINE_TAGS.has(name) ? " " : "\n").repeat(tag.length));
}

function edited({ starts, length }: FoldedText, folded: string, edits: readonly Edit[]): FoldedText {
  const pieces: string[] = [];
  const bordered = new Uint32Array(folded.length + edits.length + 1);
  let [from, to, at] = [0, 0, 0];
  const copyUntil = (end: number): void => {
    pieces.push(folded.slice(from, end));
    if (starts === null) for (; from < end; from += 1, to += 1) bordered[to] = from;
    else for (; from < end; from += 1, to += 1) bordered[to] = starts[from] ?? length;
  };
  for (const edit of edits) {
    if (starts === null) at = edit.at;
    else while (at < folded.length && (starts[at] ?? 0) < edit.at) at += 1;
    copyUntil(at);
    if (edit.drops) from += 1;
    else {
      pieces.push(" ");
      bordered[to] = edit.at;
      to += 1;
    }
  }
  copyUntil(folded.length);
  bordered[to] = length;
  return { folded: pieces.join(""), starts: bordered.subarray(0, to + 1), length };
}

/**
 * The field as patterns of facts see it: words that a lost line break glued together stand apart, and foreign markup is white
 * space. Evidence found in it still points into the original text. Given once a text to all readers of facts.
 */
export function factField(field: Field): Field {
  const folded = withoutMarkup(field.text, field.fold.folded);
  const edits = editsOf(field.text);
  if (edits.length > 0) return { ...field, fold: edited(field.fold, folded, edits) };
  return folded === field.fold.folded ? field : { ...field, fold: { ...field.fold, folded } };
}
