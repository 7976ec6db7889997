import type { Span } from "@/lib/core/kernel/span";
import type { LabelMatch } from "./find-labels";
import type { SkillMatcher } from "./skill-matcher";
import { CLOSED_GAP, GAP, sentenceAround, type Tokens } from "./tokenize";

const REACH = 8;
const NEIGHBOURHOOD = 3;
const LIST_REACH = 3;
/** Words after which a capitalised product name is meant as a tool ("written in Go", "reports in Excel"). */
const TOOL_WORDS = new Set(
  "in with using via en con usando mediante strong solid advanced basic intermediate buen dominio manejo".split(" "),
);
const CONNECTIVES = new Set(["and", "or", "y", "o", "e", "u", "and/or"]);

function words(tokens: Tokens, from: number, to: number): string {
  return ` ${tokens.words.slice(Math.max(0, from), to).join(" ")} `;
}

function hasAny(haystack: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => haystack.includes(phrase));
}

/** Two names stand in one list when at most a connective and a separator are between them, or each is a short line. */
function areListed(tokens: Tokens, left: LabelMatch, right: LabelMatch): boolean {
  const between = tokens.words.slice(left.to, right.from);
  if (between.length > 1 || between.some((word) => !CONNECTIVES.has(word))) return false;
  let gap = 0;
  for (let at = left.to; at <= right.from; at += 1) gap |= tokens.gaps[at] ?? 0;
  return between.length === 1 || (gap & (GAP.list | GAP.line | GAP.slash)) !== 0;
}

/** Letter names that single letters never stand for: sections, grades, shifts, vitamins. */
function isLoneLetter(match: LabelMatch): boolean {
  return match.end - match.start === 1;
}

/**
 * Decides the ambiguous names of one text. One counts when no denying word is within three words of it, and either a
 * confirming word is within eight words in its sentence, or a confirming concept is, or it is written as a tool
 * ("written in Go"), or it stands in one list with a sure hard skill, or (not for single letters) a sure skill of its own family stands in its sentence.
 */
export function settleAmbiguous(matcher: SkillMatcher, tokens: Tokens, matches: readonly LabelMatch[]): LabelMatch[] {
  if (!matches.some((match) => match.entry.isAmbiguous)) return [...matches];
  const sure = new Set(matches.flatMap(({ entry }) => (entry.isAmbiguous ? [] : [entry.concept.id])));
  const settling: Settling = { tokens, matches, sure };
  return matches.flatMap((match, index) => {
    if (!match.entry.isAmbiguous || isConfirmed(matcher, settling, index)) return [match];
    return match.fallback === null ? [] : [match.fallback];
  });
}

function isSureHard(match: LabelMatch | undefined): match is LabelMatch {
  return match !== undefined && !match.entry.isAmbiguous && match.entry.concept.kind === "hard";
}

function isListedWithSkill(tokens: Tokens, matches: readonly LabelMatch[], index: number): boolean {
  const chain = (step: 1 | -1): boolean => {
    let at = index;
    for (let hops = 0; hops < LIST_REACH; hops += 1) {
      const [here, next] = [matches[at], matches[at + step]];
      if (here === undefined || next === undefined) return false;
      if (!(step === 1 ? areListed(tokens, here, next) : areListed(tokens, next, here))) return false;
      if (isSureHard(next)) return true;
      at += step;
    }
    return false;
  };
  return chain(1) || chain(-1);
}

/**
 * True where a capital that no sentence, title or line start explains marks a product's name: after a word that tools
 * follow, or anywhere in a text that surely names a concept which confirms it.
 */
function isWrittenAsTool(tokens: Tokens, match: LabelMatch, isSupported: () => boolean): boolean {
  const { words, starts, ends, gaps, text } = tokens;
  if (!match.entry.isCapital || match.from === 0 || (gaps[match.from] ?? CLOSED_GAP) !== 0) return false;
  const isLower = (index: number): boolean => /^\p{Ll}/u.test(text.slice(starts[index], ends[index]));
  const isName = text.charAt(match.start) !== text.charAt(match.start).toLowerCase();
  const isLast = match.to === words.length || (gaps[match.to] ?? CLOSED_GAP) !== 0;
  if (!isName || !isLower(match.from - 1) || !(isLast || isLower(match.to))) return false;
  return TOOL_WORDS.has(words[match.from - 1] ?? "") || (!isLoneLetter(match) && isSupported());
}

type Settling = { tokens: Tokens; matches: readonly LabelMatch[]; sure: ReadonlySet<string> };

function isConfirmed(matcher: SkillMatcher, { tokens, matches, sure }: Settling, index: number): boolean {
  const match = matches[index];
  if (match === undefined) return false;
  const { concept } = match.entry;
  const context = matcher.contexts.get(concept.id);
  const sentence = sentenceAround(tokens, match.from, REACH);
  const beside = words(
    tokens,
    Math.max(sentence.start, match.from - NEIGHBOURHOOD),
    Math.min(Math.max(sentence.end, match.to), match.to + NEIGHBOURHOOD),
  );
  if (context !== undefined && hasAny(beside, context.not)) return false;
  if (isListedWithSkill(tokens, matches, index)) return true;
  const isSupported = (): boolean => Array.from(context?.ids ?? []).some((id) => sure.has(id));
  if (isWrittenAsTool(tokens, match, isSupported)) return true;
  const outside = words(tokens, sentence.start, match.from) + words(tokens, match.to, Math.max(sentence.end, match.to));
  if (context !== undefined && hasAny(outside, context.near)) return true;
  const confirms = (other: LabelMatch): boolean => {
    const { id, family } = other.entry.concept;
    if (other.entry.isAmbiguous) return false;
    return context?.ids.has(id) === true || (!isLoneLetter(match) && family === concept.family && id !== concept.id);
  };
  return matchesBeside(matches, index, sentence).some(confirms);
}

/** The other matches within a token range around a match; they are in order, so only neighbours are looked at. */
function matchesBeside(matches: readonly LabelMatch[], index: number, range: Span): LabelMatch[] {
  let [first, last] = [index, index];
  while ((matches[first - 1]?.from ?? -1) >= range.start) first -= 1;
  while ((matches[last + 1]?.to ?? Infinity) <= range.end) last += 1;
  return [...matches.slice(first, index), ...matches.slice(index + 1, last + 1)];
}
