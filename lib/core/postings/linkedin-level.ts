import type { Seniority } from "./posting-fields";

/** The six levels in LinkedIn's order; the number of one, as its searches use it, is its index and one. */
export const LINKEDIN_LEVELS = [
  "Internship",
  "Entry level",
  "Associate",
  "Mid-Senior level",
  "Director",
  "Executive",
] as const;
export type LinkedInLevel = 1 | 2 | 3 | 4 | 5 | 6;

const LEVEL_OF: Readonly<Record<Seniority, LinkedInLevel>> = {
  internship: 1,
  entry: 2,
  mid: 3,
  senior: 4,
  lead: 4,
  director: 5,
  executive: 6,
};

const SENIORITY_OF: Readonly<Record<LinkedInLevel, Seniority>> = {
  1: "internship",
  2: "entry",
  3: "mid",
  4: "senior",
  5: "director",
  6: "executive",
};

/** LinkedIn's number (1 … 6) of a seniority; leads are "Mid-Senior level" there, as seniors are. */
export function toLinkedInLevel(seniority: Seniority): LinkedInLevel {
  return LEVEL_OF[seniority];
}

/** The seniority of LinkedIn's number; 4 is senior, since a lead is not told from one. */
export function fromLinkedInLevel(level: LinkedInLevel): Seniority {
  return SENIORITY_OF[level];
}

/** LinkedIn's words for a level ("Mid-Senior level"), in any case, as a seniority; null for other words ("Not Applicable"). */
export function seniorityOfLinkedIn(words: string): Seniority | null {
  const wanted = words.trim().toLowerCase().replaceAll(/\s+/g, " ");
  const index = LINKEDIN_LEVELS.findIndex((level) => level.toLowerCase() === wanted);
  return index < 0 ? null : (Object.values(SENIORITY_OF)[index] ?? null);
}
