import { type FoldedText, foldText, originalSpan } from "@/lib/core/kernel/fold";
import type { Span } from "@/lib/core/kernel/span";

/** What stands between a token and the one before it, as bits; 0 means that a name may run on across it. */
export const GAP = { list: 1, sentence: 2, line: 4, colon: 8, slash: 16, wide: 32 } as const;

/** Gaps over which no multi-word name is read. */
export const CLOSED_GAP = GAP.list | GAP.sentence | GAP.line | GAP.colon | GAP.wide;

/** Folded words of one text in order. Offsets are UTF-16 positions in the original text. */
export type Tokens = { words: string[]; starts: number[]; ends: number[]; gaps: number[]; text: string };

const OTHER = 0;
const WORD = 1;
const SPACE = 2;
const LINE = 3;
const STOP = 4;
const LIST = 5;
const JOIN = 6;

function classOf(code: number): number {
  const sign = String.fromCharCode(code);
  if (sign === "\n" || sign === "\r" || "•·●▪■◦‣∙✓✔➢►▶✅".includes(sign)) return LINE;
  if (/\s/u.test(sign)) return SPACE;
  if (/[\p{L}\p{N}]/u.test(sign)) return WORD;
  if (".!?;".includes(sign)) return STOP;
  if ("-/_'&\\+#".includes(sign)) return JOIN;
  return ',:()[]{}|*"¿¡<>=~'.includes(sign) ? LIST : OTHER;
}

const CLASSES = Uint8Array.from({ length: 0x10000 }, (_, code) => classOf(code));
const DOT = 0x2e;
const PLUS = 0x2b;
const HASH = 0x23;
const COLON = 0x3a;
const SLASH = 0x2f;

/** The first offset at or after `from` that ends the word there; `c++` and `c#` take their signs along. */
function endOfWord(folded: string, from: number): number {
  let at = from;
  while (at < folded.length && CLASSES[folded.charCodeAt(at)] === WORD) at += 1;
  if (folded.charCodeAt(at) === HASH && CLASSES[folded.charCodeAt(at + 1)] !== WORD) return at + 1;
  if (folded.charCodeAt(at) === PLUS && folded.charCodeAt(at + 1) === PLUS) return at + 2;
  return at;
}

function gapOf(folded: string, from: number, to: number): number {
  let gap = to - from > 3 ? GAP.wide : 0;
  for (let at = from; at < to; at += 1) {
    const code = folded.charCodeAt(at);
    const kind = CLASSES[code];
    if (kind === LINE) gap |= GAP.line;
    else if (kind === STOP) {
      const next = CLASSES[folded.charCodeAt(at + 1)];
      if (code !== DOT || (next !== WORD && next !== JOIN)) gap |= GAP.sentence;
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
const MAY_HOLD_ADDRESS = new RegExp(String.raw`@|://|www\.|\.(?:${HOST_END})/`, "u");

/** Folded ranges of URLs, hosts with a path, and e-mail addresses, in order: names inside them are nobody's skills. */
function findAddresses(folded: string): Span[] {
  if (!MAY_HOLD_ADDRESS.test(folded)) return [];
  return Array.from(folded.matchAll(ADDRESS), (found) => ({ start: found.index, end: found.index + found[0].length }));
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
  const tokens: Tokens = { words: [], starts: [], ends: [], gaps: [], text };
  const addresses = findAddresses(folded);
  let nextAddress = 0;
  let at = 0;
  let previousEnd = 0;
  while (at < folded.length) {
    const address = addresses[nextAddress];
    if (address !== undefined && at >= address.start) {
      at = Math.max(at, address.end);
      nextAddress += 1;
      continue;
    }
    if (CLASSES[folded.charCodeAt(at)] !== WORD) {
      at += 1;
      continue;
    }
    const end = endOfWord(folded, at);
    const isDotted = end - at === 3 && folded.charCodeAt(at - 1) === DOT && startsName(fold, text, at);
    const start = isDotted ? at - 1 : at;
    const span = originalSpan(fold, start, end);
    // A word that is part of a single character ("㈀") has no place of its own.
    if (span.end > span.start) {
      tokens.words.push(folded.slice(start, end));
      tokens.starts.push(span.start);
      tokens.ends.push(span.end);
      tokens.gaps.push(tokens.words.length === 1 ? GAP.line : gapOf(folded, previousEnd, start));
      previousEnd = end;
    }
    at = end;
  }
  return tokens;
}

function isUpper(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code <= 0xde && code !== 0xd7);
}

function isLower(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0xdf && code <= 0xff && code !== 0xf7);
}

/** True where a capital follows a small letter inside a word. */
export function hidesLostBreak(text: string, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) {
    if (isUpper(text.charCodeAt(at)) && isLower(text.charCodeAt(at - 1))) return true;
  }
  return false;
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

/** The half-open token range of the sentence (or line) around a token; at most `reach` tokens to either side. */
export function sentenceAround(tokens: Tokens, index: number, reach: number): Span {
  const isBreak = (at: number): boolean => ((tokens.gaps[at] ?? GAP.line) & (GAP.sentence | GAP.line)) !== 0;
  let start = index;
  let end = index + 1;
  while (start > 0 && index - start < reach && !isBreak(start)) start -= 1;
  while (end < tokens.words.length && end - index <= reach && !isBreak(end)) end += 1;
  return { start, end };
}
