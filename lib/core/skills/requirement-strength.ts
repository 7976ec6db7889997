import type { Span } from "@/lib/core/kernel/span";
import type { Requirement } from "@/lib/core/postings/posting-fields";
import type { CueMatch } from "./find-labels";
import type { InlineCue, SectionKind } from "./requirement-cues";
import { GAP, sentenceAround, type Tokens } from "./tokenize";

const SENTENCE_REACH = 40;
const SHORT_LINE = 7;
const DENIAL_REACH = 4;
/** A cue of so many words before a colon opens a section even in mid-sentence ("here is what we are looking for:"). */
const LONG_CUE = 3;

/** What a text asks at a place: a strength, or `denied` ("no es necesario", a statement about equal opportunity, a title such as "Hiring process"); boilerplate is talk about the company, loose what only a turn of phrase asks for ("strong", "ability to") where no section does. */
export type Asking = { requirement: Requirement | "denied"; isBoilerplate?: true; isLoose?: true };

/** A section from its opening words `[from, to)` up to the next one. */
type Section = { from: number; to: number; kind: SectionKind | "none" };

/** Answers what the advert asks at a token range. */
export type StrengthReader = (from: number, to: number) => Asking;

function startsUpper(tokens: Tokens, index: number): boolean {
  return /^[\p{Lu}\d]/u.test(tokens.text.slice(tokens.starts[index], tokens.ends[index]));
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
  const isInline = (gap & (GAP.line | GAP.sentence)) === 0;
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

function sectionsOf(tokens: Tokens, cues: readonly CueMatch[], headings: readonly Span[]): Section[] {
  const headingStarts = headings.map((heading) => heading.start);
  const headingAt = (start: number): number => {
    const index = lowerBound(headingStarts, start + 1) - 1;
    return start < (headings[index]?.end ?? -1) ? index : -1;
  };
  const named = new Set<number>();
  const sections = cues.flatMap((cue): Section[] => {
    if (!("section" in cue.kind)) return [];
    const heading = headingAt(tokens.starts[cue.from] ?? 0);
    if (heading < 0 && !opensSection(tokens, cue)) return [];
    named.add(heading);
    return [{ from: cue.from, to: cue.to, kind: cue.kind.section }];
  });
  const unnamed = headings.flatMap((heading, index): Section[] => {
    const from = lowerBound(tokens.starts, heading.start);
    return named.has(index) || from === tokens.starts.length ? [] : [{ from, to: from, kind: "none" }];
  });
  return [...sections, ...unnamed].sort((a, b) => a.from - b.from);
}

type Cue = { inline: InlineCue; from: number; to: number };

function distance(cue: Cue, from: number, to: number): number {
  return cue.to <= from ? from - cue.to : Math.max(0, cue.from - to);
}

function isDenied(near: readonly Cue[], from: number, to: number): boolean {
  return near.some((cue) => {
    if (cue.inline === "deniesNext") return cue.to <= from && from - cue.to <= DENIAL_REACH;
    return cue.inline === "deniesPrevious" && cue.from >= to && cue.from - to <= 1;
  });
}

/** The nearest cue that says "must" or "may"; a tie goes to the one that follows, which is how brackets qualify. */
function nearest(near: readonly Cue[], from: number, to: number): InlineCue | null {
  let best: Cue | null = null;
  for (const cue of near) {
    if (cue.inline !== "required" && cue.inline !== "preferred") continue;
    if (best === null || distance(cue, from, to) <= distance(best, from, to)) best = cue;
  }
  return best?.inline ?? null;
}

/**
 * Prepares the reading of strengths for one text. Inside a sentence the nearest cue decides; else the section does
 * (required, preferred; tasks and everything unnamed: mentioned, unless the sentence asks for experience or knowledge);
 * in talk about the company nothing is more than mentioned.
 */
export function readStrengths(tokens: Tokens, cues: readonly CueMatch[], headings: readonly Span[]): StrengthReader {
  const sections = sectionsOf(tokens, cues, headings);
  const openers = new Set(sections.map((section) => section.from));
  const inline = cues.flatMap((cue): Cue[] =>
    "inline" in cue.kind && !openers.has(cue.from) ? [{ inline: cue.kind.inline, from: cue.from, to: cue.to }] : [],
  );
  const sectionStarts = sections.map((section) => section.from);
  const inlineStarts = inline.map((cue) => cue.from);
  return (from, to) => {
    const opener = sections[lowerBound(sectionStarts, from + 1) - 1];
    const section = opener?.kind ?? "none";
    const sentence = sentenceAround(tokens, from, SENTENCE_REACH);
    const end = Math.max(sentence.end, to);
    const near = inline
      .slice(lowerBound(inlineStarts, sentence.start), lowerBound(inlineStarts, end))
      .filter((cue) => cue.to <= end);
    if (opener !== undefined && to <= opener.to) return { requirement: "denied" };
    if (isDenied(near, from, to) || near.some((cue) => cue.inline === "legal")) return { requirement: "denied" };
    if (section === "boilerplate") return { requirement: "mentioned", isBoilerplate: true };
    const asks = nearest(near, from, to);
    if (asks === "required" || asks === "preferred") return { requirement: asks };
    if (section === "required" || section === "preferred") return { requirement: section };
    const isAsked = near.some((cue) => cue.inline === "experience" && cue.from < from);
    return isAsked ? { requirement: "required", isLoose: true } : { requirement: "mentioned" };
  };
}
