import type { CueKind } from "./requirement-cues";
import type { LabelEntry } from "./label-list";
import { fits, type SkillMatcher } from "./skill-matcher";
import { findLostBreaks, splitAtLostBreak } from "./tokenize";
import { CLOSED_GAP, GAP, TOKEN_ROOM, Tokens } from "./tokens";
import { checkRange, hashRange } from "./word-table";

/** A name of a concept over the half-open token range `[from, to)`; offsets are into the original text. */
export type LabelMatch = {
  entry: LabelEntry;
  isVersioned: boolean;
  from: number;
  to: number;
  start: number;
  end: number;
  /** A shorter, unambiguous name at the same place, for where the context denies this one. */
  fallback: LabelMatch | null;
};

/** A cue phrase over a half-open token range. */
export type CueMatch = { kind: CueKind; from: number; to: number };

/**
 * Tokens with the numbers of their words and of the classes of these: −1 where the matcher does not know the word, and no
 * label and no cue has it. `versioned`: base words by index.
 */
export type ClassedTokens = {
  tokens: Tokens;
  words: readonly number[];
  ids: readonly number[];
  versioned: ReadonlyMap<number, string>;
};

const VERSIONED_WORD = /^([a-z]{3,})\d{1,4}$/u;
const HOST_END = /^(?:com|org|edu|gov)$/u;
const MIN_VERSIONED = 4;
const MAX_VERSIONED = 30;
const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;
const LETTER_V = 0x76;
const DOT = 0x2e;
const VERSION = /^v?\d{1,4}x?$/u;
const DURATION = /^(?:years?|yrs?|anos?|mes(?:es)?|months?|dias?|days?|semanas?|weeks?|horas?|hours?|hrs?)$/u;

function isDigit(code: number): boolean {
  return code >= DIGIT_ZERO && code <= DIGIT_NINE;
}

function isKnown(matcher: SkillMatcher, tokens: Tokens, index: number): boolean {
  const slot = matcher.words.slotOf(tokens.hashes[index] ?? 0, tokens.checks[index] ?? 0);
  return slot >= 0 && matcher.words.classAt(slot) >= 0;
}

/** The indices of unknown words inside which a small letter stands before a capital. */
function findHidden(matcher: SkillMatcher, tokens: Tokens): number[] {
  const hidden: number[] = [];
  let index = 0;
  for (const at of findLostBreaks(tokens.text)) {
    while ((tokens.ends[index] ?? Infinity) <= at) index += 1;
    const isInside = (tokens.starts[index] ?? Infinity) < at && hidden.at(-1) !== index;
    if (isInside && !isKnown(matcher, tokens, index)) hidden.push(index);
  }
  return hidden;
}

/** The folded offset of an original one. */
function foldedOffset(tokens: Tokens, index: number, original: number): number {
  const { starts } = tokens.fold;
  if (starts === null) return original;
  let at = tokens.foldedStarts[index] ?? 0;
  while ((starts[at] ?? Infinity) < original) at += 1;
  return at;
}

/** Writes the words `[first, last)` down as they are. */
function keepWords({ foldedStarts, foldedEnds, gaps, hashes, checks }: Tokens, first: number, last: number): void {
  for (let at = first; at < last; at += 1)
    TOKEN_ROOM.add(foldedStarts[at] ?? 0, foldedEnds[at] ?? 0, gaps[at] ?? 0, hashes[at] ?? 0, checks[at] ?? 0);
}

/** The tokens with every unknown word that hides a lost line break taken apart; the given ones where none does. */
function withLostBreaks(matcher: SkillMatcher, given: Tokens): Tokens {
  const hidden = findHidden(matcher, given);
  if (hidden.length === 0) return given;
  const { text, fold, starts, ends, gaps } = given;
  TOKEN_ROOM.clear();
  let next = 0;
  for (const index of hidden) {
    keepWords(given, next, index);
    next = index + 1;
    let gap = gaps[index] ?? 0;
    for (const part of splitAtLostBreak(text, starts[index] ?? 0, ends[index] ?? 0)) {
      const [from, to] = [foldedOffset(given, index, part.start), foldedOffset(given, index, part.end)];
      TOKEN_ROOM.add(from, to, gap, hashRange(fold.folded, from, to), checkRange(fold.folded, from, to));
      gap = GAP.line;
    }
  }
  keepWords(given, next, starts.length);
  return new Tokens(text, fold, TOKEN_ROOM.take());
}

/** The base of a word that ends in a version; null where it does not. */
function versionBase(tokens: Tokens, index: number): string | null {
  const { folded } = tokens.fold;
  const [from, to] = [tokens.foldedStarts[index] ?? 0, tokens.foldedEnds[index] ?? 0];
  if (to - from < MIN_VERSIONED || to - from >= MAX_VERSIONED) return null;
  if (isDigit(folded.charCodeAt(from)) || !isDigit(folded.charCodeAt(to - 1))) return null;
  return VERSIONED_WORD.exec(folded.slice(from, to))?.[1] ?? null;
}

const NONE_VERSIONED: ReadonlyMap<number, string> = new Map();

/** Looks the words up; one that hides a lost line break is taken apart, one that ends in a version counts as its base. */
export function classify(matcher: SkillMatcher, given: Tokens): ClassedTokens {
  const tokens = withLostBreaks(matcher, given);
  const { hashes, checks } = tokens;
  const index = matcher.words;
  let versioned: Map<number, string> | null = null;
  const words = new Array<number>(hashes.length);
  const ids = new Array<number>(hashes.length);
  for (let at = 0; at < hashes.length; at += 1) {
    let slot = index.slotOf(hashes[at] ?? 0, checks[at] ?? 0);
    let id = slot < 0 ? -1 : index.classAt(slot);
    const base = id < 0 ? versionBase(tokens, at) : null;
    if (base !== null) {
      const known = index.find(base);
      const knownId = known < 0 ? -1 : index.classAt(known);
      if (knownId >= 0) {
        slot = known;
        id = knownId;
        versioned = (versioned ?? new Map<number, string>()).set(at, base);
      }
    }
    words[at] = slot < 0 ? -1 : index.numberAt(slot);
    ids[at] = id;
  }
  if (versioned === null) return { tokens, words, ids, versioned: NONE_VERSIONED };
  return { tokens: tokens.reading(versioned), words, ids, versioned };
}

function toMatch(
  { tokens, versioned }: ClassedTokens,
  entry: LabelEntry,
  from: number,
  to: number,
  fallback: LabelMatch | null,
): LabelMatch {
  const [start, end] = [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
  return { entry, isVersioned: versioned.size > 0 && versioned.has(to - 1), from, to, start, end, fallback };
}

/** The longest name that starts at a token; an ambiguous one carries the next shorter sure one. */
function longestAt(matcher: SkillMatcher, classed: ClassedTokens, from: number, limit: number): LabelMatch | null {
  const { tokens, words, ids } = classed;
  const { gaps } = tokens;
  const { trie, labels } = matcher;
  let state = trie.next(0, ids[from] ?? -1);
  let sure: LabelEntry | null = null;
  let doubtful: LabelEntry | null = null;
  let [sureTo, doubtfulTo] = [from, from];
  for (let to = from + 1; state !== 0 && to <= limit; to += 1) {
    const last = trie.entriesTo(state);
    for (let at = trie.entriesFrom(state); at < last; at += 1) {
      const entry = labels.entry(at);
      if (!entry.isPlain && !fits(entry, tokens, words, from, to)) continue;
      if (entry.isAmbiguous) {
        doubtful = entry;
        doubtfulTo = to;
      } else {
        sure = entry;
        sureTo = to;
        doubtful = null;
        break;
      }
    }
    if (to >= ids.length || ((gaps[to] ?? 0) & CLOSED_GAP) !== 0) break;
    state = trie.next(state, ids[to] ?? -1);
  }
  const found = sure === null ? null : toMatch(classed, sure, from, sureTo, null);
  return doubtful === null ? found : toMatch(classed, doubtful, from, doubtfulTo, found);
}

/** True where the word at an index begins as a version does. */
function maybeVersion(tokens: Tokens, index: number): boolean {
  const code = tokens.fold.folded.charCodeAt(tokens.foldedStarts[index] ?? Infinity);
  return isDigit(code) || code === LETTER_V;
}

/** Takes a version after a product's name along ("Python 3.x", "Java 8"), unless the number counts years. */
function withVersion(tokens: Tokens, match: LabelMatch): LabelMatch {
  const { starts, ends, gaps, text } = tokens;
  const at = match.to;
  if (!match.entry.isFixed || match.entry.concept.kind !== "hard") return match;
  if (((gaps[at] ?? CLOSED_GAP) & (CLOSED_GAP | GAP.slash)) !== 0 || !maybeVersion(tokens, at)) return match;
  if (!VERSION.test(tokens.wordAt(at))) return match;
  const after = text.slice(ends[at], (ends[at] ?? 0) + 2);
  if (after.trimStart().startsWith("+")) return match;
  for (let ahead = at + 1; ahead < at + 4 && ((gaps[ahead] ?? CLOSED_GAP) & CLOSED_GAP) === 0; ahead += 1) {
    if (DURATION.test(tokens.wordAt(ahead))) return match;
  }
  let to = at + 1;
  while (text.slice(ends[to - 1], starts[to]) === "." && /^(?:\d{1,3}|x)$/u.test(tokens.wordAt(to))) to += 1;
  return { ...match, isVersioned: true, end: ends[to - 1] ?? match.end, to };
}

/** The names on either side of a slash, where each is a sure name of its own ("HTML/CSS"); else the whole ("CI/CD"). */
function atSlashes(matcher: SkillMatcher, classed: ClassedTokens, match: LabelMatch): LabelMatch[] {
  const { gaps } = classed.tokens;
  const bounds = [match.from];
  for (let at = match.from + 1; at < match.to; at += 1) if (((gaps[at] ?? 0) & GAP.slash) !== 0) bounds.push(at);
  bounds.push(match.to);
  const parts = bounds.slice(0, -1).flatMap((from, index) => {
    const part = longestAt(matcher, classed, from, bounds[index + 1] ?? from);
    return part === null || part.to !== bounds[index + 1] || part.entry.isAmbiguous ? [] : [part];
  });
  return parts.length === bounds.length - 1 ? parts : [match];
}

/** A host that is named without its protocol ("github.com") is no mention of what it is called after. */
function isHost(tokens: Tokens, match: LabelMatch): boolean {
  if (tokens.text.charCodeAt(match.end) !== DOT || tokens.starts[match.to] !== match.end + 1) return false;
  return HOST_END.test(tokens.wordAt(match.to));
}

function holdsSlash({ gaps }: Tokens, { from, to }: LabelMatch): boolean {
  for (let at = from + 1; at < to; at += 1) if (((gaps[at] ?? 0) & GAP.slash) !== 0) return true;
  return false;
}

/** All names in a text from left to right, the longest at every place, none overlapping another. */
export function findLabels(matcher: SkillMatcher, classed: ClassedTokens): LabelMatch[] {
  const { ids, tokens } = classed;
  const matches: LabelMatch[] = [];
  for (let at = 0; at < ids.length; ) {
    const match = (ids[at] ?? -1) < 0 ? null : longestAt(matcher, classed, at, ids.length);
    if (match === null) {
      at += 1;
      continue;
    }
    at = match.to;
    if (isHost(tokens, match)) continue;
    const parts = holdsSlash(tokens, match) ? atSlashes(matcher, classed, match) : null;
    if (parts !== null && parts.length > 1) {
      for (const part of parts) matches.push(part);
      continue;
    }
    const whole = withVersion(tokens, match);
    matches.push(whole);
    at = whole.to;
  }
  return matches;
}

/** All cue phrases from left to right, the longest at every place; the words of a found phrase start no other. */
export function findCues({ cues, cueKinds }: SkillMatcher, { ids, tokens }: ClassedTokens): CueMatch[] {
  const { gaps } = tokens;
  const found: CueMatch[] = [];
  for (let from = 0; from < ids.length; ) {
    let best = 0;
    let end = from + 1;
    let state = cues.next(0, ids[from] ?? -1);
    for (let to = from + 1; state !== 0; to += 1) {
      if (cues.entriesFrom(state) < cues.entriesTo(state)) [best, end] = [state, to];
      if (to >= ids.length || ((gaps[to] ?? 0) & (GAP.line | GAP.sentence)) !== 0) break;
      state = cues.next(state, ids[to] ?? -1);
    }
    for (let at = cues.entriesFrom(best); best !== 0 && at < cues.entriesTo(best); at += 1) {
      const kind = cueKinds[at];
      if (kind !== undefined) found.push({ kind, from, to: end });
    }
    from = end;
  }
  return found;
}
