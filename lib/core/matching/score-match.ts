import type { Concept } from "@/lib/core/skills/skill-types";
import { experienceEvidence, experienceFit } from "./experience-fit";
import { keywordCoverage, postingTerms } from "./keyword-coverage";
import type { CorpusStatistics, MatchParts, MatchPosting, MatchResult, MatchResume, Weights } from "./match-types";
import { type PreparedResume, prepareResume } from "./prepare-resume";
import { semanticBoost } from "./semantic-boost";
import { answerSkill, askedSkills, skillCoverage, skillEvidence } from "./skill-coverage";
import { bandOf, roundPart } from "./weights";

/** What is the same for all matches of one ranking. */
export type MatchContext = {
  statistics: CorpusStatistics;
  weights: Weights;
  concepts: ReadonlyMap<string, Concept>;
};

/** A posting with its terms, where the caller keeps them; without, they are read from the text. */
export type PreparedPosting = { posting: MatchPosting; terms: ReadonlyMap<string, number> | null };

type Factors = { skills: number | null; experience: number | null; keywords: number | null };

const FACTORS = ["skills", "experience", "keywords"] as const;

/** From this many asked skills and telling terms on, a posting has said enough to be judged by. */
const ENOUGH_SKILLS = 5;
const ENOUGH_TERMS = 60;

/** The share of confidence that rests on how much the posting states. */
const STATED_SHARE = 0.4;

function sums(factors: Factors, weights: Weights): { points: number; known: number; all: number } {
  let points = 0;
  let known = 0;
  let all = 0;
  for (const name of FACTORS) {
    const value = factors[name];
    all += weights[name];
    if (value === null) continue;
    points += weights[name] * value;
    known += weights[name];
  }
  return { points, known, all };
}

function wholeScore(points: number, known: number, boost: number): number {
  const base = known > 0 ? (100 * points) / known : 0;
  return Math.min(100, Math.max(0, Math.round(base + boost)));
}

function statedShare(posting: MatchPosting, asked: number, terms: number): number {
  const experience = posting.yearsMin === null && posting.seniority === null ? 0 : 1;
  return (Math.min(1, asked / ENOUGH_SKILLS) + experience + Math.min(1, terms / ENOUGH_TERMS)) / 3;
}

function toParts(factors: Factors, weights: Weights, boost: number | null): MatchParts {
  const part = (name: (typeof FACTORS)[number]) => {
    const value = factors[name];
    return value === null ? null : roundPart(weights[name] * value);
  };
  return {
    skills: part("skills"),
    experience: part("experience"),
    keywords: part("keywords"),
    semantic: boost === null ? null : roundPart(boost),
  };
}

/**
 * The match of a prepared résumé with one posting:
 * `score = clamp(0, 100, round(100 · Σ wᵢ·fᵢ / Σ wᵢ + boost))`, the sums over the known factors in the order skills, experience,
 * keywords. Rounding is to the nearest, halves up, and happens once, at the end; the parts are shown to one decimal.
 * Experience is unknown where the posting names no skill that it could be experience of. Where no factor is known the score is what the
 * boost alone gives and the confidence is 0: nothing can be said.
 * Confidence = known share of weight · (0.6 + 0.4 · how much the posting states: skills of 5, experience, terms of 60).
 */
export function scorePrepared(
  resume: PreparedResume,
  { posting, terms }: PreparedPosting,
  context: MatchContext,
): MatchResult {
  const asked = askedSkills(posting, context.statistics);
  const answers = asked.map((item) => answerSkill(item, resume, context.concepts));
  const counted = terms ?? postingTerms(posting);
  const skills = skillCoverage(answers);
  const keywords = keywordCoverage(posting, counted, resume, { statistics: context.statistics, answers });
  // Years are years of something: where no skill can be compared they say nothing.
  const experience = skills === null ? null : experienceFit(posting, resume, answers);
  const factors: Factors = { skills, experience, keywords };
  const boost = semanticBoost(resume.embedding, posting.embedding, context.statistics.similarity);
  const { points, known, all } = sums(factors, context.weights);
  const score = wholeScore(points, known, boost ?? 0);
  const stated = statedShare(posting, asked.length, counted.size);
  const confidence = all > 0 ? (known / all) * (1 - STATED_SHARE + STATED_SHARE * stated) : 0;
  return {
    postingId: posting.postingId,
    title: posting.title,
    company: posting.company,
    score,
    band: bandOf(score),
    confidence: Math.round(confidence * 100) / 100,
    parts: toParts(factors, context.weights, boost),
    evidence: [...answers.map(skillEvidence), ...experienceEvidence(posting, resume)],
  };
}

/** One résumé against one posting; see {@link scorePrepared}. For a ranking, prepare the résumé once. */
export function scoreMatch(
  input: MatchContext & { resume: MatchResume; posting: MatchPosting; now?: Date | null },
): MatchResult {
  const { resume, posting, now = null, ...context } = input;
  return scorePrepared(prepareResume(resume, now), { posting, terms: null }, context);
}
