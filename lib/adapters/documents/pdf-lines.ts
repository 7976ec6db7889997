import type { PdfItem, PdfPage } from "./run-extract-worker";

/** A printed line, or the part of one that stands in one column; points, `y` grows upwards. */
export type PdfLine = { text: string; x: number; right: number; y: number; size: number; font: string; page: number };

/** Gap, in letter heights, from which two pieces on one line are not neighbours in a sentence. */
const WIDE_GAP = 1.5;
const WORD_GAP = 0.12;
const MIN_COLUMN_LINES = 8;

/** Ligatures spelled out, Wingdings bullets made bullets, icons dropped, and the double hyphens of some word processors made one. */
export function cleanPdfText(text: string): string {
  return text
    .replaceAll(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize("NFKC"))
    .replaceAll(/[\uF0A7\uF0B7\uF0D8\uF0FC\uF076\uF0A8]/g, "•")
    .replaceAll(/[\uE000-\uF8FF]/g, "")
    .replaceAll(/-\u00AD?\u2010/g, "-")
    .replaceAll(/[\u00A0\u2000-\u200A\u202F\u3000]/g, " ")
    .replaceAll(/\u00AD(?=.)|[\u200B-\u200D\u2060\uFEFF]/g, "")
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, "")
    .replaceAll(/\p{Surrogate}/gu, "")
    .normalize("NFC");
}

function isSameRow(a: PdfItem, b: PdfItem): boolean {
  return Math.abs(a.y - b.y) <= Math.max(1.5, Math.min(a.size, b.size) * 0.35);
}

/** Some programs make bold by printing the same letters twice. */
function isReprint(a: PdfItem, b: PdfItem): boolean {
  return a.text === b.text && Math.abs(a.x - b.x) < 1 && Math.abs(a.y - b.y) < 1;
}

function toRows(items: readonly PdfItem[]): PdfItem[][] {
  const rows: PdfItem[][] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (!row || !first || !isSameRow(first, item)) rows.push([item]);
    else if (!row.some((other) => isReprint(other, item))) row.push(item);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function startSegment(item: PdfItem, page: number): PdfLine {
  return { text: item.text, x: item.x, right: item.x + item.width, y: item.y, size: item.size, font: item.font, page };
}

function isLoneMark(text: string): boolean {
  return /^[^\p{L}\p{N}]$/u.test(text.trim());
}

function extend(line: PdfLine, item: PdfItem, isSpaced: boolean): void {
  const isApart = isSpaced || item.x - line.right > line.size * WORD_GAP;
  const glue = isApart && !line.text.endsWith(" ") && !item.text.startsWith(" ") ? " " : "";
  if (isLoneMark(line.text)) line.font = item.font;
  line.text += glue + item.text;
  line.right = Math.max(line.right, item.x + item.width);
  line.size = Math.max(line.size, item.size);
}

function toSegments(row: readonly PdfItem[], page: number): PdfLine[] {
  const segments: PdfLine[] = [];
  let isSpaced = false;
  for (const item of row) {
    // A blank item is the room between two pieces, however wide it says it is.
    if (item.text.trim() === "") {
      isSpaced = true;
      continue;
    }
    const last = segments.at(-1);
    if (last && (isLoneMark(last.text) || item.x - last.right <= Math.max(last.size, item.size) * WIDE_GAP))
      extend(last, item, isSpaced);
    else segments.push(startSegment(item, page));
    isSpaced = false;
  }
  return segments;
}

function shareOfMode(values: readonly number[]): number {
  const counts = values.map((value) => values.filter((other) => Math.abs(other - value) <= 3).length);
  return values.length === 0 ? 0 : Math.max(...counts) / values.length;
}

/** Both sides must look like text of their own: enough lines, a straight left edge, and hardly a line across. */
function isGutter(segments: readonly PdfLine[], at: number): boolean {
  const left = segments.filter((line) => line.right <= at);
  const right = segments.filter((line) => line.x >= at);
  const crossing = segments.length - left.length - right.length;
  if (Math.min(left.length, right.length) < MIN_COLUMN_LINES || crossing > segments.length * 0.2) return false;
  if (Math.min(left.length, right.length) < Math.max(left.length, right.length) * 0.2) return false;
  const dates = right.filter((line) => /^\D{0,20}\d{4}|\d{4}\D{0,12}$/.test(line.text) && line.text.length < 30).length;
  return (
    dates < right.length * 0.5 &&
    shareOfMode(right.map((line) => line.x)) >= 0.4 &&
    shareOfMode(left.map((line) => line.x)) >= 0.4
  );
}

/** The x of the gap between two text columns of a page, or null. */
function findGutter(segments: readonly PdfLine[], width: number): number | null {
  const starts = new Set(segments.map((line) => Math.round(line.x)).filter((x) => x > width * 0.2 && x < width * 0.75));
  for (const start of [...starts].sort((a, b) => a - b)) if (isGutter(segments, start - 4)) return start - 4;
  return null;
}

/** Left column before right column, band by band between the lines that run across. */
function orderByColumn(segments: readonly PdfLine[], gutter: number): PdfLine[][] {
  const columns: PdfLine[][] = [];
  let left: PdfLine[] = [];
  let right: PdfLine[] = [];
  const flush = () => {
    columns.push(left, right);
    [left, right] = [[], []];
  };
  for (const segment of segments) {
    if (segment.right <= gutter) left.push(segment);
    else if (segment.x >= gutter) right.push(segment);
    else {
      flush();
      columns.push([segment]);
    }
  }
  flush();
  return columns.filter((column) => column.length > 0);
}

/** Pieces on one baseline of one column are one line; a tab keeps them apart. */
function joinRows(column: readonly PdfLine[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of column) {
    const last = lines.at(-1);
    if (last && Math.abs(last.y - piece.y) <= Math.max(1.5, piece.size * 0.35)) {
      last.text = `${last.text.trimEnd()}\t${piece.text.trimStart()}`;
      last.right = Math.max(last.right, piece.right);
    } else lines.push({ ...piece });
  }
  return lines;
}

/** The lines of one page in reading order, one list per column or band; turned text (watermarks) is left out. */
export function toPdfLines(page: PdfPage, pageIndex: number): PdfLine[][] {
  const items = page.items.filter((item) => item.upright).map((item) => ({ ...item, text: cleanPdfText(item.text) }));
  const segments = toRows(items).flatMap((row) => toSegments(row, pageIndex));
  const gutter = findGutter(segments, page.width);
  const columns = gutter === null ? [segments] : orderByColumn(segments, gutter);
  return columns.map((column) =>
    joinRows(column).map((line) => ({ ...line, text: line.text.replaceAll(/ {2,}/g, " ").trim() })),
  );
}
