import { originalSpan } from "@/lib/core/kernel/fold";
import type { Field } from "./find-phrases";
import type { Section, SectionKind } from "./posting-reading";
import { MAX_HEADING_CHARS, SECTION_OF } from "./section-headings";

function setOf(signs: string): Uint8Array {
  const set = new Uint8Array(0x10000);
  for (let at = 0; at < signs.length; at += 1) set[signs.charCodeAt(at)] = 1;
  return set;
}

/** Signs around a heading that are not of its words. */
const BEFORE = setOf(" \t\r¿¡#*_•·●▪■◦‣∙✓✔➢►▶✅>\"'([-");
const AFTER = setOf(" \t\r?!#*_:;.\"')]-");
/** Where a heading may begin in a line: behind the end of a sentence, or a bullet. */
const BORDERS = setOf(".!?;•·●▪■◦➢►▶✅|)");
/** Letters that headings begin with. */
const FIRST = setOf(Array.from(SECTION_OF.keys(), (words) => words.charAt(0)).join(""));
const MARGIN = 12;

type Opening = { at: number; kind: SectionKind };

/** What a heading opens that stands at `[start, end)`; null where none does. */
function kindOf(folded: string, start: number, end: number): SectionKind | null {
  let [from, to] = [start, end];
  while (from < to && BEFORE[folded.charCodeAt(from)] === 1) from += 1;
  if (from === to || FIRST[folded.charCodeAt(from)] === 0) return null;
  while (to > from && AFTER[folded.charCodeAt(to - 1)] === 1) to -= 1;
  return to - from > MAX_HEADING_CHARS ? null : (SECTION_OF.get(folded.slice(from, to)) ?? null);
}

function borderBefore(folded: string, from: number, end: number): number {
  const least = Math.max(from, end - MAX_HEADING_CHARS - MARGIN);
  for (let at = end - 1; at >= least; at -= 1) if (BORDERS[folded.charCodeAt(at)] === 1) return at + 1;
  return least === from ? from : -1;
}

/** Finds headings and labels, line by line. */
class Openings {
  readonly found: Opening[] = [];
  readonly #folded: string;
  /** The first colon of the line that is read, or of a later one. */
  #colon: number;

  constructor(folded: string) {
    this.#folded = folded;
    this.#colon = this.#colonFrom(0);
  }

  #colonFrom(at: number): number {
    const colon = this.#folded.indexOf(":", at);
    return colon < 0 ? this.#folded.length : colon;
  }

  /** Labels inside a line: "… proveedores. Responsabilidades principales: Lanzamiento de …". */
  #readLabels(from: number, to: number): void {
    let since = from;
    for (; this.#colon < to; this.#colon = this.#colonFrom(since)) {
      const start = borderBefore(this.#folded, since, this.#colon);
      const kind = start < 0 ? null : kindOf(this.#folded, start, this.#colon);
      if (kind !== null) this.found.push({ at: start, kind });
      since = this.#colon + 1;
    }
  }

  readLine(from: number, to: number): void {
    if (this.#colon < from) this.#colon = this.#colonFrom(from);
    const isShort = to - from <= MAX_HEADING_CHARS + MARGIN;
    const kind = isShort ? kindOf(this.#folded, from, to) : null;
    if (kind === null) this.#readLabels(from, to);
    else this.found.push({ at: from, kind });
  }
}

function openingsOf(folded: string): readonly Opening[] {
  const openings = new Openings(folded);
  for (let from = 0; from <= folded.length; ) {
    const line = folded.indexOf("\n", from);
    const to = line < 0 ? folded.length : line;
    openings.readLine(from, to);
    from = to + 1;
  }
  return openings.found;
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
