import type { TextBlock } from "./text-block";

type Line = { start: number; end: number; text: string; afterBlank: boolean };

const LINE = /[^\n\r\u2028\u2029]+/gu;
const ITEM = /^(?:[•·●▪■◦‣∙✓✔➢►▶✅–—-]\s*[^\s-]|\*\s*[^\s*]|\d{1,2}[.)]\s+\S|[a-hA-H]\)\s+\S)/u;
/** Markdown that nobody rendered. */
const MARKED_HEADING = /^#{1,6} \S/u;
const MAX_HEADING_LENGTH = 80;
const MAX_HEADING_WORDS = 9;
const WRAPPED_LENGTH = 50;

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let previousEnd = -1;
  for (const found of text.matchAll(LINE)) {
    const trimmed = found[0].trim();
    if (trimmed === "") continue;
    const start = found.index + found[0].length - found[0].trimStart().length;
    const between = previousEnd < 0 ? "\n\n" : text.slice(previousEnd, start);
    lines.push({
      start,
      end: start + trimmed.length,
      text: trimmed,
      afterBlank: /(?:\n|\r(?!\n)).*(?:\n|\r(?!\n))/u.test(between),
    });
    previousEnd = start + trimmed.length;
  }
  return lines;
}

function looksLikeHeading(line: Line, next: Line | undefined): boolean {
  if (MARKED_HEADING.test(line.text)) return line.text.length <= MAX_HEADING_LENGTH && next !== undefined;
  const plain = line.text.replace(/^[*_#\s]+|[*_#\s]+$/gu, "");
  if (plain.length > MAX_HEADING_LENGTH || plain.length < 3 || /[.,;!]$/u.test(plain)) return false;
  const words = plain.split(/\s+/u).length;
  if (words > MAX_HEADING_WORDS || !/^[\p{Lu}¿¡"“#]/u.test(plain) || next === undefined) return false;
  if (plain.endsWith(":") || /^¿.*\?$/u.test(plain) || line.text.startsWith("**")) return true;
  if (plain === plain.toUpperCase() && /\p{Lu}{4}/u.test(plain)) return true;
  if (ITEM.test(next.text)) return true;
  return words <= 6 && line.afterBlank && next.text.length > WRAPPED_LENGTH;
}

/** A line goes on with the one before where that was long, broke off mid-sentence, and this one starts small. */
function isContinuation(previous: Line, line: Line): boolean {
  return (
    !line.afterBlank &&
    previous.text.length >= WRAPPED_LENGTH &&
    /[^.!?:;]$/u.test(previous.text) &&
    /^\p{Ll}/u.test(line.text)
  );
}

/**
 * The blocks of any text, by its own lines: items start with a bullet, a dash or a number, headings are short lines that
 * something follows. Blocks are in order, do not overlap, and cover every line that is not blank.
 */
export function recoverBlocks(text: string): TextBlock[] {
  const lines = linesOf(text);
  const blocks: TextBlock[] = [];
  lines.forEach((line, index) => {
    const [previous, last] = [lines[index - 1], blocks.at(-1)];
    if (previous !== undefined && last !== undefined && last.kind !== "heading" && isContinuation(previous, line)) {
      last.end = line.end;
      return;
    }
    const kind = ITEM.test(line.text) ? "item" : looksLikeHeading(line, lines[index + 1]) ? "heading" : "paragraph";
    blocks.push({ start: line.start, end: line.end, kind });
  });
  return blocks;
}
