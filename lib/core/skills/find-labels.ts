import { foldLabel } from "@/lib/core/kernel/fold";
import type { CueKind } from "./requirement-cues";
import { fits, type LabelEntry, type SkillMatcher, type TrieNode } from "./skill-matcher";
import { CLOSED_GAP, GAP, hidesLostBreak, splitAtLostBreak, type Tokens } from "./tokenize";

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

/** Tokens with the numbers of their word classes: −1 where no label and no cue has the word; `versioned`: base words by index. */
export type ClassedTokens = { tokens: Tokens; ids: number[]; versioned: ReadonlyMap<number, string> };

const VERSIONED_WORD = /^([a-z]{3,})\d{1,4}$/u;
const HOST_END = /^(?:com|org|edu|gov)$/u;
const MAX_VERSIONED = 30;
const DIGIT_NINE = 0x39;
const UNKNOWN: { id: number; base: null } = { id: -1, base: null };
const VERSION = /^v?\d{1,4}x?$/u;
const DURATION = /^(?:years?|yrs?|anos?|mes(?:es)?|months?|dias?|days?|semanas?|weeks?|horas?|hours?|hrs?)$/u;

type Word = { id: number; base: string | null };

/** The class of a word; one that ends in a version counts as its base. */
function lookUp(matcher: SkillMatcher, word: string): Word {
  const id = matcher.classes.get(word);
  if (id !== undefined) return { id, base: null };
  if (word.length >= MAX_VERSIONED || word.charCodeAt(word.length - 1) > DIGIT_NINE) return UNKNOWN;
  const base = VERSIONED_WORD.exec(word)?.[1];
  const known = base === undefined ? undefined : matcher.classes.get(base);
  return base === undefined || known === undefined ? UNKNOWN : { id: known, base };
}

/** The tokens with every unknown word that hides a lost line break taken apart; the given ones where none does. */
function withLostBreaks(matcher: SkillMatcher, given: Tokens): Tokens {
  const { words, starts, ends, gaps, text } = given;
  const isHidden = (word: string, index: number): boolean =>
    !matcher.classes.has(word) && hidesLostBreak(text, starts[index] ?? 0, ends[index] ?? 0);
  if (!words.some(isHidden)) return given;
  const tokens: Tokens = { words: [], starts: [], ends: [], gaps: [], text };
  for (const [index, word] of words.entries()) {
    const [start, end, gap] = [starts[index] ?? 0, ends[index] ?? 0, gaps[index] ?? 0];
    const parts = isHidden(word, index) ? splitAtLostBreak(text, start, end) : [{ start, end }];
    for (const [at, part] of parts.entries()) {
      tokens.words.push(parts.length === 1 ? word : foldLabel(text.slice(part.start, part.end)));
      tokens.starts.push(part.start);
      tokens.ends.push(part.end);
      tokens.gaps.push(at === 0 ? gap : GAP.line);
    }
  }
  return tokens;
}

/** Looks the words up; one that hides a lost line break is taken apart, one that ends in a version counts as its base. */
export function classify(matcher: SkillMatcher, given: Tokens): ClassedTokens {
  const tokens = withLostBreaks(matcher, given);
  const versioned = new Map<number, string>();
  const ids = tokens.words.map((word, index) => {
    const { id, base } = lookUp(matcher, word);
    if (base !== null) versioned.set(index, base);
    return id;
  });
  if (versioned.size === 0) return { tokens, ids, versioned };
  const words = tokens.words.map((word, index) => versioned.get(index) ?? word);
  return { tokens: { ...tokens, words }, ids, versioned };
}

function toMatch(classed: ClassedTokens, entry: LabelEntry, from: number, to: number): LabelMatch {
  const { tokens, versioned } = classed;
  const [start, end] = [tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0];
  return { entry, isVersioned: versioned.has(to - 1), from, to, start, end, fallback: null };
}

/** The longest name that starts at a token; an ambiguous one carries the next shorter sure one. */
function longestAt(matcher: SkillMatcher, classed: ClassedTokens, from: number, limit = Infinity): LabelMatch | null {
  let node: TrieNode<LabelEntry> | undefined = matcher.labels.next?.get(classed.ids[from] ?? -1);
  let sure: LabelMatch | null = null;
  let doubtful: LabelMatch | null = null;
  for (let to = from + 1; node !== undefined && to <= limit; to += 1) {
    for (const entry of node.entries) {
      if (!fits(entry, classed.tokens, from, to)) continue;
      if (entry.isAmbiguous) doubtful = toMatch(classed, entry, from, to);
      else {
        sure = toMatch(classed, entry, from, to);
        doubtful = null;
        break;
      }
    }
    if (node.next === null || ((classed.tokens.gaps[to] ?? CLOSED_GAP) & CLOSED_GAP) !== 0) break;
    node = node.next.get(classed.ids[to] ?? -1);
  }
  return doubtful === null ? sure : { ...doubtful, fallback: sure };
}

/** Takes a version after a product's name along ("Python 3.x", "Java 8"), unless the number counts years. */
function withVersion(tokens: Tokens, match: LabelMatch): LabelMatch {
  const { words, starts, ends, gaps, text } = tokens;
  const at = match.to;
  if (
    !match.entry.isFixed ||
    match.entry.concept.kind !== "hard" ||
    ((gaps[at] ?? CLOSED_GAP) & (CLOSED_GAP | GAP.slash)) !== 0
  )
    return match;
  if (
    !VERSION.test(words[at] ?? "") ||
    text
      .slice(ends[at], (ends[at] ?? 0) + 2)
      .trimStart()
      .startsWith("+")
  )
    return match;
  for (let ahead = at + 1; ahead < at + 4 && ((gaps[ahead] ?? CLOSED_GAP) & CLOSED_GAP) === 0; ahead += 1) {
    if (DURATION.test(words[ahead] ?? "")) return match;
  }
  let to = at + 1;
  while (text.slice(ends[to - 1], starts[to]) === "." && /^(?:\d{1,3}|x)$/u.test(words[to] ?? "")) to += 1;
  return { ...match, isVersioned: true, end: ends[to - 1] ?? match.end, to };
}

/** The names on either side of a slash, where each is a sure name of its own ("HTML/CSS"); else the whole ("CI/CD"). */
function atSlashes(matcher: SkillMatcher, classed: ClassedTokens, match: LabelMatch): LabelMatch[] {
  const { gaps } = classed.tokens;
  const bounds = [match.from];
  for (let at = match.from + 1; at < match.to; at += 1) if (((gaps[at] ?? 0) & GAP.slash) !== 0) bounds.push(at);
  if (bounds.length === 1) return [match];
  bounds.push(match.to);
  const parts = bounds.slice(0, -1).flatMap((from, index) => {
    const part = longestAt(matcher, classed, from, bounds[index + 1] ?? from);
    return part === null || part.to !== bounds[index + 1] || part.entry.isAmbiguous ? [] : [part];
  });
  return parts.length === bounds.length - 1 ? parts : [match];
}

/** A host that is named without its protocol ("github.com") is no mention of what it is called after. */
function isHost(tokens: Tokens, match: LabelMatch): boolean {
  return HOST_END.test(tokens.words[match.to] ?? "") && tokens.text.slice(match.end, tokens.starts[match.to]) === ".";
}

/** All names in a text from left to right, the longest at every place, none overlapping another. */
export function findLabels(matcher: SkillMatcher, classed: ClassedTokens): LabelMatch[] {
  const matches: LabelMatch[] = [];
  for (let at = 0; at < classed.ids.length; ) {
    const match = (classed.ids[at] ?? -1) < 0 ? null : longestAt(matcher, classed, at);
    if (match === null || isHost(classed.tokens, match)) at = match?.to ?? at + 1;
    else {
      const parts = atSlashes(matcher, classed, match);
      const whole = parts.length > 1 ? parts : [withVersion(classed.tokens, match)];
      matches.push(...whole);
      at = whole.at(-1)?.to ?? match.to;
    }
  }
  return matches;
}

/** All cue phrases from left to right, the longest at every place; the words of a found phrase start no other. */
export function findCues(matcher: SkillMatcher, { ids, tokens }: ClassedTokens): CueMatch[] {
  const found: CueMatch[] = [];
  for (let at = 0; at < ids.length; ) {
    let node = matcher.cues.next?.get(ids[at] ?? -1);
    let best: CueMatch[] = [];
    for (let to = at + 1; node !== undefined; to += 1) {
      if (node.entries.length > 0) best = node.entries.map((kind) => ({ kind, from: at, to }));
      if (node.next === null || ((tokens.gaps[to] ?? CLOSED_GAP) & (GAP.line | GAP.sentence)) !== 0) break;
      node = node.next.get(ids[to] ?? -1);
    }
    found.push(...best);
    at = best[0]?.to ?? at + 1;
  }
  return found;
}
