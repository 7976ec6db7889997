import { foldLabel } from "@/lib/core/kernel/fold";
import type { Span } from "@/lib/core/kernel/span";
import type { TextBlock } from "@/lib/core/postings/text-block";
import { type ListedSentence, type Member, splitIntoLists } from "./split-into-lists";
import { NO_SKILL_WORDS, OTHER_MATTERS, STOP_WORDS } from "./term-words";

/** Version of the rules by which candidates are found, and of what is kept of them. */
export const TERMS_VERSION = 2;

/** A term that a posting uses like a skill; `key` is its folded form, the span points into the text. */
export type CandidateTerm = Span & { key: string; term: string };

/** `mentions`: the places in the text where known skills are named. */
export type TermInput = { text: string; blocks: readonly TextBlock[]; mentions: readonly Span[] };

const MAX_WORDS = 3;
const MAX_LENGTH = 40;
/** Members to either side of a listed term among which known skills are counted, and how many are needed. */
const NEIGHBOURS = 3;
const NEEDED_KNOWN = 2;
/** A list member longer than this is a clause. */
const MAX_MEMBER = 70;
/** Members of a list that still hang on the cue before it. */
const CUED_MEMBERS = 4;
const WORD = /\.?[\p{L}\p{N}][\p{L}\p{N}+#.&'’_-]*/gu;
const CUE =
  /(?<![\p{L}\p{N}])(?:experience|experiencia|expertise|knowledge|conocimientos?|manejo|dominio|proficien(?:t|cy)|familiar(?:ity)?|skilled|certified|certification|certificaci[oó]n|certificado|background|formaci[oó]n|understanding) (?:with|in|of|using|de|del|en|con|sobre) /giu;

type Word = Span & { folded: string };

function wordsOf(text: string, { start, end }: Span): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), (found) => {
    const bare = found[0].replace(/[.'’&_-]$/u, "");
    return { start: start + found.index, end: start + found.index + bare.length, folded: foldLabel(bare) };
  });
}

/** The words in a row, without a stop word among them, at the start or at the end of a member. */
function edgeWords(words: readonly Word[], edge: "first" | "last"): Word[] {
  const isStop = ({ folded }: Word): boolean => folded === "" || STOP_WORDS.has(folded);
  if (edge === "last") return words.slice(words.findLastIndex(isStop) + 1);
  const from = words.findIndex((word) => !isStop(word));
  if (from < 0) return [];
  const to = words.findIndex((word, at) => at > from && isStop(word));
  return words.slice(from, to < 0 ? undefined : to);
}

/** Folded stems of sentences about degrees, whose lists are fields of study. */
const STUDIES =
  /degree|bachelor|master'?s\b|\bph\.?d|\bmajor|graduate|licenciatur|licenciad|ingenier[oa]s?\b|\bcarreras?\b|titulad|titulo|egresad|universitari|diploma/u;
/** Endings of verbs and of words that qualify others, where a lone word in small letters has them. */
const NO_NOUN = /(?:ing|ed|ly|ive|able|ful|ous|ando|endo|mente|ar|er|ir|arse|erse|ados?|adas?|idos?|idas?)$/u;

/** Endings that a phrase of a skill has on none of its words, or only on words that phrases in small letters may do without. */
const VERBAL = /(?:ing|ed|ly|ando|endo|mente|arse|erse)$/u;

/** A phrase in small letters that can be a thing: no verb or adverb stands in it, nor does it only qualify. */
function isNoun(words: readonly Word[]): boolean {
  if (words.length === 0) return false;
  return !words.some(({ folded }) => (words.length === 1 ? NO_NOUN : VERBAL).test(folded));
}

/** Written as a name: capital letters, digits or signs that no sentence asks for. */
function isName(words: readonly Word[], text: string, sentenceStart: number): boolean {
  return words.some(({ start, end }) => {
    const word = text.slice(start, end);
    return /[\p{L}\p{N}].*[\p{Lu}\d+#]/u.test(word) || (/^\p{Lu}/u.test(word) && start > sentenceStart);
  });
}

function isTerm(words: readonly Word[], length: number): boolean {
  if (words.length === 0 || words.length > MAX_WORDS || length > MAX_LENGTH || length < 2) return false;
  if (!words.every(({ folded }) => /\p{L}/u.test(folded) || words.length > 1)) return false;
  if (words.some(({ folded }) => OTHER_MATTERS.has(folded) || /^(?:https?|www)|'/u.test(folded))) return false;
  return words.some(({ folded }) => !NO_SKILL_WORDS.has(folded));
}

function toTerm(text: string, words: readonly Word[]): CandidateTerm | null {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (words.some(({ start }, at) => at > 0 && text.slice(words[at - 1]?.end, start) !== " ")) return null;
  const term = text.slice(first.start, last.end);
  return isTerm(words, term.length) ? { start: first.start, end: last.end, term, key: foldLabel(term) } : null;
}

function isListed(members: readonly Member[], at: number): boolean {
  if (members[at - 1]?.isKnown !== true && members[at + 1]?.isKnown !== true) return false;
  const around = members.slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1);
  return around.filter(({ isKnown }) => isKnown).length >= NEEDED_KNOWN;
}

/** Names among the members of a list. What is in small letters there is as often a duty or a clause as a skill. */
function listedTerms(text: string, { members, sentence }: ListedSentence): CandidateTerm[] {
  if (members.length <= NEEDED_KNOWN) return [];
  const opening = sentence.start + text.slice(sentence.start, sentence.end).search(/\S/u);
  return members.flatMap((member, at) => {
    if (member.isKnown || member.end - member.start > MAX_MEMBER || !isListed(members, at)) return [];
    const words = edgeWords(wordsOf(text, member), at === 0 ? "last" : "first");
    const term = isName(words, text, opening) ? toTerm(text, words) : null;
    return term === null ? [] : [term];
  });
}

/** What follows a cue: the rest of the member that it stands in, and names in the members after that. */
function cuedTerms(text: string, { members, sentence }: ListedSentence): CandidateTerm[] {
  const sentenceText = text.slice(sentence.start, sentence.end);
  if (sentenceText.search(CUE) < 0) return [];
  return Array.from(sentenceText.matchAll(CUE)).flatMap((cue) => {
    const from = sentence.start + cue.index + cue[0].length;
    const first = members.findIndex(({ end }) => end > from);
    if (first < 0) return [];
    return members.slice(first, first + CUED_MEMBERS).flatMap((member, at) => {
      const rest = { start: Math.max(from, member.start), end: member.end };
      if (member.isKnown || rest.end - rest.start > MAX_MEMBER) return [];
      const words = edgeWords(wordsOf(text, rest), "first");
      const term = (at === 0 && isNoun(words)) || isName(words, text, sentence.start) ? toTerm(text, words) : null;
      return term === null ? [] : [term];
    });
  });
}

/**
 * The terms that a posting uses like skills and that are none of the known ones: names in lists in which at least two known
 * skills stand around them, and what follows "experience with", "manejo de" and the like. Sentences about degrees are left
 * out. At most three words each, in the order of the text, every key once. Linear in the length of the text.
 */
export function findCandidateTerms({ text, blocks, mentions }: TermInput): CandidateTerm[] {
  const found = new Map<string, CandidateTerm>();
  const hasCue = text.search(CUE) >= 0;
  for (const listed of splitIntoLists(text, blocks, mentions)) {
    const terms = [...listedTerms(text, listed), ...(hasCue ? cuedTerms(text, listed) : [])];
    if (terms.length === 0 || isAboutStudies(text, listed)) continue;
    for (const term of terms) if (!found.has(term.key)) found.set(term.key, term);
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function isAboutStudies(text: string, { sentence }: ListedSentence): boolean {
  return STUDIES.test(foldLabel(text.slice(sentence.start, sentence.end)));
}
