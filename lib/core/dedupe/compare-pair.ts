import type { DedupeReason, Fingerprint, PairVerdict, ReasonCode } from "./dedupe-types";
import { findConflict } from "./find-conflict";
import { type EmployerRelation, relateEmployers } from "./relate-employers";
import { type PlaceRelation, relatePlaces } from "./relate-places";
import { relateTitles, type TitleRelation } from "./relate-titles";
import { type Overlap, overlapOf } from "./text-shingles";

type Relations = {
  title: TitleRelation;
  employer: EmployerRelation;
  place: PlaceRelation;
  sameTerms: boolean;
  sameNumber: boolean;
  sameBoard: boolean;
};

/** How much of the text two listings must share: `similarity` of both, or `containment` of the shorter with a floor of similarity. */
type TextRule = { similarity: number; containment: number; floor: number; leastWords: number; mostDiffering: number };

const ANY = Number.POSITIVE_INFINITY;
/** An edited or cut text of one title, employer and place at two boards, each with its own additions. */
const EDITED_ELSEWHERE: TextRule = { similarity: 0.55, containment: 0.72, floor: 0, leastWords: 0, mostDiffering: ANY };
/** The same at one board, where two adverts that differ are rather two jobs. */
const EDITED: TextRule = { similarity: 0.82, containment: 0.93, floor: 0, leastWords: 0, mostDiffering: ANY };
/** A text of one title, employer and requisition. */
const ONE_NUMBER: TextRule = { similarity: 0.3, containment: 0.5, floor: 0, leastWords: 0, mostDiffering: ANY };
/** An edited text of one title and place whose employer is hidden. */
const HIDDEN: TextRule = { similarity: 0.75, containment: 0.9, floor: 0.5, leastWords: 28, mostDiffering: ANY };
/** One text in two places, or cut in one of them. */
const ONE_TEXT: TextRule = { similarity: 0.8, containment: 0.85, floor: 0.05, leastWords: 30, mostDiffering: ANY };
/** One text in a place and a part of it. */
const NEAR_BY: TextRule = { similarity: 0.85, containment: 0.9, floor: 0, leastWords: 25, mostDiffering: ANY };
/** One text but for a mended word. */
const SAME_LETTERS: TextRule = { similarity: 0.94, containment: 0.98, floor: 0.8, leastWords: 40, mostDiffering: ANY };
/** One text to the letter: fewer shingles differ than the three that one other word costs. */
const IDENTICAL: TextRule = { similarity: 0.95, containment: 0.99, floor: 0.95, leastWords: 40, mostDiffering: 2 };
/** A text whose title was worded anew with other words for the same. */
const REWORDED: TextRule = { similarity: 0.75, containment: 0.85, floor: 0.5, leastWords: 40, mostDiffering: ANY };
/** One long text under a title with no word in common: an advert that was tried under another name. */
const RENAMED: TextRule = { similarity: 0.95, containment: 0.98, floor: 0.95, leastWords: 150, mostDiffering: 15 };
/** One text in two places, under one title at one board, whose employer is hidden. */
const HIDDEN_ELSEWHERE: TextRule = {
  similarity: 0.9,
  containment: 0.9,
  floor: 0.5,
  leastWords: 50,
  mostDiffering: ANY,
};
/** A text so long that it describes one job under whatever employer's name. */
const PARTICULAR: TextRule = { similarity: 0.75, containment: 0.9, floor: 0.4, leastWords: 70, mostDiffering: ANY };
const MOST_PARTICULAR: TextRule = {
  similarity: 0.9,
  containment: 0.95,
  floor: 0.5,
  leastWords: 200,
  mostDiffering: ANY,
};

/** Texts of fewer words say too little to speak against one title, employer and place. */
const SHORT_TEXT = 30;
/** Short texts share less when a word changes; beyond this many words the rules count in full. */
const FULL_LENGTH = 120;
/** What a text of few words must share more than a long one. */
const SHORT_EXTRA = 0.15;

function ruleForHidden({ title, place, sameBoard }: Relations): TextRule {
  if (title === "equal" && place === "same") return HIDDEN;
  if (title === "equal" && place === "other" && sameBoard) return HIDDEN_ELSEWHERE;
  return SAME_LETTERS;
}

function isOtherJob(title: TitleRelation): boolean {
  return title === "other" || title === "unrelated";
}

function isOtherTitle(title: TitleRelation): boolean {
  return isOtherJob(title) || title === "alike";
}

/** The less title, employer and place agree, the more the texts must; null where no text is enough. */
function ruleFor(relations: Relations): TextRule | null {
  const { title, employer, place, sameTerms, sameNumber, sameBoard } = relations;
  if (employer === "other") {
    if ((place !== "same" && place !== "near") || !sameTerms) return null;
    return title === "equal" ? PARTICULAR : title === "longer" && !sameBoard ? MOST_PARTICULAR : null;
  }
  if (isOtherTitle(title)) return employer === "unknown" || !sameTerms ? null : IDENTICAL;
  if (!sameTerms) return place === "other" ? null : SAME_LETTERS;
  if (employer === "unknown") return ruleForHidden(relations);
  if (title === "synonym") return place === "other" ? ONE_TEXT : REWORDED;
  if (title !== "equal") return SAME_LETTERS;
  if (sameNumber) return ONE_NUMBER;
  if (place === "other") return ONE_TEXT;
  if (place === "near") return NEAR_BY;
  return sameBoard ? EDITED : EDITED_ELSEWHERE;
}

/** Single words changed, and no sentence: a sentence of its own is a duty of its own. */
const MOST_LONGER = 2;

/** Of an employer's own adverts in one place; one that shares a word of its title with the other is rather another of a series. */
function mayBeRenamed({ title, employer, place, sameTerms }: Relations): boolean {
  return title === "unrelated" && (employer === "same" || employer === "alike") && place === "same" && sameTerms;
}

function strictness(words: number): number {
  return words >= FULL_LENGTH ? 0 : SHORT_EXTRA * (1 - words / FULL_LENGTH);
}

function holds(rule: TextRule, { similarity, containment, differing }: Overlap, words: number): boolean {
  if (words < rule.leastWords || differing > rule.mostDiffering) return false;
  const least = Math.min(rule.similarity + strictness(words), Math.max(rule.similarity, 0.95));
  return similarity >= least || (containment >= rule.containment + strictness(words) / 4 && similarity >= rule.floor);
}

function textReason({ similarity, containment }: Overlap): DedupeReason {
  if (similarity >= 0.95) return { code: "same_text", share: similarity };
  if (containment >= 0.95) return { code: "contained_text", share: containment };
  return { code: "similar_text", share: similarity };
}

function plain(...codes: ReasonCode[]): DedupeReason[] {
  return codes.map((code) => ({ code, share: null }));
}

function supportOf({ title, employer, place }: Relations): DedupeReason[] {
  if (employer === "other" || employer === "unknown") return plain("agency_repost");
  if (place === "other") return plain("several_places");
  return title === "equal" && place === "same" ? plain("same_title_employer_place") : [];
}

/** What proves one advert whatever was edited since. */
function proofOf(a: Fingerprint, b: Fingerprint): ReasonCode | null {
  if (a.externalId !== null && a.sourceId === b.sourceId && a.externalId === b.externalId) return "same_source_id";
  if (a.url !== null && (a.url === b.url || a.url === b.applyUrl)) return "same_url";
  if (a.applyUrl !== null && a.applyUrl === b.url) return "same_url";
  return a.applyUrl !== null && a.applyUrl === b.applyUrl ? "same_apply_url" : null;
}

function whyNot({ title, employer, place, sameTerms }: Relations, words: number): ReasonCode {
  if (isOtherTitle(title)) return "other_title";
  if (!sameTerms) return "other_terms";
  if (place === "other") return "other_place";
  if (employer === "other") return "other_employer";
  return words < SHORT_TEXT ? "too_short" : "other_text";
}

/** What comes of a comparison: one job and why, or two, and whether how much of the text is shared has a part in it. */
type Finding = { isSame: true; reasons: DedupeReason[] } | { isSame: false; code: ReasonCode; hasText: boolean };

function relationsOf(a: Fingerprint, b: Fingerprint): Relations {
  return {
    title: relateTitles(a, b),
    employer: relateEmployers(a.company, b.company),
    place: relatePlaces(a, b),
    sameTerms: a.terms.join() === b.terms.join(),
    sameNumber: a.requisitions.some((code) => b.requisitions.includes(code)),
    sameBoard: a.sourceId === b.sourceId,
  };
}

/** `overlap` is asked for only where the texts have a say: holding them against each other costs the most. */
function findContent(a: Fingerprint, b: Fingerprint, overlap: () => Overlap): Finding {
  const conflict = findConflict(a, b);
  if (conflict !== null) return { isSame: false, code: conflict, hasText: false };
  const relations = relationsOf(a, b);
  const [words, longer] = [Math.min(a.length, b.length), Math.max(a.length, b.length)];
  const { title, employer, place } = relations;
  const isTold = title === "equal" && employer === "same" && place === "same" && words < SHORT_TEXT;
  const rule = ruleFor(relations);
  const isRenaming = mayBeRenamed(relations) && longer - words <= MOST_LONGER;
  const apart: Finding = { isSame: false, code: whyNot(relations, words), hasText: true };
  const hasOtherLanguage = a.lang !== b.lang && a.lang !== "und" && b.lang !== "und";
  if (rule === null && !isRenaming && !isTold && !hasOtherLanguage) return apart;
  const shared = overlap();
  if (hasOtherLanguage && shared.similarity < SAME_LETTERS.similarity)
    return { isSame: false, code: "other_language", hasText: false };
  const isOneText = (rule !== null && holds(rule, shared, words)) || (isRenaming && holds(RENAMED, shared, words));
  if (isOneText) return { isSame: true, reasons: [textReason(shared), ...supportOf(relations)] };
  return isTold ? { isSame: true, reasons: plain("same_title_employer_place") } : apart;
}

function find(a: Fingerprint, b: Fingerprint, overlap: () => Overlap): Finding {
  const proof = proofOf(a, b);
  if (proof === "same_source_id") return { isSame: true, reasons: plain(proof) };
  if (proof !== null && findConflict(a, b) === null && !isOtherJob(relateTitles(a, b)))
    return { isSame: true, reasons: plain(proof) };
  return findContent(a, b, overlap);
}

/**
 * Whether two listings are one job, and why. An identity (one id at one source, one address) decides unless the title's level or
 * requisition speaks against it; then the guards; then how much of the text is shared, the more the less the rest agrees.
 * Symmetric and deterministic.
 */
export function comparePair(a: Fingerprint, b: Fingerprint): PairVerdict {
  const overlap = overlapOf(a, b);
  const finding = find(a, b, () => overlap);
  if (finding.isSame) return { verdict: "same", reasons: finding.reasons, ...overlap };
  const reasons = [...plain(finding.code), ...(finding.hasText ? [textReason(overlap)] : [])];
  return { verdict: "different", reasons, ...overlap };
}

/** The same for whoever asks only for what is one job: the reasons and the similarity of the texts, null where `comparePair` says "different". */
export function joinPair(a: Fingerprint, b: Fingerprint): { reasons: DedupeReason[]; similarity: number } | null {
  let known: Overlap | null = null;
  const overlap = (): Overlap => (known ??= overlapOf(a, b));
  const finding = find(a, b, overlap);
  return finding.isSame ? { reasons: finding.reasons, similarity: overlap().similarity } : null;
}
