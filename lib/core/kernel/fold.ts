import type { Span } from "./span";

const COMBINING_MARKS = /\p{M}+/gu;
/** ASCII words with one space between each two: nothing of them folds but their case. */
const PLAIN_LABEL = /^[!-~]+(?: [!-~]+)*$/;
const WHITE_SPACE = /\s+/gu;
/** Without the `u` flag, which doubles the time: a pair of surrogates is named as what it is. */
const NOT_ASCII = /[\ud800-\udbff][\udc00-\udfff]|[\u0080-\uffff]/g;

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

/** Folded forms of the characters met so far, those of one code unit by their code: adverts use a few hundred. */
const FOLDED_UNITS: (string | undefined)[] = new Array<undefined>(0x10000).fill(undefined);
const FOLDED_PAIRS = new Map<string, string>();
const MAX_REMEMBERED = 20_000;

function foldedPair(pair: string): string {
  const known = FOLDED_PAIRS.get(pair);
  if (known !== undefined) return known;
  const folded = foldCharacter(pair);
  if (FOLDED_PAIRS.size >= MAX_REMEMBERED) FOLDED_PAIRS.clear();
  FOLDED_PAIRS.set(pair, folded);
  return folded;
}

function foldedForm(character: string): string {
  if (character.length > 1) return foldedPair(character);
  const code = character.charCodeAt(0);
  return (FOLDED_UNITS[code] ??= foldCharacter(character));
}

/** A folded text; `starts[i]` is the UTF-16 offset in the original of the character that folded unit `i` came from. */
export type FoldedText = { folded: string; starts: Uint32Array | null; length: number };

/** The offsets of a text's characters, one for every folded unit of theirs, and its end. */
function startsOf(text: string, foldedLength: number): Uint32Array {
  const starts = new Uint32Array(foldedLength + 1);
  let unit = 0;
  for (let at = 0; at < text.length; ) {
    const isAscii = text.charCodeAt(at) < 0x80;
    const character = isAscii ? "" : String.fromCodePoint(text.codePointAt(at) ?? 0);
    const end = unit + (isAscii ? 1 : foldedForm(character).length);
    while (unit < end) {
      starts[unit] = at;
      unit += 1;
    }
    at += isAscii ? 1 : character.length;
  }
  starts[unit] = text.length;
  return starts;
}

/**
 * Folds a text (diacritics stripped, ñ → n, lower case, typographic quotes and dashes as ASCII) and keeps the way back:
 * `starts` has one entry a folded unit and one for the end, or is null where offsets are the same in both texts.
 * White space is not collapsed, and no sign of `C++`, `C#` or `.NET` changes.
 */
export function foldText(text: string): FoldedText {
  let shifts = 0;
  const plain = text.replace(NOT_ASCII, (character) => {
    const folded = foldedForm(character);
    if (folded.length !== character.length) shifts += 1;
    return folded;
  });
  // What is not ASCII is small by now, so that no letter changes its length.
  const folded = plain.toLowerCase();
  return { folded, starts: shifts === 0 ? null : startsOf(text, folded.length), length: text.length };
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
  if (PLAIN_LABEL.test(label)) return label.toLowerCase();
  return foldText(label).folded.replace(WHITE_SPACE, " ").trim();
}
