import { utcMonth } from "@/lib/core/kernel/utc-day";
import type { Position, Profile } from "./profile";

function label(position: Position, index: number): string {
  return position.title ?? position.employer ?? `Position ${index + 1}`;
}

function positionWarnings(position: Position, index: number, now: Date): string[] {
  const name = `“${label(position, index)}”`;
  const warnings: string[] = [];
  if (position.from !== null && position.to !== null && position.to < position.from)
    warnings.push(`${name} ends before it begins.`);
  if (position.from !== null && position.from > utcMonth(now)) warnings.push(`${name} begins in the future.`);
  if (position.from === null && !position.current && position.to === null) warnings.push(`${name} has no dates.`);
  if (position.title === null) warnings.push(`${name} has no job title that could be recognised.`);
  return warnings;
}

/** What a reader of the profile should check: one plain sentence each, in a stable order. */
export function profileWarnings(profile: Profile, now: Date): string[] {
  const warnings: string[] = [];
  if (profile.name === null) warnings.push("No name was found.");
  if (profile.email === null && profile.phone === null)
    warnings.push("No e-mail address or telephone number was found.");
  if (profile.positions.length === 0) warnings.push("No work experience was found.");
  else if (profile.totalYears === null) warnings.push("No position is dated, so years of experience are not known.");
  if (profile.skills.length === 0) warnings.push("No known skill was found.");
  const yearOnly = Object.entries(profile.evidence).some(
    ([path, span]) => /^positions\.\d+\.(?:from|to)$/.test(path) && span.confidence < 0.7,
  );
  if (yearOnly) warnings.push("Some positions give only the year; January is assumed.");
  return [...warnings, ...profile.positions.flatMap((position, index) => positionWarnings(position, index, now))];
}
