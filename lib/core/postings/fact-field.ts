import type { FoldedText } from "@/lib/core/kernel/fold";
import type { Field } from "./find-phrases";

const LIST_LITERAL = /^\s*\[\s*['"]/;
const LIST_GAP = /['"],\s{0,3}['"]/g;
const ESCAPED_SPACE = /\\(?:xa0|u00a0|n|t|r)/g;
const TAG = /<\/?([a-z][a-z0-9]{0,10})(?:\s[^<>]{0,400})?\/?>/g;
const INLINE_TAGS = new Set(["a", "b", "em", "font", "i", "small", "span", "strong", "sub", "sup", "u"]);

/** A place of the original text before which a space is put in, or a character of it that is left out. */
type Edit = { at: number; drops: boolean };

/**
 * A capital right after what may end a word ("presencialSi te interesa", where a line break was lost), or the backslash of Markdown that nobody
 * rendered ("full\-time"). One pattern, since a walk over the letters takes three times as long.
 */
const FLAW = /[a-zß-öø-ÿ)!?][A-ZÀ-ÖØ-Þ¿¡]|\\[-.|+&*_#()[\]!~>]/g;

/** "PhD" is one word. */
function editsOf(text: string): Edit[] {
  const edits: Edit[] = [];
  FLAW.lastIndex = 0;
  for (let flaw = FLAW.exec(text); flaw !== null; flaw = FLAW.exec(text)) {
    const { index } = flaw;
    if (flaw[0].startsWith("\\")) edits.push({ at: index, drops: true });
    else if (!text.startsWith("PhD", index - 1)) edits.push({ at: index + 1, drops: false });
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

/** Writes the original offsets of the folded units `[from, end)` into a map from `to` on. */
function copyStarts(map: Uint32Array, to: number, { starts, length }: FoldedText, from: number, end: number): void {
  const shift = to - from;
  if (starts === null) for (let unit = from; unit < end; unit += 1) map[unit + shift] = unit;
  else for (let unit = from; unit < end; unit += 1) map[unit + shift] = starts[unit] ?? length;
}

function edited(fold: FoldedText, folded: string, edits: readonly Edit[]): FoldedText {
  const pieces: string[] = [];
  const map = new Uint32Array(folded.length + edits.length + 1);
  let [from, to, at] = [0, 0, 0];
  for (const edit of edits) {
    if (fold.starts === null) at = edit.at;
    else while (at < folded.length && (fold.starts[at] ?? 0) < edit.at) at += 1;
    pieces.push(folded.slice(from, at));
    copyStarts(map, to, fold, from, at);
    to += at - from;
    from = at;
    if (edit.drops) from += 1;
    else {
      pieces.push(" ");
      map[to] = edit.at;
      to += 1;
    }
  }
  pieces.push(folded.slice(from));
  copyStarts(map, to, fold, from, folded.length);
  to += folded.length - from;
  map[to] = fold.length;
  return { folded: pieces.join(""), starts: map.subarray(0, to + 1), length: fold.length };
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
