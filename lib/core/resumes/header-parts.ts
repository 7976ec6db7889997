import type { Span } from "@/lib/core/kernel/span";

/** A piece of a header line between separators, trimmed. */
export type HeaderPart = Span & { text: string };

const STRONG = /\t+|\s*[|•·;]\s*|\s+[-–—@]\s+|(?<=[\p{L}.)])[-–—]\s+|\s{3,}|\s*\(\s*|\s*\)\s*/gu;
const WEAK = /,\s+(?!(?:inc|llc|ltd|ltda|corp|s\.?a\b|s\.?r\.?l|gmbh)\b)/giu;
const EDGES = /^[\s,.:;|()[\]–—-]+|[\s,:;|([–—-]+$/g;

function trimPart(text: string, offset: number): HeaderPart {
  const lead = /^[\s,.:;|()[\]–—-]*/.exec(text)?.[0].length ?? 0;
  const kept = text.replace(EDGES, "");
  return { text: kept, start: offset + lead, end: offset + lead + kept.length };
}

function splitBy(pattern: RegExp, text: string, offset: number): HeaderPart[] {
  const parts: HeaderPart[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(trimPart(text.slice(from, match.index), offset + from));
    from = match.index + match[0].length;
  }
  parts.push(trimPart(text.slice(from), offset + from));
  return parts.filter((part) => /[\p{L}\p{N}]/u.test(part.text));
}

/** A header line cut at bars, dashes, tabs and brackets; the spans point where the line's `offset` says. */
export function splitStrong(text: string, offset: number): HeaderPart[] {
  return splitBy(STRONG, text, offset);
}

/** "Engineer at Acme", "Analista en Banco Andino": the last such word parts the job from the employer; null where there is none. */
export function splitAtEmployer(part: HeaderPart): HeaderPart[] | null {
  const match = [...part.text.matchAll(/\s+(?:at|en|@)\s+(?=\p{Lu})/gu)].at(-1);
  if (!match) return null;
  const behind = match.index + match[0].length;
  return [
    trimPart(part.text.slice(0, match.index), part.start),
    trimPart(part.text.slice(behind), part.start + behind),
  ];
}

/** A part cut at its commas, except before "Inc.", "S.A." and their like. */
export function splitWeak(part: HeaderPart): HeaderPart[] {
  return splitBy(WEAK, part.text, part.start);
}

/** A line with a stretch of it (its dates) taken out: what stands before and after, each with its offset. */
export function aroundSpan(text: string, offset: number, hole: Span): HeaderPart[] {
  const before = text.slice(0, hole.start - offset).replace(/[\s,(|–—-]*$/u, "");
  const after = text.slice(hole.end - offset);
  return [trimPart(before, offset), trimPart(after, hole.end)].filter((part) => /[\p{L}\p{N}]/u.test(part.text));
}
