import type { Span } from "./span";

const COMBINING_MARKS = /\p{M}+/gu;
const WHITE_SPACE = /\s+/gu;
const TABLE_SIZE = 0x2100;
const CHUNK = 8192;

/** Signs that people use for one another, and that compatibility normalisation leaves apart. */
const TYPOGRAPHY: Record<string, string> = {
  "‘": "'",
  "’": "'",
  "‛": "'",
  "“": '"',
  "”": '"',
  "‐": "-",
  "‑": "-",
  "‒": "-",
  "–": "-",
  "—": "-",
  "―": "-",
  "−": "-",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ı: "i",
};

function foldCharacter(character: string): string {
  // NFKD would make a spacing acute accent a space and a combining mark.
  const plain = character === "´" ? "'" : character.normalize("NFKD").replace(COMBINING_MARKS, "").toLowerCase();
  return Array.from(plain, (sign) => TYPOGRAPHY[sign] ?? sign).join("");
}

/** Folded form of every code unit below the table's end; a lone surrogate never gets here. */
const TABLE: readonly string[] = Array.from({ length: TABLE_SIZE }, (_, code) =>
  foldCharacter(String.fromCharCode(code)),
);

/** For one-to-one folds the folded code unit, else 0xffff: lets the common case run without strings. */
const UNITS = Uint16Array.from(TABLE, (folded) => (folded.length === 1 ? folded.charCodeAt(0) : 0xffff));

/** A folded text; `starts[i]` is the UTF-16 offset in the original of the character that folded unit `i` came from. */
export type FoldedText = { folded: string; starts: Uint32Array | null; length: number };

function decode(units: Uint16Array, length: number): string {
  let out = "";
  for (let at = 0; at < length; at += CHUNK)
    out += String.fromCharCode(...units.subarray(at, Math.min(at + CHUNK, length)));
  return out;
}

/** `units` when every unit folds to exactly one, which is nearly always; null otherwise. */
function foldUnitByUnit(text: string): string | null {
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = code < TABLE_SIZE ? UNITS[code] : code;
    if (unit === undefined || unit === 0xffff || code >= TABLE_SIZE) return null;
    units[at] = unit;
  }
  return decode(units, units.length);
}

/**
 * Folds a text (diacritics stripped, ñ → n, lower case, typographic quotes and dashes as ASCII) and keeps the way back:
 * `starts` has one entry a folded unit and one for the end, or is null where offsets are the same in both texts.
 * White space is not collapsed, and no sign of `C++`, `C#` or `.NET` changes.
 */
export function foldText(text: string): FoldedText {
  const quick = foldUnitByUnit(text);
  if (quick !== null) return { folded: quick, starts: null, length: text.length };
  const pieces: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const piece = code < TABLE_SIZE ? (TABLE[code] ?? "") : foldCharacter(text.slice(at, at + width));
    pieces.push(piece);
    for (let i = 0; i < piece.length; i += 1) starts.push(at);
    at += width;
  }
  starts.push(text.length);
  return { folded: pieces.join(""), starts: Uint32Array.from(starts), length: text.length };
}

/** The span of the original text behind the folded range `[start, end)`; a character is taken whole or not at all. */
export function originalSpan(text: FoldedText, start: number, end: number): Span {
  if (text.starts === null) return { start, end };
  return { start: text.starts[start] ?? text.length, end: text.starts[end] ?? text.length };
}

/**
 * The form under which two names are compared: folded as by `foldText`, runs of white space as one space, none at either
 * end. Signs such as `+`, `#` and `.` stay.
 */
export function foldLabel(label: string): string {
  return foldText(label).folded.replace(WHITE_SPACE, " ").trim();
}
