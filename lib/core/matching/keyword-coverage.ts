import type { CorpusStatistics, MatchPosting } from "./match-types";
import type { PreparedResume } from "./prepare-resume";
import { skillRarity, termRarity } from "./rarity";
import type { SkillAnswer } from "./skill-coverage";
import { termsOf } from "./terms";

/** A word of the title tells more of the job than three in the text. */
const TITLE_COUNT = 3;

/** Only the most telling terms of a posting are compared. */
const TOP_TERMS = 40;

/**
 * Nobody repeats an advert word for word. A one-page résumé covered 0.11 of the weighted terms of the median advert of its
 * own trade and 0.28 of the best (222 adverts), so this share counts as full.
 */
const FULL_COVERAGE = 0.3;

/** Concepts are far fewer than words, and a fit shows most of them. */
const FULL_CONCEPTS = 0.75;

/**
 * Weight (about 25 terms, or four concepts) from which coverage speaks for itself. Where a posting says less, the rest is
 * taken to be covered as in an average posting: a title alone that fits proves little.
 */
const ENOUGH_WORDS = 15;
const UNSAID_WORDS = 0.05;
const ENOUGH_CONCEPTS = 2.5;
const UNSAID_CONCEPTS = 0.2;

/** A term that no counted posting has: a name or a code, unless the posting's title says it or its text keeps saying it. */
const UNSEEN_COUNT = 3;
const UNSEEN_RARITY = 0.5;

type Weighted = { term: string; weight: number };

/** All terms of a posting with their counts, those of the title counted {@link TITLE_COUNT} times more. What a caller may store. */
export function postingTerms(posting: Pick<MatchPosting, "title" | "text" | "lang">): Map<string, number> {
  const terms = termsOf(posting.text, posting.lang);
  for (const term of termsOf(posting.title, posting.lang).keys()) terms.set(term, (terms.get(term) ?? 0) + TITLE_COUNT);
  return terms;
}

function byWeight(a: Weighted, b: Weighted): number {
  return b.weight - a.weight || (a.term < b.term ? -1 : 1);
}

/** The most telling terms: (1 + ln count) · rarity, heaviest first, ties by name. */
export function weightedTerms(terms: ReadonlyMap<string, number>, statistics: CorpusStatistics): Weighted[] {
  const weighted: Weighted[] = [];
  for (const [term, count] of terms) {
    const rare = termRarity(statistics, term) ?? (count >= UNSEEN_COUNT ? UNSEEN_RARITY : null);
    if (rare !== null && count > 0) weighted.push({ term, weight: (1 + Math.log(count)) * rare });
  }
  return weighted.sort(byWeight).slice(0, TOP_TERMS);
}

type Tally = { covered: number; total: number };
type Scale = { enough: number; unsaid: number; full: number };

/** Coverage 0 … 1 of a tally, its shortfall filled up; null where there is nothing to cover. */
function coverageOf({ covered, total }: Tally, { enough, unsaid, full }: Scale): number | null {
  if (total <= 0) return null;
  const rest = Math.max(0, enough - total);
  return Math.min(1, (covered + unsaid * rest) / (total + rest) / full);
}

const WORDS: Scale = { enough: ENOUGH_WORDS, unsaid: UNSAID_WORDS, full: FULL_COVERAGE };
const CONCEPTS: Scale = { enough: ENOUGH_CONCEPTS, unsaid: UNSAID_CONCEPTS, full: FULL_CONCEPTS };

function wordCoverage(
  terms: ReadonlyMap<string, number>,
  shown: ReadonlySet<string>,
  statistics: CorpusStatistics,
): number | null {
  let covered = 0;
  let total = 0;
  for (const { term, weight } of weightedTerms(terms, statistics)) {
    total += weight;
    if (shown.has(term)) covered += weight;
  }
  return coverageOf({ covered, total }, WORDS);
}

/** Across languages words cannot be compared; what the two texts speak about can. Every concept counts by rarity alone. */
function conceptCoverage(answers: readonly SkillAnswer[], statistics: CorpusStatistics): number | null {
  let covered = 0;
  let total = 0;
  for (const { asked, credit } of answers) {
    const weight = skillRarity(statistics, asked.skill.id);
    total += weight;
    covered += weight * credit;
  }
  return coverageOf({ covered, total }, CONCEPTS);
}

function isKnown(lang: string): boolean {
  return lang !== "und" && lang !== "";
}

/**
 * How much of what the posting speaks about the résumé speaks about too, 0 … 1; null where the posting has no terms to
 * compare. Words are compared unless the two languages are known and differ; then concepts are.
 */
export function keywordCoverage(
  posting: MatchPosting,
  terms: ReadonlyMap<string, number> | null,
  resume: PreparedResume,
  given: { statistics: CorpusStatistics; answers: readonly SkillAnswer[] },
): number | null {
  const { lang } = resume.profile;
  if (isKnown(lang) && isKnown(posting.lang) && lang !== posting.lang) {
    return conceptCoverage(given.answers, given.statistics);
  }
  const shown = resume.terms.get(posting.lang) ?? resume.terms.get("und") ?? new Set<string>();
  return wordCoverage(terms ?? postingTerms(posting), shown, given.statistics);
}
