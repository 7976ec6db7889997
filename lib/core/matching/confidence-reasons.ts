import type { Evidence, MatchParts } from "./match-types";

export const CONFIDENCE_REASONS = [
  "no_skills",
  "few_skills",
  "no_experience",
  "experience_unknown",
  "no_keywords",
  "no_meaning",
] as const;
export type ConfidenceReason = (typeof CONFIDENCE_REASONS)[number];

/** Asked skills from which a posting has said enough. */
const ENOUGH_SKILLS = 5;

/**
 * Why a score rests on less than it could, in the order of its factors. Empty where everything was known.
 * `experience_unknown`: the posting asks, but the two could not be compared.
 */
export function confidenceReasons(parts: MatchParts, evidence: readonly Evidence[]): ConfidenceReason[] {
  const skills = evidence.filter(({ skillId }) => skillId !== null).length;
  const asksExperience = evidence.length > skills;
  const reasons: ConfidenceReason[] = [];
  if (skills === 0) reasons.push("no_skills");
  else if (skills < ENOUGH_SKILLS) reasons.push("few_skills");
  if (!asksExperience) reasons.push("no_experience");
  else if (parts.experience === null) reasons.push("experience_unknown");
  if (parts.keywords === null) reasons.push("no_keywords");
  if (parts.semantic === null) reasons.push("no_meaning");
  return reasons;
}
