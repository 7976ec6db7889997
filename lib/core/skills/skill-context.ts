import type { Span } from "@/lib/core/kernel/span";
import { holdsPhrase } from "./context-phrases";
import type { ClassedTokens, LabelMatch } from "./find-labels";
import type { SkillMatcher } from "./skill-matcher";
import { sentenceAround } from "./tokenize";
import { CLOSED_GAP, GAP, type Tokens } from "./tokens";

const REACH = 8;
const NEIGHBOURHOOD = 3;
const LIST_REACH = 3;
/** Words after which a capitalised product name is meant as a tool ("written in Go", "reports in Excel"). */
const TOOL_WORDS = new Set(
  "in with using via en con usando mediante strong solid advanced basic intermediate buen dominio manejo".split(" "),
);
const CONNECTIVES = new Set(["and", "or", "y", "o", "e", "u", "and/or"]);

/** Two names stand in one list when at most a connective and a separator are between them, or each is a short line. */
function areListed(tokens: Tokens, left: LabelMatch, right: LabelMatch): boolean {
  if (right.from === left.to + 1) return CONNECTIVES.has(tokens.wordAt(left.to));
  if (right.from > left.to) return false;
  return right.from === left.to && ((tokens.gaps[left.to] ?? 0) & (GAP.list | GAP.line | GAP.slash)) !== 0;
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
export function settleAmbiguous(
  matcher: SkillMatcher,
  classed: ClassedTokens,
  matches: readonly LabelMatch[],
): LabelMatch[] {
  if (!matches.some((match) => match.entry.isAmbiguous)) return [...matches];
  const sure = new Set<string>();
  for (const { entry } of matches) if (!entry.isAmbiguous) sure.add(entry.concept.id);
  const settling: Settling = { classed, matches, sure };
  const settled: LabelMatch[] = [];
  matches.forEach((match, index) => {
    if (!match.entry.isAmbiguous || isConfirmed(matcher, settling, index)) settled.push(match);
    else if (match.fallback !== null) settled.push(match.fallback);
  });
  return settled;
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
  const { starts, ends, gaps, text } = tokens;
  if (!match.entry.isCapital || match.from === 0 || (gaps[match.from] ?? CLOSED_GAP) !== 0) return false;
  const isLower = (index: number): boolean => /^\p{Ll}/u.test(text.slice(starts[index], ends[index]));
  const isName = text.charAt(match.start) !== text.charAt(match.start).toLowerCase();
  const isLast = match.to === starts.length || (gaps[match.to] ?? CLOSED_GAP) !== 0;
  if (!isName || !isLower(match.from - 1) || !(isLast || isLower(match.to))) return false;
  return TOOL_WORDS.has(tokens.wordAt(match.from - 1)) || (!isLoneLetter(match) && isSupported());
}

type Settling = { classed: ClassedTokens; matches: readonly LabelMatch[]; sure: ReadonlySet<string> };

function isConfirmed(matcher: SkillMatcher, { classed, matches, sure }: Settling, index: number): boolean {
  const match = matches[index];
  if (match === undefined) return false;
  const { tokens, words } = classed;
  const { from, to } = match;
  const context = matcher.contexts.get(match.entry.concept.id);
  const sentence = sentenceAround(tokens, from, REACH);
  const end = Math.max(sentence.end, to);
  const besideFrom = Math.max(sentence.start, from - NEIGHBOURHOOD);
  if (context !== undefined && holdsPhrase(context.not, words, besideFrom, Math.min(end, to + NEIGHBOURHOOD)))
    return false;
  if (isListedWithSkill(tokens, matches, index)) return true;
  const isSupported = (): boolean => context !== undefined && hasAny(sure, context.ids);
  if (isWrittenAsTool(tokens, match, isSupported)) return true;
  if (context !== undefined) {
    const { near } = context;
    if (near.isEverywhere || holdsPhrase(near, words, sentence.start, from) || holdsPhrase(near, words, to, end))
      return true;
  }
  const confirms = (other: LabelMatch): boolean => {
    const { id, family } = other.entry.concept;
    if (other.entry.isAmbiguous) return false;
    const { concept } = match.entry;
    return context?.ids.has(id) === true || (!isLoneLetter(match) && family === concept.family && id !== concept.id);
  };
  return anyBeside(matches, index, sentence, confirms);
}

function hasAny(present: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const id of wanted) if (present.has(id)) return true;
  return false;
}

/** True where another match within a token range around a match holds; they are in order, so only neighbours are looked at. */
function anyBeside(
  matches: readonly LabelMatch[],
  index: number,
  range: Span,
  holds: (other: LabelMatch) => boolean,
): boolean {
  for (let at = index - 1; (matches[at]?.from ?? -1) >= range.start; at -= 1) {
    const other = matches[at];
    if (other !== undefined && holds(other)) return true;
  }
  for (let at = index + 1; (matches[at]?.to ?? Infinity) <= range.end; at += 1) {
    const other = matches[at];
    if (other !== undefined && holds(other)) return true;
  }
  return false;
}
