import type { Span } from "@/lib/core/kernel/span";
import { namesOrganisation, namesPlace, namesTitle } from "./career-words";
import { type DateRange, findDateRange, findSingleDate } from "./date-range";
import { type HeaderPart, splitStrong } from "./header-parts";
import { isHeaderLike, partsBesideDates, type PositionHeader, readHeaderParts } from "./position-header";
import type { ResumeLine } from "./resume-lines";

/** One job of the experience section; `body` runs from its header to the next one's. */
export type PositionReading = PositionHeader & { range: DateRange | null; body: Span };

type Anchor = { index: number; range: DateRange };
type Entry = { first: number; parts: HeaderPart[]; range: DateRange | null };

function restOf(line: ResumeLine, range: DateRange): string {
  return (line.text.slice(0, range.start - line.start) + line.text.slice(range.end - line.start)).trim();
}

/** A period inside a sentence ("migrated in 2019 – 2020 the …") dates no position. */
function isAnchorLine(line: ResumeLine, range: DateRange): boolean {
  const rest = restOf(line, range);
  const words = rest.split(/\s+/).length;
  return line.text.length <= 180 && !(words > 8 && /[.!?]$/.test(rest)) && words <= 22;
}

function rangeOf(line: ResumeLine): DateRange | null {
  const range = findDateRange(line.text, line.start);
  if (range) return isAnchorLine(line, range) ? range : null;
  const single = line.isItem ? null : findSingleDate(line.text, line.start);
  if (!single) return null;
  const rest = restOf(line, single).replace(/[^\p{L}]/gu, "");
  return rest === "" || namesTitle(restOf(line, single)) ? single : null;
}

function findAnchors(lines: readonly ResumeLine[]): Anchor[] {
  const all = lines.flatMap((line, index) => {
    const range = rangeOf(line);
    return range ? [{ index, range, isItem: line.isItem }] : [];
  });
  const plain = all.filter((anchor) => !anchor.isItem);
  return plain.length > 0 ? plain : all;
}

function hasDate(line: ResumeLine): boolean {
  return rangeOf(line) !== null;
}

function isComplete(parts: readonly HeaderPart[]): boolean {
  const header = readHeaderParts(parts);
  return header.title !== null && header.employer !== null;
}

/** A line above the dates belongs to them when it stands out, or when nothing else could name the job. */
function opensEntry(lines: readonly ResumeLine[], index: number, floor: number, isNearest: boolean): boolean {
  const line = lines[index];
  if (!line || index <= floor || !isHeaderLike(line, hasDate)) return false;
  const before = lines[index - 1];
  const isFirst = index === 0 || index === floor + 1;
  return (
    isNearest ||
    isFirst ||
    line.kind === "heading" ||
    line.gapBefore ||
    before?.isItem === true ||
    namesTitle(line.text) ||
    namesOrganisation(line.text)
  );
}

/** The line under the dates belongs to the header when it reads like one and the account of the work begins only after it. */
function closesHeader(lines: readonly ResumeLine[], index: number, isNeeded: boolean): boolean {
  const line = lines[index];
  if (!line || line.text.length > 80 || !isHeaderLike(line, hasDate)) return false;
  const isBeforeItems = lines[index + 1]?.isItem === true && line.text.split(/\s+/).length <= 8;
  return isNeeded || isBeforeItems || namesTitle(line.text) || namesOrganisation(line.text) || namesPlace(line.text);
}

function toParts(line: ResumeLine): HeaderPart[] {
  return splitStrong(line.text, line.start);
}

/** Pieces on the line of the dates count, unless they only list tools behind dates whose job is named above. */
function besideParts(line: ResumeLine, range: DateRange, above: ResumeLine | undefined): HeaderPart[] {
  const parts = partsBesideDates(line, range);
  const datesFirst = range.start - line.start < 3;
  const says = parts.some((part) => namesTitle(part.text) || namesOrganisation(part.text));
  const isNamedAbove =
    above !== undefined && isHeaderLike(above, hasDate) && (namesTitle(above.text) || above.kind === "heading");
  return datesFirst && isNamedAbove && !says ? [] : parts;
}

function readEntry(lines: readonly ResumeLine[], anchor: Anchor, floor: number): Entry | null {
  const line = lines[anchor.index];
  if (!line) return null;
  const above = anchor.index - 1 > floor ? lines[anchor.index - 1] : undefined;
  let parts = besideParts(line, anchor.range, above);
  let first = anchor.index;
  const isBare = parts.length === 0;
  for (let up = anchor.index - 1; up >= anchor.index - 3 && !isComplete(parts); up -= 1) {
    const upLine = lines[up];
    if (!upLine || !opensEntry(lines, up, floor, isBare && up === anchor.index - 1)) break;
    parts = [...toParts(upLine), ...parts];
    first = up;
  }
  const below = lines[anchor.index + 1];
  if (below && !isComplete(parts) && closesHeader(lines, anchor.index + 1, parts.length === 0))
    parts = [...parts, ...toParts(below)];
  return { first, parts, range: anchor.range };
}

/** Jobs without any date: headings, or lines that say both a title and an employer. */
function undatedEntries(lines: readonly ResumeLine[]): Entry[] {
  return lines.flatMap((line, index) => {
    if (!isHeaderLike(line, hasDate) || !namesTitle(line.text)) return [];
    const parts = toParts(line);
    return line.kind === "heading" || isComplete(parts) ? [{ first: index, parts, range: null }] : [];
  });
}

function datedEntries(lines: readonly ResumeLine[]): Entry[] {
  const entries: Entry[] = [];
  let floor = -1;
  for (const anchor of findAnchors(lines)) {
    const entry = readEntry(lines, anchor, floor);
    if (entry && entry.parts.length > 0) entries.push(entry);
    floor = anchor.index;
  }
  return entries;
}

/**
 * The positions of an experience section, in text order. A period anchors a position; its title, employer and place are looked
 * for beside the dates, in up to three lines above, and in the one below.
 */
export function readPositions(lines: readonly ResumeLine[]): PositionReading[] {
  const dated = datedEntries(lines);
  const entries = dated.length > 0 ? dated : undatedEntries(lines);
  return entries.map((entry, index) => {
    const lastLine = lines[(entries[index + 1]?.first ?? lines.length) - 1];
    const start = Math.min(lines[entry.first]?.start ?? 0, ...entry.parts.map((part) => part.start));
    const end = Math.max(lastLine?.end ?? start, ...entry.parts.map((part) => part.end), entry.range?.end ?? 0);
    return { ...readHeaderParts(entry.parts), range: entry.range, body: { start, end } };
  });
}
