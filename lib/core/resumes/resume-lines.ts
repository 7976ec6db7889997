import type { Span } from "@/lib/core/kernel/span";
import type { CanonicalText, TextBlock } from "@/lib/core/postings/text-block";
import { namesPlace } from "./career-words";

/** One line of a résumé: its span without surrounding blanks and bullet, and how it stands on the page. */
export type ResumeLine = Span & { text: string; kind: TextBlock["kind"]; isItem: boolean; gapBefore: boolean };

/** A longer line is no header, contact or date line; its skills are read all the same. */
const MAX_LINE_CHARS = 3000;
const BULLET = /^(?:[•●▪◦■□▸►➢➤✓✔‣⁃∙○·]\s*|[-–—*]\s+|\d{1,2}[.)]\s+)(?=\S)/u;

/** Answers the kind of the block at ever later places; blocks are in order, so each is passed once. */
function kindReader(blocks: readonly TextBlock[]): (start: number) => TextBlock["kind"] {
  let index = 0;
  return (start) => {
    while ((blocks[index]?.end ?? Infinity) <= start) index += 1;
    const block = blocks[index];
    return block !== undefined && block.start <= start ? block.kind : "paragraph";
  };
}

function toLine(raw: string, at: number, kindAt: (start: number) => TextBlock["kind"], gapBefore: boolean): ResumeLine {
  const lead = raw.length - raw.trimStart().length;
  const bullet = BULLET.exec(raw.trim())?.[0] ?? "";
  const start = at + lead + bullet.length;
  const text = raw.trim().slice(bullet.length);
  const kind = kindAt(start);
  // "– Bogotá, Colombia" at the start of a line is the rest of an employer's line, not an item.
  const isPlaceTail = /^[-–—]/.test(bullet) && text.length <= 40 && namesPlace(text);
  return {
    start,
    end: start + text.length,
    text,
    kind,
    isItem: !isPlaceTail && (bullet !== "" || kind === "item"),
    gapBefore,
  };
}

/** A known heading that lost its line break ("WORK EXPERIENCESoftware Engineer") is a line of its own again. */
function splitGlued(line: ResumeLine): ResumeLine[] {
  const heading =
    /^(?:WORK EXPERIENCE|PROFESSIONAL EXPERIENCE|EXPERIENCE|EMPLOYMENT|EDUCATION|SKILLS|EXPERIENCIA(?: LABORAL| PROFESIONAL)?|EDUCACIÓN|HABILIDADES)(?=\p{Lu}\p{Ll})/u.exec(
      line.text,
    )?.[0];
  if (heading === undefined) return [line];
  const cut = line.start + heading.length;
  return [
    { ...line, end: cut, text: heading, kind: "heading" },
    { ...line, start: cut, text: line.text.slice(heading.length), gapBefore: false },
  ];
}

/** The lines of a résumé that hold a letter or a digit, in order. */
export function toResumeLines(canonical: CanonicalText): ResumeLine[] {
  const lines: ResumeLine[] = [];
  let at = 0;
  let gap = false;
  const kindAt = kindReader(canonical.blocks);
  for (const raw of canonical.text.split("\n")) {
    if (raw.length <= MAX_LINE_CHARS && /[\p{L}\p{N}]/u.test(raw))
      lines.push(...splitGlued(toLine(raw, at, kindAt, gap)));
    gap = !/[\p{L}\p{N}]/u.test(raw);
    at += raw.length + 1;
  }
  return lines;
}
