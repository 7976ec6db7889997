import { monthsOf, unionMonths } from "./career";
import type { Profile } from "./profile";

/**
 * Months of work in which a skill is mentioned: the dated positions whose text names it, overlaps counted once.
 * Null where no dated position mentions it; a skills list alone says nothing about time.
 */
export function skillMonths(profile: Profile, skillId: string, now: Date): number | null {
  const skill = profile.skills.find((found) => found.id === skillId);
  if (!skill) return null;
  const intervals = profile.positions.flatMap((position, index) => {
    const body = profile.evidence[`positions.${index}`];
    const months = monthsOf(position, now);
    const isNamed =
      body !== undefined &&
      skill.mentions.some(
        (mention) => mention.field === "text" && mention.start >= body.start && mention.end <= body.end,
      );
    return isNamed && months ? [months] : [];
  });
  return intervals.length === 0 ? null : unionMonths(intervals);
}
