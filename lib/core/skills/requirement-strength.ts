import type { Span } from "@/lib/core/kernel/span";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import type { CueMatch } from "./find-labels";
import type { InlineCue, SectionKind } from "./requirement-cues";
import { GAP, sentenceEnd, sentenceStart, type Tokens } from "./tokenize";

const SENTENCE_REACH = 40;
const SHORT_LINE = 7;
const DENIAL_REACH = 4;
/** A cue of so many words before a colon opens a section even in mid-sentence ("here is what we are looking for:"). */
const LONG_CUE = 3;

/**
 * What a text asks at a place: a strength, or `denied` ("no es necesario", a statement about equal opportunity, a title
 * such as "Hiring process"); boilerplate is a section about the company, company a sentence about it, loose what only a
 * turn of phrase asks for ("strong", "ability to") where no section does.
 */
export type Asking = { requirement: Requirement | "denied"; isBoilerplate?: true; isCompany?: true; isLoose?: true };

/** A section from its opening words `[from, to)` up to the next one. */
type Section = { from: number; to: number; kind: SectionKind | "none" };

/** Answers what the advert asks at a token range. */
export type StrengthReader = (from: number, to: number) => Asking;

const ZERO = 0x30;
const NINE = 0x39;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const DOT = 0x2e;
const FIRST_BEYOND_ASCII = 0x80;

/** True where the word at an index begins with a capital or a digit in the text as given. */
function startsUpper({ text, starts, ends }: Tokens, index: number): boolean {
  const start = starts[index];
  if (start === undefined) return false;
  const code = text.charCodeAt(start);
  if (code < FIRST_BEYOND_ASCII) return (code >= CAPITAL_A && code <= CAPITAL_Z) || (code >= ZERO && code <= NINE);
  return /^[\p{Lu}\d]/u.test(text.slice(start, ends[index]));
}

const LEAST_WORD = 3;

/** True where a sentence ends before a token without a blank ("… de pedidos.Limpieza de"), as texts have it that lost their line breaks. */
function isLostEnd({ text, starts, ends }: Tokens, index: number): boolean {
  const [start, before] = [starts[index] ?? 0, ends[index - 1] ?? 0];
  if (start !== before + 1 || text.charCodeAt(before) !== DOT || (ends[index] ?? 0) - start < LEAST_WORD) return false;
  return /^\p{Ll}\.\p{Lu}\p{Ll}/u.test(text.slice(before - 1, start + 2));
}

/** The tokens, by index, before which a sentence ends without a blank. */
function findLostEnds(tokens: Tokens): number[] {
  const found: number[] = [];
  for (let index = 1; index < tokens.starts.length; index += 1) if (isLostEnd(tokens, index)) found.push(index);
  return found;
}

function lineEnd(tokens: Tokens, from: number, reach: number): number {
  let end = from + 1;
  while (end < tokens.starts.length && end - from <= reach && ((tokens.gaps[end] ?? 0) & GAP.line) === 0) end += 1;
  return end;
}

/** A cue names a section where it opens a line or sentence and a colon, a short line or a fresh capital follows. */
function opensSection(tokens: Tokens, cue: CueMatch): boolean {
  const gap = tokens.gaps[cue.from] ?? GAP.line;
  const next = tokens.gaps[cue.to] ?? GAP.line;
  const isInline = (gap & (GAP.line | GAP.sentence)) === 0 && !isLostEnd(tokens, cue.from);
  if (isInline) return (next & GAP.colon) !== 0 && (startsUpper(tokens, cue.from) || cue.to - cue.from >= LONG_CUE);
  if ((next & (GAP.line | GAP.colon)) !== 0) return true;
  if ((next & GAP.sentence) !== 0) return true;
  const isShortLine = (gap & GAP.line) !== 0 && lineEnd(tokens, cue.from, SHORT_LINE + 1) - cue.from <= SHORT_LINE;
  if (isShortLine && startsUpper(tokens, cue.from))
    return !/[-•*·]\s*$/u.test(
      tokens.text.slice(Math.max(0, (tokens.starts[cue.from] ?? 0) - 4), tokens.starts[cue.from]),
    );
  return startsUpper(tokens, cue.from) && startsUpper(tokens, cue.to) && next === 0;
}

/** The first index whose value is not below the target, in a list that never falls. */
function lowerBound(values: readonly number[], target: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? Infinity) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the heading that an offset lies in; −1 where it lies in none. */
function headingAt(headings: readonly Span[], starts: readonly number[], offset: number): number {
  const index = lowerBound(starts, offset + 1) - 1;
  return offset < (headings[index]?.end ?? -1) ? index : -1;
}

function sectionsOf(tokens: Tokens, cues: readonly CueMatch[], headings: readonly Span[]): Section[] {
  const headingStarts = headings.map((heading) => heading.start);
  const named = new Uint8Array(headings.length);
  const sections: Section[] = [];
  for (const cue of cues) {
    if (!("section" in cue.kind)) continue;
    const heading = headingAt(headings, headingStarts, tokens.starts[cue.from] ?? 0);
    if (heading < 0 && !opensSection(tokens, cue)) continue;
    if (heading >= 0) named[heading] = 1;
    sections.push({ from: cue.from, to: cue.to, kind: cue.kind.section });
  }
  for (let index = 0; index < headings.length; index += 1) {
    if (named[index] === 1) continue;
    const from = lowerBound(tokens.starts, headingStarts[index] ?? 0);
    if (from < tokens.starts.length) sections.push({ from, to: from, kind: "none" });
  }
  return sections.sort((a, b) => a.from - b.from);
}

type Cue = { inline: InlineCue; from: number; to: number };

/** "Not required: Java" takes back what follows the colon, not what stands before. */
function inlineKind({ gaps }: Tokens, inline: InlineCue, to: number): InlineCue {
  return inline === "deniesPrevious" && ((gaps[to] ?? 0) & GAP.colon) !== 0 ? "deniesNext" : inline;
}

/** The cues inside sentences: all that open no section. */
function inlineOf(tokens: Tokens, cues: readonly CueMatch[], sections: readonly Section[]): Cue[] {
  const openers = new Set<number>();
  for (const { from } of sections) openers.add(from);
  const inline: Cue[] = [];
  for (const { kind, from, to } of cues)
    if ("inline" in kind && !openers.has(from)) inline.push({ inline: inlineKind(tokens, kind.inline, to), from, to });
  return inline;
}

/** What the cues of one sentence say of a token range in it. */
type Said = { isDenied: boolean; isAsked: boolean; isCompany: boolean; nearest: "required" | "preferred" | null };

/** What speaks of the job, so that company talk before or behind it is none. */
const ABOUT_THE_JOB: ReadonlySet<InlineCue> = new Set(["required", "preferred", "experience", "job"]);

/** True where a cue takes back what stands at a token range. */
function denies({ inline, from, to }: Cue, start: number, end: number): boolean {
  if (inline === "legal") return true;
  if (inline === "deniesNext") return to <= start && start - to <= DENIAL_REACH;
  return inline === "deniesPrevious" && from >= end && from - end <= 1;
}

/**
 * What is said in the sentence `[first, last)` of the range `[from, to)`. Of the cues that say "must" or "may" the nearest
 * counts; a tie goes to the one that follows, which is how brackets qualify.
 */
function saidOf(inline: readonly Cue[], at: number, last: number, from: number, to: number): Said {
  const said: Said = { isDenied: false, isAsked: false, isCompany: false, nearest: null };
  let isJob = false;
  let least = Infinity;
  for (let index = at; index < inline.length; index += 1) {
    const cue = inline[index];
    if (cue === undefined || cue.from >= last) break;
    if (cue.to > last) continue;
    if (denies(cue, from, to)) said.isDenied = true;
    if (cue.inline === "experience" && cue.from <= from) said.isAsked = true;
    if (cue.to <= from && cue.inline === "company") said.isCompany = true;
    if (cue.to <= from && ABOUT_THE_JOB.has(cue.inline)) isJob = true;
    if (cue.inline !== "required" && cue.inline !== "preferred") continue;
    const distance = cue.to <= from ? from - cue.to : Math.max(0, cue.from - to);
    if (distance > least) continue;
    least = distance;
    said.nearest = cue.inline;
  }
  if (isJob) said.isCompany = false;
  return said;
}

const DENIED: Asking = { requirement: "denied" };
const COMPANY: Asking = { requirement: "denied", isCompany: true };
const LOOSE: Asking = { requirement: "required", isLoose: true };
const BOILERPLATE: Asking = { requirement: "mentioned", isBoilerplate: true };
const ASKINGS: Record<Requirement, Asking> = {
  required: { requirement: "required" },
  preferred: { requirement: "preferred" },
  mentioned: { requirement: "mentioned" },
};

/**
 * Prepares the reading of strengths for one text. Inside a sentence the nearest cue decides; else the section does
 * (required, preferred; tasks and everything unnamed: mentioned, unless the sentence asks for experience or knowledge);
 * in a section about the company nothing is more than mentioned, and a sentence about it names no skills.
 */
export function readStrengths(tokens: Tokens, cues: readonly CueMatch[], headings: readonly Span[]): StrengthReader {
  const sections = sectionsOf(tokens, cues, headings);
  const inline = inlineOf(tokens, cues, sections);
  const sectionStarts = sections.map((section) => section.from);
  const inlineStarts = inline.map((cue) => cue.from);
  const lostEnds = findLostEnds(tokens);
  return (from, to) => {
    const opener = sections[lowerBound(sectionStarts, from + 1) - 1];
    if (opener !== undefined && to <= opener.to) return DENIED;
    const section = opener?.kind ?? "none";
    const lost = lowerBound(lostEnds, from + 1);
    const start = Math.max(sentenceStart(tokens, from, SENTENCE_REACH), lostEnds[lost - 1] ?? 0);
    const end = Math.max(Math.min(sentenceEnd(tokens, from, SENTENCE_REACH), lostEnds[lost] ?? Infinity), to);
    const first = lowerBound(inlineStarts, start);
    const said = saidOf(inline, first, end, from, to);
    if (said.isDenied) return DENIED;
    if (said.isCompany) return COMPANY;
    if (section === "boilerplate") return BOILERPLATE;
    if (said.nearest !== null) return ASKINGS[said.nearest];
    if (section === "required" || section === "preferred") return ASKINGS[section];
    return said.isAsked ? LOOSE : ASKINGS.mentioned;
  };
}
