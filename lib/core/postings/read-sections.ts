import { originalSpan } from "@/lib/core/kernel/fold";
import type { Field } from "./find-phrases";
import type { Section, SectionKind } from "./posting-reading";
import { MAX_HEADING_CHARS, SECTION_OF } from "./section-headings";

/** Signs around a heading that are not of its words. */
const BEFORE = " \t\r¿¡#*_•·●▪■◦‣∙✓✔➢►▶✅>\"'([-";
const AFTER = " \t\r?!#*_:;.\"')]-";
/** Where a heading may begin in a line: behind the end of a sentence, or a bullet. */
const BORDERS = ".!?;•·●▪■◦➢►▶✅|)";
const MARGIN = 12;

type Opening = { at: number; kind: SectionKind };

function kindOf(words: string): SectionKind | null {
  let [from, to] = [0, words.length];
  while (from < to && BEFORE.includes(words.charAt(from))) from += 1;
  while (to > from && AFTER.includes(words.charAt(to - 1))) to -= 1;
  return to - from > MAX_HEADING_CHARS ? null : (SECTION_OF.get(words.slice(from, to)) ?? null);
}

function borderBefore(folded: string, from: number, end: number): number {
  const least = Math.max(from, end - MAX_HEADING_CHARS - MARGIN);
  for (let at = end - 1; at >= least; at -= 1) if (BORDERS.includes(folded.charAt(at))) return at + 1;
  return least === from ? from : -1;
}

/** Labels inside a line: "… proveedores. Responsabilidades principales: Lanzamiento de …". */
function labelsIn(folded: string, from: number, to: number): Opening[] {
  const found: Opening[] = [];
  let since = from;
  for (let colon = folded.indexOf(":", from); colon >= 0 && colon < to; colon = folded.indexOf(":", colon + 1)) {
    const start = borderBefore(folded, since, colon);
    const kind = start < 0 ? null : kindOf(folded.slice(start, colon));
    if (kind !== null) found.push({ at: start, kind });
    since = colon + 1;
  }
  return found;
}

function openingsOf(folded: string): Opening[] {
  const openings: Opening[] = [];
  for (let from = 0; from <= folded.length; ) {
    const line = folded.indexOf("\n", from);
    const to = line < 0 ? folded.length : line;
    const whole = kindOf(folded.slice(from, Math.min(to, from + MAX_HEADING_CHARS + 2 * MARGIN)));
    if (whole !== null && to - from <= MAX_HEADING_CHARS + MARGIN) openings.push({ at: from, kind: whole });
    else openings.push(...labelsIn(folded, from, to));
    from = to + 1;
  }
  return openings;
}

/**
 * The parts of an advert by their headings and labels, in both languages: each runs from its heading to the next one. What stands before
 * the first is "other". Sections are in order, do not overlap, and cover the text; an empty text has none.
 */
export function readSections(text: Field): Section[] {
  const { folded } = text.fold;
  if (folded.trim() === "") return [];
  const openings = openingsOf(folded);
  const starts = openings[0]?.at === 0 ? openings : [{ at: 0, kind: "other" as const }, ...openings];
  return starts.flatMap(({ at, kind }, index) => {
    const { start, end } = originalSpan(text.fold, at, starts[index + 1]?.at ?? folded.length);
    return start < end ? [{ start, end, kind }] : [];
  });
}
