import type { Span } from "@/lib/core/kernel/span";
import { unitsOf } from "@/lib/core/kernel/text-units";

/** Ends of sentences inside a block; a colon before a capital also ends one, as labels do. */
const SENTENCE_END =
  /[.!?](?=\s+[\p{Lu}¿¡"“•*-]|\s*$)|[.;!?)](?=[¿¡\p{Lu}])|(?=\p{Lu}\p{Ll}{3})(?<=\p{Ll}{3})|\s[•●▪*]\s|['"], ?['"]|\t+/uy;

/** Abbreviations before which a full stop ends nothing, as the last signs before it: "U.S. Army", "Lic. en Sistemas", "e.g. Kafka". */
const SHORTENED =
  /(?:\b\p{Lu}\.\p{Lu}|(?<!\p{L})(?:Lic|Ing|Dr|Dra|Sr|Sra|Av|Avda|Mr|Mrs|Ms|St|e\.g|i\.e|p\. ?ej|aprox|vs))$/u;
const SHORTENED_CHARS = 6;
/** The first full stop of an abbreviation in capitals, with the signs beside it: "U.S.". */
const INITIAL = /(?<!\p{L})\p{Lu}\.\p{Lu}\./u;
/** A full stop that opens a name in capitals, with the sign before it: " .NET". */
const OPENS_NAME = /^[\s(,/]\.\p{Lu}{2}/u;

const OTHER = 0;
const STOP = 1;
const CLOSE = 2;
const BULLET = 3;
const QUOTE = 4;
const TAB = 5;
const SPACE = 6;
const SMALL = 7;
const CAPITAL = 8;
/** Halves of pairs, of which there is no telling what letter they are. */
const PAIRED = 9;

const SIGNS = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join("");

/** Writes a kind at all UTF-16 units that a pattern finds. */
function markIn(table: Uint8Array, kind: number, found: RegExp): void {
  for (const { 0: run, index } of SIGNS.matchAll(found)) table.fill(kind, index, index + run.length);
}

function kindTable(): Uint8Array {
  const table = new Uint8Array(SIGNS.length).fill(OTHER);
  const mark = (kind: number, found: RegExp): void => markIn(table, kind, found);
  mark(SMALL, /\p{Ll}+/gu);
  mark(CAPITAL, /\p{Lu}+/gu);
  mark(SPACE, /\s+/gu);
  mark(STOP, /[.!?]/gu);
  mark(CLOSE, /[;)]/gu);
  mark(BULLET, /[•●▪*]/gu);
  mark(QUOTE, /['"]/gu);
  mark(TAB, /\t/gu);
  table.fill(PAIRED, 0xd800, 0xe000);
  return table;
}

const KINDS = kindTable();
const COMMA = 0x2c;
const OPENING_MARKS = [0xa1, 0xbf];
const FIRST_LOW_HALF = 0xdc00;

/** By UTF-16 unit: what stands around a sentence and is not of it. */
const [BLANK, MARK] = [1, 2];
const EDGES = new Uint8Array(SIGNS.length);
markIn(EDGES, MARK, /[•·●▪■◦‣∙✓✔➢►▶✅*–—-]+/gu);
markIn(EDGES, BLANK, /\s+/gu);

/** The range without blanks at either end and bullets before it. */
export function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && EDGES[text.charCodeAt(from)] !== 0) from += 1;
  while (to > from && EDGES[text.charCodeAt(to - 1)] === BLANK) to -= 1;
  return { start: from, end: to };
}

/** True where what follows a closing sign may begin a sentence without a blank between. */
function mayOpen(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const kind = KINDS[code] ?? OTHER;
  return kind === CAPITAL || kind === PAIRED || OPENING_MARKS.includes(code);
}

/** Where the pattern is worth trying for a sign of a kind at a place of a block; −1 where it cannot hold. Tried at every letter, it costs many times as much. */
function placeToTry(block: string, at: number, kind: number): number {
  switch (kind) {
    case STOP: {
      const next = at + 1 < block.length ? (KINDS[block.charCodeAt(at + 1)] ?? OTHER) : SPACE;
      return next === SPACE || next === TAB || mayOpen(block, at + 1) ? at : -1;
    }
    case CLOSE:
      return at + 1 < block.length && mayOpen(block, at + 1) ? at : -1;
    case BULLET:
      return at > 0 && KINDS[block.charCodeAt(at - 1)] === SPACE ? at - 1 : -1;
    case QUOTE:
      return block.charCodeAt(at + 1) === COMMA ? at : -1;
    case TAB:
      return at;
    default: {
      if (at === 0 || block.charCodeAt(at) >= FIRST_LOW_HALF) return -1;
      const before = KINDS[block.charCodeAt(at - 1)];
      return before === SMALL || before === PAIRED ? at : -1;
    }
  }
}

/** By UTF-16 unit: 1 of a sign at which a sentence may end. */
const MAY_END = KINDS.map((kind) => (kind === OTHER || kind === SPACE || kind === SMALL ? 0 : 1));

/** Where a text's sentences may end; kept for the last text, whose parts are asked for one after another, in a room that the next one overwrites. */
let known = { text: "", places: new Uint32Array(0) };
let room = new Uint32Array(1 << 14);

/** Found without a branch, as which sign comes next cannot be foretold. */
function mayEndAt(text: string): Uint32Array {
  if (known.text === text) return known.places;
  const units = unitsOf(text);
  if (room.length <= text.length) room = new Uint32Array(text.length * 2);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    room[count] = at;
    count += MAY_END[units[at] ?? 0] ?? 0;
  }
  known = { text, places: room.subarray(0, count) };
  return known.places;
}

/** The first of some ascending numbers that is not below a bound. */
function firstFrom(places: Uint32Array, bound: number): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True of a full stop that shortens the word before it, or opens the one behind it. */
function endsNothing(block: string, at: number): boolean {
  const joins = KINDS[block.charCodeAt(at + 1)] === CAPITAL;
  if (joins && (OPENS_NAME.test(block.slice(at - 1, at + 3)) || INITIAL.test(block.slice(Math.max(0, at - 2), at + 3))))
    return true;
  return SHORTENED.test(block.slice(Math.max(0, at - SHORTENED_CHARS), at));
}

/** True of a stop with one blank and a capital behind it, which nearly all ends of sentences are: the pattern would say no more. */
function isPlainEnd(block: string, at: number, kind: number): boolean {
  if (kind !== STOP || at + 2 >= block.length) return false;
  return KINDS[block.charCodeAt(at + 1)] === SPACE && KINDS[block.charCodeAt(at + 2)] === CAPITAL;
}

/** Where what ends a sentence at a place of a block is over; −1 where none ends there. */
function endOf(block: string, place: number): number {
  SENTENCE_END.lastIndex = place;
  return SENTENCE_END.test(block) ? SENTENCE_END.lastIndex : -1;
}

/** The sentences of a range of a text, in order and trimmed; where two follow one another without an end, there may be an empty one. */
export function findSentences(text: string, start: number, end: number): Span[] {
  const block = text.slice(start, end);
  const places = mayEndAt(text);
  const found: Span[] = [];
  let since = 0;
  let least = 0;
  for (let index = firstFrom(places, start); index < places.length; index += 1) {
    const at = (places[index] ?? 0) - start;
    if (at >= block.length) break;
    if (at < least) continue;
    const kind = KINDS[block.charCodeAt(at)] ?? OTHER;
    const place = placeToTry(block, at, kind);
    if (place < least) continue;
    const after = isPlainEnd(block, at, kind) ? at + 1 : endOf(block, place);
    if (after < 0 || (kind === STOP && endsNothing(block, place))) continue;
    found.push(trimmed(text, start + since, start + place + (kind === STOP || kind === CLOSE ? 1 : 0)));
    since = after;
    least = Math.max(after, place + 1);
  }
  found.push(trimmed(text, start + since, end));
  return found;
}
