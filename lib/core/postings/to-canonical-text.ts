import { decodeEntities } from "./decode-entities";
import { flattenHtml, HEADING_MARK } from "./flatten-html";
import { recoverBlocks } from "./recover-blocks";
import { repairMojibake } from "./repair-mojibake";
import type { CanonicalText, TextBlock } from "./text-block";

/** Rises whenever `toCanonicalText` would give another text or other blocks for the same input. */
export const CANONICAL_TEXT_VERSION = 1;

/** Longest canonical text in UTF-16 units; the longest real adverts have a fifth of it. */
export const MAX_CANONICAL_LENGTH = 100_000;

/** Markup beyond this is not read: it is twenty times the longest text that could come of it. */
const MAX_INPUT_LENGTH = 2_000_000;
const MAX_PASSES = 8;

const LINE_ENDS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu;
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const SPACES = /[^\S\n]+/gu;
const EMPTY_BULLET = /^[•●▪■*·-]$/u;

/** Places where a board lost a line break: "…sin excusas.Buscamos", "tareas:- Comprender", "uno. - Dos", "a • b". */
const LOST_AFTER_SENTENCE =
  /(?<=\p{L}{2}[.:;!?)])(?=[¿¡]?(?!(?:Js|Net|Io|Ai|Com|Org)\b)\p{Lu}(?:\p{Ll}{2}|\p{Ll}? |\p{Lu}{3}))/gu;
/** The dot of an abbreviation ends no sentence: "Ruta S.A.S. – Bogotá" is one line. */
const LOST_BEFORE_DASH =
  /(?<=(?:\p{L}{2}|\))[.:;])(?<!\b(?:Inc|Ltd|Ltda|C[ií]a|Corp|Bros|Co|Dr|Dra|Sr|Sra|Ing|Lic|Av|Dpto|St)\.) ?(?=[-–*] ?\p{Lu})/gu;
const LOST_BEFORE_BULLET = /(?<=[^\n]) ?(?=[•●▪■◦‣∙✓✔➢►▶✅])/gu;

/** Resolves references until none is left, since half a reference would look like the end of a sentence. */
function decodeFully(text: string): string {
  let decoded = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = decodeEntities(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

function clean(text: string): string {
  const repaired = repairMojibake(decodeFully(text))
    .replace(LONE_SURROGATE, "\ufffd")
    .replace(LINE_ENDS, "\n")
    .replace(INVISIBLE, "")
    .normalize("NFC")
    .replace(SPACES, " ")
    .replace(LOST_BEFORE_BULLET, "\n")
    .replace(LOST_AFTER_SENTENCE, "\n")
    .replace(LOST_BEFORE_DASH, "\n");
  const lines = repaired.split("\n").map((line) => line.trim());
  return lines
    .map((line) => (EMPTY_BULLET.test(line) || line === HEADING_MARK ? "" : line))
    .join("\n")
    .replace(/\n{3,}/gu, "\n\n")
    .trim();
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const isInsidePair = /[\ud800-\udbff]/u.test(text.charAt(length - 1));
  return text.slice(0, isInsidePair ? length - 1 : length).trimEnd();
}

/** Cleaning can uncover more to clean (a reference behind a reference), so it runs until nothing changes. */
function settle(text: string): string {
  let settled = text;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const next = cut(clean(settled), MAX_CANONICAL_LENGTH);
    if (next === settled) break;
    settled = next;
  }
  return settled;
}

function flatten(description: string): string {
  const once = flattenHtml(description) ?? decodeEntities(description);
  // Some boards escape their markup a second time.
  return /<(?:p|br|li|ul|div|strong|h[1-6])\b[^<>]*>/iu.test(once) ? (flattenHtml(once) ?? once) : once;
}

/** Headings that the markup named win over what the lines look like. */
function withHeadings(text: string, headings: ReadonlySet<string>): TextBlock[] {
  return recoverBlocks(text).map((block) =>
    headings.has(text.slice(block.start, block.end)) ? { ...block, kind: "heading" } : block,
  );
}

/**
 * The stored text of a posting, from its description as stated: mojibake repaired, character references resolved, NFC,
 * `\n`, no control, zero-width or direction characters, at most one blank line in a row, at most MAX_CANONICAL_LENGTH
 * units; with its blocks. Never throws. Given its own text again as "text", it gives the same text.
 */
export function toCanonicalText(description: string, format: "html" | "text"): CanonicalText {
  const given = description.slice(0, MAX_INPUT_LENGTH);
  const raw = format === "html" ? flatten(given) : given.replaceAll(HEADING_MARK, "");
  const marked = settle(raw);
  const headings = marked.split("\n").filter((line) => line.startsWith(HEADING_MARK));
  const text = settle(marked.replaceAll(HEADING_MARK, ""));
  const names = new Set(headings.map((line) => line.replaceAll(HEADING_MARK, "").trim()));
  return { text, blocks: withHeadings(text, names) };
}
