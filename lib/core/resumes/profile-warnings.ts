import { utcMonth } from "@/lib/core/kernel/utc-day";
import type { Position, Profile } from "./profile";

export const PROFILE_ISSUES = [
  "no_name",
  "no_contact",
  "no_positions",
  "no_dates",
  "no_skills",
  "year_only",
  "position_reversed",
  "position_future",
  "position_undated",
  "position_untitled",
] as const;
export type ProfileIssueCode = (typeof PROFILE_ISSUES)[number];

/** Something about a profile that its owner should check; `position` names the position that it is about. */
export type ProfileIssue = { code: ProfileIssueCode; position: string | null };

function label(position: Position, index: number): string {
  return position.title ?? position.employer ?? `Position ${index + 1}`;
}

function positionIssues(position: Position, index: number, now: Date): ProfileIssue[] {
  const codes: ProfileIssueCode[] = [];
  if (position.from !== null && position.to !== null && position.to < position.from) codes.push("position_reversed");
  if (position.from !== null && position.from > utcMonth(now)) codes.push("position_future");
  if (position.from === null && !position.current && position.to === null) codes.push("position_undated");
  if (position.title === null) codes.push("position_untitled");
  return codes.map((code) => ({ code, position: label(position, index) }));
}

type Checked = Pick<Profile, "name" | "email" | "phone" | "positions" | "totalYears" | "skills" | "evidence">;

/** What a reader of the profile should check, in a stable order; the interface has words for each code. */
export function profileIssues(profile: Checked, now: Date): ProfileIssue[] {
  const codes: ProfileIssueCode[] = [];
  if (profile.name === null) codes.push("no_name");
  if (profile.email === null && profile.phone === null) codes.push("no_contact");
  if (profile.positions.length === 0) codes.push("no_positions");
  else if (profile.totalYears === null) codes.push("no_dates");
  if (profile.skills.length === 0) codes.push("no_skills");
  const yearOnly = Object.entries(profile.evidence).some(
    ([path, span]) => /^positions\.\d+\.(?:from|to)$/.test(path) && span.confidence < 0.7,
  );
  if (yearOnly) codes.push("year_only");
  return [
    ...codes.map((code) => ({ code, position: null })),
    ...profile.positions.flatMap((position, index) => positionIssues(position, index, now)),
  ];
}

const WORDS: Readonly<Record<ProfileIssueCode, (position: string) => string>> = {
  no_name: () => "No name was found.",
  no_contact: () => "No e-mail address or telephone number was found.",
  no_positions: () => "No work experience was found.",
  no_dates: () => "No position is dated, so years of experience are not known.",
  no_skills: () => "No known skill was found.",
  year_only: () => "Some positions give only the year; January is assumed.",
  position_reversed: (name) => `“${name}” ends before it begins.`,
  position_future: (name) => `“${name}” begins in the future.`,
  position_undated: (name) => `“${name}” has no dates.`,
  position_untitled: (name) => `“${name}” has no job title that could be recognised.`,
};

/** The same as one plain English sentence each, for the command line. */
export function profileWarnings(profile: Profile, now: Date): string[] {
  return profileIssues(profile, now).map(({ code, position }) => WORDS[code](position ?? ""));
}
