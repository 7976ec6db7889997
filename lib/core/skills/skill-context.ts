import { type ContextWords, holdsPhrase } from "./context-phrases";
import type { ClassedTokens, LabelMatch } from "./find-labels";
import type { SkillMatcher } from "./skill-matcher";
import { sentenceEnd, sentenceStart } from "./tokenize";
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
 * ("written in Go"), or it stands in one list with a sure hard skill, or (not for single letters) a sure skill of its
 * own family stands in its sentence.
 */
export function settleAmbiguous(
  matcher: SkillMatcher,
  classed: ClassedTokens,
  matches: readonly LabelMatch[],
): LabelMatch[] {
  const settling: Settling = { classed, matches, sure: null };
  const settled: LabelMatch[] = [];
  for (let index = 0; index < matches.length; index += 1) {
    const match = matches[index];
    if (match === undefined) continue;
    if (!match.entry.isAmbiguous || isConfirmed(matcher, settling, match, index)) settled.push(match);
    else if (match.fallback !== null) settled.push(match.fallback);
  }
  return settled;
}

/** The matches of one text on their way; `sure` are the ids of concepts with a sure name, once somebody asks for them. */
type Settling = { classed: ClassedTokens; matches: readonly LabelMatch[]; sure: ReadonlySet<string> | null };

function sureIds(settling: Settling): ReadonlySet<string> {
  if (settling.sure !== null) return settling.sure;
  const sure = new Set<string>();
  for (const { entry } of settling.matches) if (!entry.isAmbiguous) sure.add(entry.concept.id);
  settling.sure = sure;
  return sure;
}

function isSureHard({ entry }: LabelMatch): boolean {
  return !entry.isAmbiguous && entry.concept.kind === "hard";
}

/** True where a chain of names in one list, to one side, comes to a sure hard skill. */
function isChained(tokens: Tokens, matches: readonly LabelMatch[], index: number, step: 1 | -1): boolean {
  let here = matches[index];
  for (let hops = 1; hops <= LIST_REACH; hops += 1) {
    const next = matches[index + step * hops];
    if (here === undefined || next === undefined) return false;
    if (!(step === 1 ? areListed(tokens, here, next) : areListed(tokens, next, here))) return false;
    if (isSureHard(next)) return true;
    here = next;
  }
  return false;
}

const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
const FIRST_BEYOND_ASCII = 0x80;

/** True where the word at an index begins with a small letter in the text as given. */
function startsLower({ text, starts, ends }: Tokens, index: number): boolean {
  const start = starts[index];
  if (start === undefined) return false;
  const code = text.charCodeAt(start);
  if (code < FIRST_BEYOND_ASCII) return code >= SMALL_A && code <= SMALL_Z;
  return /^\p{Ll}/u.test(text.slice(start, ends[index]));
}

/** True where a capital that no sentence, title or line start explains may mark a product's name. */
function isWrittenAsName(tokens: Tokens, match: LabelMatch): boolean {
  const { starts, gaps, text } = tokens;
  if (!match.entry.isCapital || match.from === 0 || (gaps[match.from] ?? CLOSED_GAP) !== 0) return false;
  const first = text.charAt(match.start);
  if (first === first.toLowerCase() || !startsLower(tokens, match.from - 1)) return false;
  return match.to === starts.length || (gaps[match.to] ?? CLOSED_GAP) !== 0 || startsLower(tokens, match.to);
}

/** True where a name follows a word that tools follow, or its text surely names a concept which confirms it. */
function isWrittenAsTool(settling: Settling, match: LabelMatch, context: ContextWords | undefined): boolean {
  const { tokens } = settling.classed;
  if (!isWrittenAsName(tokens, match)) return false;
  if (TOOL_WORDS.has(tokens.wordAt(match.from - 1))) return true;
  return !isLoneLetter(match) && context !== undefined && hasAny(sureIds(settling), context.ids);
}

function isConfirmed(matcher: SkillMatcher, settling: Settling, match: LabelMatch, index: number): boolean {
  const { classed, matches } = settling;
  const { tokens, words } = classed;
  const { from, to } = match;
  const context = matcher.contexts.get(match.entry.concept.id);
  const start = sentenceStart(tokens, from, REACH);
  const sentence = sentenceEnd(tokens, from, REACH);
  const end = Math.max(sentence, to);
  if (context !== undefined) {
    const besideFrom = Math.max(start, from - NEIGHBOURHOOD);
    if (holdsPhrase(context.not, words, besideFrom, Math.min(end, to + NEIGHBOURHOOD))) return false;
  }
  if (isChained(tokens, matches, index, 1) || isChained(tokens, matches, index, -1)) return true;
  if (isWrittenAsTool(settling, match, context)) return true;
  if (context !== undefined) {
    const { near } = context;
    if (near.isEverywhere || holdsPhrase(near, words, start, from) || holdsPhrase(near, words, to, end)) return true;
  }
  return isSupportedBeside(matches, index, start, sentence, context);
}

function hasAny(present: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const id of wanted) if (present.has(id)) return true;
  return false;
}

/** True where a sure name confirms a match: a concept of its context, or another of its family. */
function supports(other: LabelMatch, match: LabelMatch, context: ContextWords | undefined): boolean {
  if (other.entry.isAmbiguous) return false;
  const [{ id, family }, { concept }] = [other.entry.concept, match.entry];
  if (context?.ids.has(id) === true) return true;
  return !isLoneLetter(match) && family === concept.family && id !== concept.id;
}

/** True where another match within a token range supports a match; they are in order, so only neighbours are looked at. */
function isSupportedBeside(
  matches: readonly LabelMatch[],
  index: number,
  start: number,
  end: number,
  context: ContextWords | undefined,
): boolean {
  const match = matches[index];
  if (match === undefined) return false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const other = matches[at];
    if (other === undefined || other.from < start) break;
    if (supports(other, match, context)) return true;
  }
  for (let at = index + 1; at < matches.length; at += 1) {
    const other = matches[at];
    if (other === undefined || other.to > end) break;
    if (supports(other, match, context)) return true;
  }
  return false;
}
