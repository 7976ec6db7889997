import type { CanonicalText, TextBlock } from "@/lib/core/postings/text-block";
import { type PdfLine, toPdfLines } from "./pdf-lines";
import type { PdfPage } from "./run-extract-worker";

const BULLET = /^(?:[•●▪◦■□▸►➢➤✓✔‣⁃∙○*·]\s*|[-–—o]\s+)(?=\S)/;
const MAX_HEADING_WORDS = 8;
/** A first half that keeps its hyphen when the line breaks after it ("full-" + "stack"). */
const HYPHEN_WORDS =
  /(?:^|[\s-])(?:self|co|non|well|full|multi|cross|real|high|low|long|short|end|to|open|front|back|data|on|up|off|user|cloud|third|pre|post|e|micro|mid|part)-$/i;

type Style = { size: number; font: string; spacing: number };
type Piece = { kind: TextBlock["kind"]; text: string; gapBefore: boolean; last: PdfLine; indent: number };

function mostCommon<T>(values: readonly (readonly [T, number])[]): T | undefined {
  const totals = new Map<T, number>();
  for (const [value, weight] of values) totals.set(value, (totals.get(value) ?? 0) + weight);
  return [...totals].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** The size, font and line spacing that most letters of the document have. */
function bodyStyle(columns: readonly PdfLine[][]): Style {
  const lines = columns.flat();
  const size = mostCommon(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length] as const)) ?? 11;
  const font = mostCommon(lines.map((line) => [line.font, line.text.length] as const)) ?? "";
  const steps = columns.flatMap((column) => column.slice(1).map((line, at) => (column[at]?.y ?? line.y) - line.y));
  const spacing =
    mostCommon(
      steps.filter((step) => step > size * 0.8 && step < size * 2.2).map((step) => [Math.round(step), 1] as const),
    ) ?? size * 1.2;
  return { size, font, spacing };
}

function isUpperCase(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toUpperCase();
}

function mayBeHeading(line: PdfLine): boolean {
  const words = line.text.split(/\s+/).length;
  return words <= MAX_HEADING_WORDS && /\p{L}/u.test(line.text) && !/[\t@]|[.;,]$|: ./.test(line.text);
}

/** Larger letters or capitals; a merely different font is weaker, because a paragraph may be set in it too. */
function isStrongHeading(line: PdfLine, style: Style): boolean {
  return mayBeHeading(line) && (line.size >= style.size * 1.12 || isUpperCase(line.text));
}

function isHeading(line: PdfLine, style: Style): boolean {
  return isStrongHeading(line, style) || (mayBeHeading(line) && line.font !== style.font && !/\d/.test(line.text));
}

/** True where the first word of `next` would not have fitted on `line`: the line was broken by the page, not by the writer. */
function isWrapped(line: PdfLine, next: PdfLine, columnRight: number): boolean {
  const word = next.text.split(/\s/)[0] ?? "";
  const letter = (next.right - next.x) / Math.max(1, next.text.length);
  const isFull = line.right > columnRight - (columnRight - line.x) * 0.1;
  if (!isFull && /[.!?:]$/.test(line.text) && !/^\p{Ll}/u.test(next.text)) return false;
  const slack = /^\p{Ll}/u.test(next.text) ? 6 : 1;
  return line.right + (word.length + 1) * letter > columnRight - slack * letter;
}

function continues(piece: Piece | undefined, line: PdfLine, columnRight: number, style: Style): piece is Piece {
  if (!piece || piece.kind === "heading" || line.text.includes("\t") || piece.last.text.includes("\t")) return false;
  const last = piece.last;
  if (Math.abs(last.size - line.size) > 1 || line.x < piece.indent - 2) return false;
  if (last.page === line.page && (last.y - line.y > style.spacing * 1.45 || last.y <= line.y)) return false;
  if (last.page !== line.page && !/^\p{Ll}/u.test(line.text)) return false;
  return isWrapped(last, line, columnRight);
}

function appendLine(text: string, next: string): string {
  if (text.endsWith("\u00AD")) return text.slice(0, -1) + next;
  // An address that the margin cut goes on without a blank, and keeps its hyphen.
  if (/\.\p{L}{2,}\/\S*$/u.test(text.slice(-80)) && /[/-]$/.test(text)) return text + next;
  if (/\p{Ll}[-\u2010]$/u.test(text) && /^\p{Ll}/u.test(next))
    return HYPHEN_WORDS.test(text) ? text + next : text.slice(0, -1) + next;
  return `${text} ${next}`;
}

function startPiece(line: PdfLine, previous: PdfLine | undefined, style: Style): Piece {
  const words = line.text.replace(BULLET, "");
  const isItem = words !== line.text && words !== "";
  const text = isItem ? `• ${words}` : line.text;
  const letter = (line.right - line.x) / Math.max(1, line.text.length);
  const gapBefore = previous !== undefined && previous.page === line.page && previous.y - line.y > style.spacing * 1.45;
  const indent = isItem ? line.x + letter : line.x;
  const kind = isItem ? "item" : isHeading(line, style) ? "heading" : "paragraph";
  return { kind, text, gapBefore, last: line, indent };
}

function isLetterless(line: PdfLine): boolean {
  return !/[\p{L}\p{N}]/u.test(line.text);
}

/** Page numbers ("2", "Page 1 of 3") at the foot or head say nothing about the person. */
function isPageNumber(line: PdfLine): boolean {
  return /^(?:(?:page|página|pág\.?)\s*)?\d{1,2}(?:\s*(?:\/|of|de)\s*\d{1,2})?$/i.test(line.text);
}

function toPieces(columns: readonly PdfLine[][], style: Style): Piece[] {
  const pieces: Piece[] = [];
  for (const column of columns) {
    const lines = column.filter((line) => !isLetterless(line) && !isPageNumber(line));
    const right = Math.max(0, ...lines.map((line) => line.right));
    let previous: PdfLine | undefined;
    for (const line of lines) {
      const piece = pieces.at(-1);
      const fresh = startPiece(line, previous, style);
      const mayContinue =
        fresh.kind === "paragraph" ||
        (fresh.kind === "heading" && !isStrongHeading(line, style) && piece?.last.font === line.font);
      if (mayContinue && continues(piece, line, right, style)) {
        piece.text = appendLine(piece.text, line.text);
        piece.last = line;
      } else pieces.push(fresh);
      previous = line;
    }
  }
  return pieces;
}

function joinPieces(pieces: readonly Piece[]): CanonicalText {
  let text = "";
  const blocks: TextBlock[] = [];
  for (const piece of pieces) {
    const words = piece.text.normalize("NFC").trim();
    if (words === "") continue;
    if (text !== "") text += piece.gapBefore ? "\n\n" : "\n";
    blocks.push({ kind: piece.kind, start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, blocks };
}

/**
 * The text of a PDF in reading order: columns kept apart, broken lines and hyphens mended, bullets made items ("• …", as in every canonical text).
 * Page breaks leave no trace. A tab stands where a wide gap separates two pieces of one printed line.
 */
export function layOutPdf(pages: readonly PdfPage[]): CanonicalText {
  const columns = pages.flatMap((page, index) => toPdfLines(page, index));
  return joinPieces(toPieces(columns, bodyStyle(columns)));
}
