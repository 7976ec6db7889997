import type { Span } from "@/lib/core/kernel/span";
import type { Section, SectionKind } from "./posting-reading";
import type { TextBlock } from "./text-block";

export type Summary = { text: string; spans: Span[] };
export type SummaryInput = {
  text: string;
  blocks: readonly TextBlock[];
  sections: readonly Section[];
  /** Where skills are named in the text. */
  mentions: readonly Span[];
};

const MAX_CHARS = 320;
const MAX_SENTENCES = 3;
const LEAST_CHARS = 30;
const MOST_CHARS = 260;
/** Sentences that are weighed; what is worth saying comes early. */
const MAX_WEIGHED = 60;

/** What a sentence is worth by the part of the advert it stands in. */
const WORTH: Readonly<Record<SectionKind, number>> = {
  duties: 1.2,
  other: 0.75,
  required: 0.65,
  preferred: 0.2,
  about: -0.2,
  benefits: -0.4,
};
const EACH_SKILL = 0.3;
const MOST_SKILLS = 3;
const FIRST_BONUS = 0.45;
const LATE_COST = 0.6;
const HEAD_BONUS = 0.5;
const PRAISE_COST = 0.8;
const DANGLING_COST = 0.7;

/** The sentence that says what job it is. */
const SAYS_THE_JOB =
  /\b(?:we are (?:looking|seeking|hiring|searching)|we're (?:looking|hiring)|(?:is|are) (?:currently )?(?:seeking|looking for|hiring|recruiting)|you will|you'll|responsible for|the role|this role|join our|buscamos|busca(?:n)?\b|b[uú]squeda de|nos encontramos|seleccionamos|incorporar|requiere|se encargar[aá]|ser[aá]s? responsable|tu misi[oó]n|tendr[aá] a (?:su )?cargo|principales? (?:funci|responsab|tarea))/u;
/** Words of greeting, of the law, of applying, and of pages. */
const SAYS_NOTHING =
  /https?:|www\.|@\S+\.\w|\b(?:equal opportunit|regardless of|without regard|discriminat|discrimina|apply now|click|cookies?|privacy|postul[aá]|env[ií](?:a|á|ar|anos) (?:tu|su|el|cv)|curr[ií]culum|cv\b|send your|whatsapp|bienvenid|welcome to|about us|top employer|great place to work|reasonable accommodation|salary|sueldo|salario|benefits|beneficios)/u;

/** Talk about the employer. */
const PRAISES =
  /^(?:en \S+ (?:\S+ )?(?:somos|creemos|ofrecemos|trabajamos)|somos|nuestra (?:misi|visi|empresa|compa)|at \S+,? we|we are (?:a|an|the|proud|committed)|our (?:mission|company|vision|clients)|founded|about)\b|\b(?:l[ií]der(?:es)? en|a leading|trayectoria|years in business|se enorgullece|award|pasi[oó]n por|apasiona)/u;

/** Ends of sentences inside a block; a colon before a capital also ends one, as labels do. */
const SENTENCE_END =
  /[.!?](?=\s+[\p{Lu}¿¡"“•*-]|\s*$)|[.;!?)](?=[¿¡\p{Lu}])|(?=\p{Lu}\p{Ll}{3})(?<=\p{Ll}{3})|\s[•●▪*]\s|['"], ?['"]|\t+/gu;

const OPENS = /[\s•·●▪■◦‣∙✓✔➢►▶✅*–—-]/u;
const BLANK = /\s/u;

/** Digits, letters and what stands between them in ASCII: nearly every sentence begins and ends with one. */
function isPlainSign(code: number): boolean {
  return code > 0x2d && code < 0x80;
}

function trimmed(text: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && !isPlainSign(text.charCodeAt(from)) && OPENS.test(text.charAt(from))) from += 1;
  while (to > from && !isPlainSign(text.charCodeAt(to - 1)) && BLANK.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

function sentencesOf({ text, blocks }: SummaryInput): Span[] {
  const found: Span[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") continue;
    let from = block.start;
    for (const end of text.slice(block.start, block.end).matchAll(SENTENCE_END)) {
      found.push(trimmed(text, from, block.start + end.index + (/^[.!?;)]/u.test(end[0]) ? 1 : 0)));
      from = block.start + end.index + end[0].length;
    }
    found.push(trimmed(text, from, block.end));
    if (found.length > MAX_WEIGHED) break;
  }
  return found
    .filter(({ start, end }) => end - start >= LEAST_CHARS && end - start <= MOST_CHARS)
    .slice(0, MAX_WEIGHED);
}

/** The words behind a label that opens the sentence ("Funciones: atender …"). */
function withoutLabel(text: string, { start, end }: Span): Span {
  const colon = text.slice(start, Math.min(end, start + 45)).indexOf(":");
  return colon < 0 || end - start - colon < LEAST_CHARS ? { start, end } : trimmed(text, start + colon + 1, end);
}

function sectionAt(sections: readonly Section[], at: number): SectionKind {
  let kind: SectionKind = "other";
  for (const section of sections) {
    if (section.start > at) break;
    kind = section.kind;
  }
  return kind;
}

function worthOf(sentence: Span, position: number, count: number, input: SummaryInput): number {
  const words = input.text.slice(sentence.start, sentence.end);
  const small = words.toLowerCase();
  const skills = input.mentions.filter(({ start, end }) => start >= sentence.start && end <= sentence.end).length;
  const place = position === 0 ? FIRST_BONUS : (-LATE_COST * position) / count;
  const head = SAYS_THE_JOB.test(small) ? HEAD_BONUS : 0;
  const shout = words === words.toUpperCase() ? -1 : 0;
  const praise = head === 0 && PRAISES.test(small) ? -PRAISE_COST : 0;
  const dangling = /[:?]$/u.test(words) ? -DANGLING_COST : 0;
  return (
    WORTH[sectionAt(input.sections, sentence.start)] +
    EACH_SKILL * Math.min(skills, MOST_SKILLS) +
    place +
    head +
    shout +
    praise +
    dangling
  );
}

/**
 * The advert's own most telling sentences, at most three and 320 characters, in their order; null where no sentence says anything. Chosen
 * by the part they stand in (duties first), by the skills they name, by saying what job it is, and by coming early; sentences on pay,
 * benefits, the law and how to apply are left out.
 */
export function summarise(input: SummaryInput): Summary | null {
  const sentences = sentencesOf(input).map((sentence) => withoutLabel(input.text, sentence));
  const weighed = sentences
    .map((span, index) => ({ span, index, worth: worthOf(span, index, sentences.length, input) }))
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || a.index - b.index);
  const chosen: typeof weighed = [];
  let length = 0;
  for (const one of weighed) {
    const size = one.span.end - one.span.start + 1;
    if (chosen.length === MAX_SENTENCES) break;
    if (length + size > MAX_CHARS + 1) continue;
    // The dearest question is asked last, and only of those that would be taken.
    if (SAYS_NOTHING.test(input.text.slice(one.span.start, one.span.end).toLowerCase())) continue;
    chosen.push(one);
    length += size;
  }
  if (chosen.length === 0) return null;
  const spans = chosen.toSorted((a, b) => a.index - b.index).map(({ span }) => span);
  return { text: spans.map(({ start, end }) => input.text.slice(start, end)).join(" "), spans };
}
