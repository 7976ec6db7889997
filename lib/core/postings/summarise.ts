import type { Span } from "@/lib/core/kernel/span";
import { findSentences, trimmed } from "./find-sentences";
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
/** No label is longer. */
const LABEL_CHARS = 45;
const GOES_ON = /\p{Ll}/u;
/** Ends that part a sentence from the next one without anything of ours between. */
const ENDS = /[.!?;:…]$/u;
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

/** Nearly every sentence has one, and so is not written in capitals. */
const SMALL_LETTER = /[a-z]/;

/** The words behind a label that opens the sentence ("Funciones: Atender …"); `colon` is the first from its start on, or a place behind it. What goes on in small letters is the same sentence. */
function withoutLabel(text: string, { start, end }: Span, colon: number): Span {
  if (colon >= Math.min(end, start + LABEL_CHARS) || end - colon < LEAST_CHARS) return { start, end };
  const words = trimmed(text, colon + 1, end);
  return GOES_ON.test(text.charAt(words.start)) ? { start, end } : words;
}

/** Sentences of which two are one where the end between them lies in a skill's name ("Java|Script"). */
function rejoined(sentences: readonly Span[], mentions: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const sentence of sentences) {
    const before = whole.at(-1);
    const touches = before !== undefined && before.end === sentence.start;
    if (touches && mentions.some(({ start, end }) => start < sentence.start && sentence.start < end))
      whole[whole.length - 1] = { start: before.start, end: sentence.end };
    else whole.push(sentence);
  }
  return whole;
}

/** The sentences that may be taken, without their labels. */
function sentencesOf({ text, blocks, mentions }: SummaryInput): Span[] {
  const found: Span[] = [];
  let [count, colon] = [0, -1];
  for (const block of blocks) {
    if (block.kind === "heading") continue;
    const sentences = rejoined(findSentences(text, block.start, block.end), mentions);
    for (const sentence of sentences) {
      const length = sentence.end - sentence.start;
      if (length < LEAST_CHARS || length > MOST_CHARS || found.length === MAX_WEIGHED) continue;
      if (colon < sentence.start) colon = text.indexOf(":", sentence.start);
      if (colon < 0) colon = text.length;
      found.push(withoutLabel(text, sentence, colon));
    }
    count += sentences.length;
    if (count > MAX_WEIGHED) break;
  }
  return found;
}

function sectionAt(sections: readonly Section[], at: number): SectionKind {
  let kind: SectionKind = "other";
  for (const section of sections) {
    if (section.start > at) break;
    kind = section.kind;
  }
  return kind;
}

/** How many skills a sentence names, no more counted than matter. */
function skillsIn(mentions: readonly Span[], sentence: Span): number {
  let count = 0;
  for (const { start, end } of mentions) {
    if (start >= sentence.start && end <= sentence.end) count += 1;
    if (count === MOST_SKILLS) break;
  }
  return count;
}

type Weighed = { span: Span; index: number; worth: number };

/** What the place, the part and the skills of a sentence are worth: its words are looked at only where that may be enough. */
function placed(span: Span, index: number, count: number, input: SummaryInput): Weighed {
  const place = index === 0 ? FIRST_BONUS : (-LATE_COST * index) / count;
  const skills = EACH_SKILL * skillsIn(input.mentions, span);
  return { span, index, worth: WORTH[sectionAt(input.sections, span.start)] + skills + place };
}

/** The same with what the words are worth, which is at most `HEAD_BONUS`. */
function worded({ span, index, worth }: Weighed, text: string): Weighed {
  const words = text.slice(span.start, span.end);
  const small = words.toLowerCase();
  const head = SAYS_THE_JOB.test(small) ? HEAD_BONUS : 0;
  const shout = !SMALL_LETTER.test(words) && words === words.toUpperCase() ? -1 : 0;
  const praise = head === 0 && PRAISES.test(small) ? -PRAISE_COST : 0;
  const dangling = words.endsWith(":") || words.endsWith("?") ? -DANGLING_COST : 0;
  return { span, index, worth: worth + head + shout + praise + dangling };
}

function byWorth(a: Weighed, b: Weighed): number {
  return b.worth - a.worth || a.index - b.index;
}

/** The sentences that fit, the worthiest first; words are weighed only of those that might come next. */
function* worthiest(all: readonly Weighed[], text: string, fits: (one: Weighed) => boolean): Generator<Weighed> {
  const waiting = all.toSorted(byWorth);
  const ready: Weighed[] = [];
  for (let next = 0; ; ) {
    for (let one = waiting[next]; one !== undefined; one = waiting[next]) {
      if (one.worth + HEAD_BONUS < (ready[0]?.worth ?? 0)) break;
      next += 1;
      if (!fits(one)) continue;
      ready.push(worded(one, text));
      ready.sort(byWorth);
    }
    const best = ready.shift();
    if (best === undefined || best.worth <= 0) return;
    if (fits(best)) yield best;
  }
}

/** Sentences one after another, with a dot in the middle of the line between those that have no sign at their end. */
function joined(sentences: readonly string[]): string {
  return sentences.reduce((before, next) => `${before}${ENDS.test(before) ? " " : " · "}${next}`);
}

/**
 * The advert's own most telling sentences, at most three and 320 characters, in their order; null where no sentence says anything. Chosen
 * by the part they stand in (duties first), by the skills they name, by saying what job it is, and by coming early; sentences on pay,
 * benefits, the law and how to apply are left out.
 */
export function summarise(input: SummaryInput): Summary | null {
  const { text } = input;
  const sentences = sentencesOf(input);
  const weighed = sentences.map((span, index) => placed(span, index, sentences.length, input));
  const chosen: Weighed[] = [];
  let length = 0;
  const fits = ({ span }: Weighed): boolean => length + span.end - span.start <= MAX_CHARS;
  for (const one of worthiest(weighed, text, fits)) {
    // The dearest question is asked last, and only of those that would be taken.
    if (SAYS_NOTHING.test(text.slice(one.span.start, one.span.end).toLowerCase())) continue;
    chosen.push(one);
    if (chosen.length === MAX_SENTENCES) break;
    length += one.span.end - one.span.start + 1;
  }
  if (chosen.length === 0) return null;
  const spans = chosen.toSorted((a, b) => a.index - b.index).map(({ span }) => span);
  return { text: joined(spans.map(({ start, end }) => text.slice(start, end))), spans };
}
