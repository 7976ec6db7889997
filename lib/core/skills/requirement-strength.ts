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

/** What a text asks at a place: a strength, or `denied` ("no es necesario", or a statement about equal opportunity); boilerplate is talk about the company. */
export type Asking = { requirement: Requirement | "denied"; isBoilerplate: boolean };

type Section = { from: number; kind: SectionKind | "none" };

/** Answers what the advert asks at a token range. */
export type StrengthReader = (from: number, to: number) => Asking;

function startsUpper(tokens: Tokens, index: number): boolean {
  return /^[\p{Lu}\d]/u.test(tokens.text.slice(tokens.starts[index], tokens.ends[index]));
}

function lineEnd(tokens: Tokens, from: number, reach: number): number {
  let end = from + 1;
  while (end < tokens.words.length && end - from <= reach && ((tokens.gaps[end] ?? 0) & GAP.line) === 0) end += 1;
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
    return !/[-•*·]\s*$/u.test(tokens.text.slice(0, tokens.starts[cue.from]).slice(-4));
  return startsUpper(tokens, cue.from) && startsUpper(tokens, cue.to) && next === 0;
}

function sectionsOf(tokens: Tokens, cues: readonly CueMatch[], headings: readonly Span[]): Section[] {
  const named = cues.flatMap((cue) => {
    if (!("section" in cue.kind)) return [];
    const start = tokens.starts[cue.from] ?? 0;
    const isHeading = headings.some((heading) => start >= heading.start && start < heading.end);
    return isHeading || opensSection(tokens, cue) ? [{ from: cue.from, kind: cue.kind.section, start }] : [];
  });
  const unnamed = headings.flatMap((heading): Section[] => {
    if (named.some(({ start }) => start >= heading.start && start < heading.end)) return [];
    const from = tokens.starts.findIndex((start) => start >= heading.start);
    return from < 0 ? [] : [{ from, kind: "none" }];
  });
  return [...named, ...unnamed].sort((a, b) => a.from - b.from);
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
  return (from, to) => {
    const section = sections.findLast((candidate) => candidate.from <= from)?.kind ?? "none";
    const sentence = sentenceAround(tokens, from, SENTENCE_REACH);
    const near = inline.filter((cue) => cue.from >= sentence.start && cue.to <= Math.max(sentence.end, to));
    if (isDenied(near, from, to) || near.some((cue) => cue.inline === "legal"))
      return { requirement: "denied", isBoilerplate: false };
    if (section === "boilerplate") return { requirement: "mentioned", isBoilerplate: true };
    const asks = nearest(near, from, to);
    if (asks === "required" || asks === "preferred") return { requirement: asks, isBoilerplate: false };
    if (section === "required" || section === "preferred") return { requirement: section, isBoilerplate: false };
    const isAsked = near.some((cue) => cue.inline === "experience" && cue.from < from);
    return { requirement: isAsked ? "required" : "mentioned", isBoilerplate: false };
  };
}
