import type { Span } from "./span";

const COMBINING_MARKS = /\p{M}+/gu;
const WHITE_SPACE = /\s+/gu;
const NOT_ASCII = /[^\p{ASCII}]/gu;

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

/** Folded forms of the characters met so far; adverts use a few hundred, so it stays small, and it is emptied if not. */
const FOLDED = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

function foldedForm(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const folded = foldCharacter(character);
  if (FOLDED.size >= MAX_REMEMBERED) FOLDED.clear();
  FOLDED.set(character, folded);
  return folded;
}

/** A folded text; `starts[i]` is the UTF-16 offset in the original of the character that folded unit `i` came from. */
export type FoldedText = { folded: string; starts: Uint32Array | null; length: number };

/** The folded text when every character keeps its length, which is nearly always; null otherwise. */
function foldInPlace(text: string): string | null {
  let shifts = 0;
  const plain = text.replace(NOT_ASCII, (character) => {
    const folded = foldedForm(character);
    if (folded.length !== character.length) shifts += 1;
    return folded;
  });
  return shifts === 0 ? plain.toLowerCase() : null;
}

/**
 * Folds a text (diacritics stripped, ñ → n, lower case, typographic quotes and dashes as ASCII) and keeps the way back:
 * `starts` has one entry a folded unit and one for the end, or is null where offsets are the same in both texts.
 * White space is not collapsed, and no sign of `C++`, `C#` or `.NET` changes.
 */
export function foldText(text: string): FoldedText {
  const quick = foldInPlace(text);
  if (quick !== null) return { folded: quick, starts: null, length: text.length };
  const pieces: string[] = [];
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const piece = foldedForm(text.slice(at, at + width));
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
