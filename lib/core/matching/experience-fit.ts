import type { QuotedSpan } from "@/lib/core/kernel/span";
import { SENIORITIES } from "@/lib/core/postings/posting-fields";
import { unionMonths } from "@/lib/core/resumes/career";
import type { Profile } from "@/lib/core/resumes/profile";
import type { Evidence, EvidenceStatus, MatchPosting } from "./match-types";
import type { PreparedResume } from "./prepare-resume";
import type { SkillAnswer } from "./skill-coverage";

/** Years say more than a word in a title, which every employer uses in its own way. */
const YEARS_SHARE = 0.6;

/** Fit by steps below (index 1, 2, …) and above the asked seniority: too senior costs less than too junior. */
const BELOW = [1, 0.6, 0.3, 0.1];
const ABOVE = [1, 0.95, 0.85, 0.7];

/** Years beyond twice what is asked (and at least five more) cost 2 % each, at most 15 % together. */
const OVER_PER_YEAR = 0.02;
const OVER_MOST = 0.15;
const OVER_SLACK_YEARS = 5;

/** Years shown against years asked, 0 … 1: proportional below, full at the asked number, slightly less far beyond it. */
export function yearsFit(shown: number, asked: number): number {
  if (shown < asked) return Math.max(0, shown) / asked;
  const over = Math.max(0, shown - Math.max(asked * 2, asked + OVER_SLACK_YEARS));
  return 1 - Math.min(OVER_MOST, OVER_PER_YEAR * over);
}

/** Seniority steps shown against asked, 0.1 … 1. */
export function seniorityFit(shown: number, asked: number): number {
  const table = shown < asked ? BELOW : ABOVE;
  const steps = Math.min(table.length - 1, Math.abs(shown - asked));
  return table[steps] ?? 0;
}

/** Years in dated positions that tell of at least one asked skill or its relative; null where no position is dated. */
export function relevantYears(resume: PreparedResume, answers: readonly SkillAnswer[]): number | null {
  const isDated = resume.regions.some(({ months }) => months !== null);
  if (!isDated || answers.length === 0) return null;
  const telling = new Set(answers.flatMap(({ shown }) => shown?.positions ?? []));
  const months = resume.regions.flatMap((region, index) =>
    region.months !== null && telling.has(index) ? [region.months] : [],
  );
  return unionMonths(months) / 12;
}

/** Years that show what is asked count in full, others in part: much of working life carries over, a trade does not. */
const OTHER_YEARS = 1 / 3;

/** Years that count for this posting; all of them where the résumé does not say when it did what. */
export function countedYears(resume: PreparedResume, answers: readonly SkillAnswer[]): number | null {
  const { totalYears } = resume.profile;
  if (totalYears === null || !Number.isFinite(totalYears)) return null;
  const relevant = relevantYears(resume, answers);
  if (relevant === null) return totalYears;
  const shown = Math.min(relevant, totalYears);
  return shown + OTHER_YEARS * (totalYears - shown);
}

/** Fit of experience, 0 … 1: years 0.6, seniority 0.4, the known ones only; null where neither can be compared. */
export function experienceFit(
  posting: MatchPosting,
  resume: PreparedResume,
  answers: readonly SkillAnswer[],
): number | null {
  const counted = countedYears(resume, answers);
  const years = posting.yearsMin === null || counted === null ? null : yearsFit(counted, posting.yearsMin);
  const shown = resume.profile.seniority;
  const seniority =
    posting.seniority === null || shown === null
      ? null
      : seniorityFit(SENIORITIES.indexOf(shown), SENIORITIES.indexOf(posting.seniority));
  if (years === null) return seniority;
  return seniority === null ? years : YEARS_SHARE * years + (1 - YEARS_SHARE) * seniority;
}

function quote(profile: Profile, paths: readonly string[]): QuotedSpan | null {
  for (const path of paths) {
    const span = profile.evidence[path];
    if (span === undefined) continue;
    return { start: span.start, end: span.end, text: profile.text.slice(span.start, span.end) };
  }
  return null;
}

function statusOf(shown: number | null, asked: number): EvidenceStatus {
  if (shown === null) return "missing";
  if (shown >= asked) return "met";
  return shown > 0 ? "partly" : "missing";
}

/**
 * One line for the years and one for the seniority that a posting asks for; none where it asks for neither. The status
 * compares the résumé's whole years, as a reader would. The posting's one span goes to the years where both are asked.
 */
export function experienceEvidence(posting: MatchPosting, resume: PreparedResume): Evidence[] {
  const { profile } = resume;
  const base = { skillId: null, strength: "required", via: null } as const;
  const lines: Evidence[] = [];
  if (posting.yearsMin !== null) {
    const status = statusOf(profile.totalYears, posting.yearsMin);
    const shown = quote(profile, ["totalYears", "positions.0.from", "positions.0.title"]);
    lines.push({
      ...base,
      requirement: "experience",
      status,
      posting: posting.experienceEvidence,
      resume: status === "missing" ? null : shown,
    });
  }
  if (posting.seniority !== null) {
    const rank = profile.seniority === null ? null : SENIORITIES.indexOf(profile.seniority) + 1;
    const status = statusOf(rank, SENIORITIES.indexOf(posting.seniority) + 1);
    const shown = quote(profile, ["seniority", "positions.0.title"]);
    const span = posting.yearsMin === null ? posting.experienceEvidence : null;
    lines.push({
      ...base,
      requirement: "seniority",
      status,
      posting: span,
      resume: status === "missing" ? null : shown,
    });
  }
  return lines;
}
