import { foldText } from "@/lib/core/kernel/fold";

/** Folded UTF-16 units, in a buffer that the next call overwrites; only the first `length` count. */
export type FoldedUnits = { units: Uint16Array; length: number; folded: string };

const UPPER = 1;
const LOWER = 2;
/** Upper and lower case of Latin-1, for words that a board has glued together. */
const CASES = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde && code !== 0xd7)) return UPPER;
  return (code >= 97 && code <= 122) || (code >= 0xe0 && code <= 0xff && code !== 0xf7) ? LOWER : 0;
});

const UNKNOWN = 0xffff;
/** What each unit folds to where that is one unit; UNKNOWN where it has not been looked up or is more or less than one. */
const ONE_TO_ONE = new Uint16Array(0x10000).map((_, code) =>
  code < 128 ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : UNKNOWN,
);

let units = new Uint16Array(1 << 14);
let bytes = new Uint8Array(1 << 14);

/** No sign folds to more than 18 units (U+FDFA); a space may stand before it. */
const MOST_UNITS = 20;

function makeRoom(length: number): void {
  if (length <= units.length) return;
  const wider = new Uint16Array(length * 2);
  wider.set(units);
  units = wider;
  bytes = new Uint8Array(length * 2);
}

/** Folds the code point at a place into the buffer; how many units that took. */
function foldSign(text: string, at: number, to: number): { read: number; written: number } {
  const code = text.codePointAt(at) ?? 0;
  const sign = String.fromCodePoint(code);
  const { folded } = foldText(sign);
  for (let i = 0; i < folded.length; i += 1) units[to + i] = folded.charCodeAt(i);
  // Half of a pair alone says nothing of the pair.
  if (folded.length === 1 && (code < 0xd800 || (code > 0xdfff && code < 0x10000)))
    ONE_TO_ONE[code] = folded.charCodeAt(0);
  return { read: sign.length, written: folded.length };
}

/** The first units of the buffer as a string of its own. */
function textOf(length: number, isLatin: boolean): string {
  if (!isLatin) return Buffer.from(units.buffer, 0, length * 2).toString("utf16le");
  for (let at = 0; at < length; at += 1) bytes[at] = units[at] ?? 0;
  return Buffer.from(bytes.buffer, 0, length).toString("latin1");
}

/**
 * Folds a text as `foldText` does, with a space before each capital that stands between small letters: boards lose line ends
 * ("…los resultadosResponsabilidades", "descriptionBetter").
 */
export function foldUnits(text: string): FoldedUnits {
  makeRoom(text.length * 2 + MOST_UNITS);
  let length = 0;
  let seen = 0;
  let [last, beforeLast] = [0, 0];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const kind = CASES[code] ?? 0;
    if (kind === UPPER && last === LOWER && beforeLast === LOWER && CASES[text.charCodeAt(at + 1)] === LOWER)
      units[length++] = 32;
    const folded = ONE_TO_ONE[code] ?? UNKNOWN;
    beforeLast = last;
    last = kind;
    if (folded === UNKNOWN) {
      makeRoom(length + (text.length - at) * 2 + MOST_UNITS);
      const { read, written } = foldSign(text, at, length);
      for (let i = length; i < length + written; i += 1) seen |= units[i] ?? 0;
      length += written;
      at += read;
    } else {
      seen |= folded;
      units[length++] = folded;
      at += 1;
    }
  }
  return { units, length, folded: textOf(length, seen < 0x100) };
}
