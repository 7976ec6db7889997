import { sha256 } from "@/lib/core/kernel/hash";
import { foldUnits } from "./fold-units";
import { createAutomaton } from "./literal-automaton";
import { BEFORE_UNIT, FIGURE_CUES } from "./read-figures";
import { CUE, type ScannedLine, SPACES, type ScannedText } from "./scanned-text";
import { STOCK_CUES } from "./strip-boilerplate";

/** Without one of these no text states a level; the search for phrases costs much more. */
const LEVEL_CUES =
  "senior,ssr, sr,junior, jr,trainee,entry level,entry-level,mid level,mid-level,middle,intermedi,practicante,pasantia,becari,internship,recien ".split(
    ",",
  );
const { classes, classCount, next, found } = createAutomaton(
  new Map([...FIGURE_CUES, [CUE.stock, STOCK_CUES], [CUE.level, LEVEL_CUES]]),
);
const NEW_LINE = 10;
const SPACE = 32;

/** Units that count as words where texts are held against each other to the letter: [a-z0-9\u00c0-\uffff]. */
const IS_WORD = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code >= 0xc0 ? 1 : 0,
);

let bytes = new Uint8Array(1 << 15);

/** Writes a unit from U+0080 on as UTF-8 behind `to`; half of a pair alone as the sign for what is unreadable. Returns the new end. */
function putWide(unit: number, before: number, to: number): number {
  if (unit < 0x800) {
    bytes[to] = 0xc0 | (unit >> 6);
    bytes[to + 1] = 0x80 | (unit & 0x3f);
    return to + 2;
  }
  const isSecond = unit >= 0xdc00 && unit < 0xe000 && before >= 0xd800 && before < 0xdc00;
  if (isSecond) {
    const code = 0x10000 + ((before - 0xd800) << 10) + (unit - 0xdc00);
    bytes[to - 3] = 0xf0 | (code >> 18);
    bytes[to - 2] = 0x80 | ((code >> 12) & 0x3f);
    bytes[to - 1] = 0x80 | ((code >> 6) & 0x3f);
    bytes[to] = 0x80 | (code & 0x3f);
    return to + 1;
  }
  const code = unit >= 0xd800 && unit < 0xe000 ? 0xfffd : unit;
  bytes[to] = 0xe0 | (code >> 12);
  bytes[to + 1] = 0x80 | ((code >> 6) & 0x3f);
  bytes[to + 2] = 0x80 | (code & 0x3f);
  return to + 3;
}

/** The words of some units with one space between, hashed: what stands between words makes no other text. */
function hashWords(units: Uint16Array, length: number): string {
  if (bytes.length < length * 3 + 4) bytes = new Uint8Array(length * 4);
  let [written, end] = [0, 0];
  let isApart = false;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    const isSpace = SPACES[unit] === 1;
    if (IS_WORD[unit] === 0) isApart = written > 0;
    else if (!isSpace || written > 0) {
      if (isApart) bytes[written++] = SPACE;
      isApart = false;
      if (unit < 0x80) bytes[written++] = unit;
      else written = putWide(unit, units[at - 1] ?? 0, written);
      if (!isSpace) end = written;
    }
  }
  return sha256(bytes.subarray(0, end)).slice(0, 32);
}

/** Where the unit of years begins of which the last letter but for a plural stands here: "year", "yr", "ano". */
function startOfUnit(units: Uint16Array, last: number): number {
  if (units[last] === 0x6f) return last - 2;
  return units[last - 1] === 0x79 ? last - 1 : last - 3;
}

/** Folds a text as `foldUnits` does and finds its lines, what is in each, and the hash of its words. */
export function scanText(text: string): ScannedText {
  const { units, length, folded } = foldUnits(text);
  const lines: ScannedLine[] = [];
  const years: number[] = [];
  let [state, from, cues, all] = [0, 0, 0, 0];
  let lastNumber = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < length; at += 1) {
    const unit = units[at] ?? 0;
    state = next[state * classCount + (classes[unit] ?? 0)] ?? 0;
    const hit = found[state] ?? 0;
    if (hit !== 0) {
      cues |= hit;
      if ((hit & CUE.number) !== 0) lastNumber = at;
      if ((hit & CUE.year) !== 0) {
        const start = startOfUnit(units, at);
        if (lastNumber >= start - BEFORE_UNIT) years.push(start);
      }
    }
    if (unit === NEW_LINE) {
      lines.push({ from, to: at, cues });
      all |= cues;
      cues = 0;
      from = at + 1;
    }
  }
  lines.push({ from, to: length, cues });
  return { folded, lines, cues: all | cues, years, textHash: hashWords(units, length) };
}
