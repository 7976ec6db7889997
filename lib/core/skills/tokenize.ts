import { type FoldedText, foldText, originalSpan } from "@/lib/core/kernel/fold";
import type { Span } from "@/lib/core/kernel/span";
import { unitsOf } from "@/lib/core/kernel/text-units";
import { GAP, TOKEN_ROOM, Tokens } from "./tokens";
import { CHECK_PRIME, CHECK_SEED, checkRange, HASH_PRIME, HASH_SEED, hashRange } from "./word-table";

export { CLOSED_GAP, GAP, type Tokens } from "./tokens";

const OTHER = 0;
const WORD = 1;
const SPACE = 2;
const LINE = 3;
const STOP = 4;
const LIST = 5;
const JOIN = 6;

function classTable(): Uint8Array {
  const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join("");
  const table = new Uint8Array(signs.length).fill(OTHER);
  const mark = (kind: number, found: RegExp): void => {
    for (const { 0: run, index } of signs.matchAll(found)) table.fill(kind, index, index + run.length);
  };
  mark(WORD, /[\p{L}\p{N}]+/gu);
  mark(STOP, /[.!?;]/gu);
  mark(JOIN, /[-/_'&\\+#]/gu);
  mark(LIST, /[,:()[\]{}|*"¿¡<>=~]/gu);
  mark(SPACE, /\s+/gu);
  mark(LINE, /[\n\r•·●▪■◦‣∙✓✔➢►▶✅]/gu);
  return table;
}

const CLASSES = classTable();
const DOT = 0x2e;
const PLUS = 0x2b;
const HASH = 0x23;
const COLON = 0x3a;
const SLASH = 0x2f;

const SPACE_SIGN = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Where a word ends whose letters and digits end at `at`: `c++` and `c#` take their signs along. */
function withSigns(folded: string, at: number): number {
  const sign = folded.charCodeAt(at);
  if (sign === HASH && CLASSES[folded.charCodeAt(at + 1)] !== WORD) return at + 1;
  return sign === PLUS && folded.charCodeAt(at + 1) === PLUS ? at + 2 : at;
}

/** True where a dot belongs to a name ("Node.js", "S.A./B.C."); one before a loose dash ends a sentence or an item. */
function runsOn(folded: string, dot: number): boolean {
  const next = CLASSES[folded.charCodeAt(dot + 1)];
  return next === WORD || (next === JOIN && CLASSES[folded.charCodeAt(dot + 2)] === WORD);
}

function gapOf(folded: string, from: number, to: number): number {
  let gap = to - from > 3 ? GAP.wide : 0;
  for (let at = from; at < to; at += 1) {
    const code = folded.charCodeAt(at);
    const kind = CLASSES[code];
    if (kind === LINE) gap |= GAP.line;
    else if (kind === STOP) {
      if (code !== DOT || !runsOn(folded, at)) gap |= GAP.sentence;
    } else if (code === COLON) gap |= GAP.colon;
    else if (code === SLASH) gap |= GAP.slash;
    else if (kind === LIST || kind === OTHER) gap |= GAP.list;
  }
  return gap;
}

/** Endings of hosts that adverts and résumés name; ".net" is left out, being a product as often. */
const HOST_END = "com|org|edu|gov|io|dev|app|info|biz|me|co|es|mx|ar|cl|pe|ec|uy|cr|gt|br|uk|us|eu|de|fr";
const ADDRESS = new RegExp(
  String.raw`(?:https?://|www\.)[^\s()<>"|,;]+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-][^\s()<>"|,;:]*|(?<![\p{L}\p{N}.@-])[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,3}\.(?:${HOST_END})/[^\s()<>"|,;]*`,
  "gu",
);
const HOST_WITH_PATH = new RegExp(String.raw`^\.(?:${HOST_END})/$`, "u");
const SHORTEST_HOST_END = 2;
const LONGEST_HOST_END = 4;

/** The next slash after the end of a host; Infinity where there is none. */
function nextHostPath(folded: string, from: number): number {
  for (let slash = folded.indexOf("/", from); slash >= 0; slash = folded.indexOf("/", slash + 1))
    for (let dot = slash - SHORTEST_HOST_END - 1; dot >= slash - LONGEST_HOST_END - 1; dot -= 1)
      if (folded.charCodeAt(dot) === DOT && HOST_WITH_PATH.test(folded.slice(dot, slash + 1))) return slash;
  return Infinity;
}

function nextOf(sign: string): (folded: string, from: number) => number {
  return (folded, from) => {
    const at = folded.indexOf(sign, from);
    return at < 0 ? Infinity : at;
  };
}

/** What every address has one of. */
const ADDRESS_SIGNS = [nextOf("@"), nextOf("://"), nextOf("www."), nextHostPath];

function isBlank(code: number): boolean {
  return CLASSES[code] === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN;
}

/**
 * Folded ranges of URLs, hosts with a path, and e-mail addresses, in order: names inside them are nobody's skills. None
 * runs over a blank, so that only stretches between blanks are looked at that hold the sign of one.
 */
function findAddresses(folded: string): Span[] {
  const found: Span[] = [];
  const signs = ADDRESS_SIGNS.map((next) => next(folded, 0));
  for (let sign = Math.min(...signs); sign < Infinity; sign = Math.min(...signs)) {
    let [from, to] = [sign, sign];
    while (from > 0 && !isBlank(folded.charCodeAt(from - 1))) from -= 1;
    while (to < folded.length && !isBlank(folded.charCodeAt(to))) to += 1;
    for (const { 0: address, index } of folded.slice(from, to).matchAll(ADDRESS))
      found.push({ start: from + index, end: from + index + address.length });
    ADDRESS_SIGNS.forEach((next, which) => {
      if ((signs[which] ?? Infinity) < to) signs[which] = next(folded, to);
    });
  }
  return found;
}

/** ".NET" keeps its dot where no word runs into it, or one in small letters does; "ASP.NET" stays two words. */
function startsName(fold: FoldedText, text: string, at: number): boolean {
  if (!fold.folded.startsWith("net", at)) return false;
  if (CLASSES[fold.folded.charCodeAt(at - 2)] !== WORD) return true;
  const { start } = originalSpan(fold, at, at + 3);
  return /\p{Ll}\.NET/u.test(text.slice(Math.max(0, start - 2), start + 3));
}

/** Words of a text for matching names: folded, with what stands between them; URLs and e-mail addresses are left out. */
export function tokenize(text: string, fold: FoldedText = foldText(text)): Tokens {
  const { folded } = fold;
  const { length } = folded;
  const addresses = findAddresses(folded);
  const units = unitsOf(folded);
  TOKEN_ROOM.clear();
  let nextAddress = 0;
  let addressStart = addresses[0]?.start ?? length;
  let previousEnd = -1;
  for (let at = 0; at < length; ) {
    if (at >= addressStart) {
      at = Math.max(at, addresses[nextAddress]?.end ?? 0);
      nextAddress += 1;
      addressStart = addresses[nextAddress]?.start ?? length;
      continue;
    }
    let code = units[at] ?? 0;
    if (CLASSES[code] !== WORD) {
      at += 1;
      continue;
    }
    const letters = at;
    let hash = HASH_SEED;
    let check = CHECK_SEED;
    do {
      hash = Math.imul(hash ^ code, HASH_PRIME);
      check = Math.imul(check ^ code, CHECK_PRIME);
      at += 1;
      code = units[at] ?? 0;
    } while (CLASSES[code] === WORD);
    const end = code === HASH || code === PLUS ? withSigns(folded, at) : at;
    const isDotted =
      end === letters + 3 && letters > 0 && units[letters - 1] === DOT && startsName(fold, text, letters);
    const start = isDotted ? letters - 1 : letters;
    if (isDotted || end !== at) {
      hash = hashRange(folded, start, end);
      check = checkRange(folded, start, end);
    }
    at = end;
    // A word that is part of a single character ("㈀") has no place of its own.
    if (fold.starts !== null && fold.starts[start] === fold.starts[end]) continue;
    const isSpaced = start === previousEnd + 1 && units[previousEnd] === SPACE_SIGN;
    const gap = previousEnd < 0 ? GAP.line : isSpaced ? 0 : gapOf(folded, previousEnd, start);
    TOKEN_ROOM.add(start, end, gap, hash, check);
    previousEnd = end;
  }
  return new Tokens(text, fold, TOKEN_ROOM.take());
}

/** A capital after a small letter, of the letters that English and Spanish write with. */
const SMALL_THEN_CAPITAL = /[a-z\u00df-\u00f6\u00f8-\u00ff][A-Z\u00c0-\u00d6\u00d8-\u00de]/g;

/** The offsets of all capitals that follow a small letter. */
export function findLostBreaks(text: string): number[] {
  const found: number[] = [];
  SMALL_THEN_CAPITAL.lastIndex = 0;
  while (SMALL_THEN_CAPITAL.test(text)) found.push(SMALL_THEN_CAPITAL.lastIndex - 1);
  return found;
}

const LOST_BREAK = /(?<=\p{Ll})(?=\p{Lu})/u;

/** Parts of a word that lost the line break inside it ("DatosTransformación"), as original spans; one part where it did not. */
export function splitAtLostBreak(text: string, start: number, end: number): Span[] {
  let from = start;
  return text
    .slice(start, end)
    .split(LOST_BREAK)
    .map((part) => {
      const span = { start: from, end: from + part.length };
      from = span.end;
      return span;
    });
}

function breaksAt(tokens: Tokens, at: number): boolean {
  return ((tokens.gaps[at] ?? GAP.line) & (GAP.sentence | GAP.line)) !== 0;
}

/** Where the sentence (or line) around a token begins, at most `reach` tokens before it. */
export function sentenceStart(tokens: Tokens, index: number, reach: number): number {
  let start = index;
  while (start > 0 && index - start < reach && !breaksAt(tokens, start)) start -= 1;
  return start;
}

/** Where the sentence (or line) around a token ends, at most `reach` tokens after it. */
export function sentenceEnd(tokens: Tokens, index: number, reach: number): number {
  let end = index + 1;
  while (end < tokens.starts.length && end - index <= reach && !breaksAt(tokens, end)) end += 1;
  return end;
}
