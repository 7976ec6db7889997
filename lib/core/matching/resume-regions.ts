import { monthsOf, type MonthInterval } from "@/lib/core/resumes/career";
import type { Profile } from "@/lib/core/resumes/profile";
import { sectionOf } from "@/lib/core/resumes/resume-sections";

/** The part of a résumé's text that tells of one position, with its months where it is dated. */
export type PositionRegion = { start: number; end: number; months: MonthInterval | null };

/** A stretch of text that states what a person can do (true) or speaks about them in prose (false). */
export type Stretch = { start: number; end: number; isStated: boolean; isNamed: boolean };

const INLINE_HEADING = /^([\p{L} /&]{3,40}):\s+\S/u;

/** Later than any position: for résumés read without a clock, where only closed positions count. */
const NO_CLOCK = new Date(Date.UTC(9999, 11, 31));

/** Where each position stands and how long it lasted. Open-ended ones last until `now`; without it they are undated. */
export function positionRegions(profile: Profile, now: Date | null): PositionRegion[] {
  return profile.positions.flatMap((position, index) => {
    const body = profile.evidence[`positions.${index}`];
    if (body === undefined) return [];
    const isOpen = position.current && now === null;
    return [{ start: body.start, end: body.end, months: isOpen ? null : monthsOf(position, now ?? NO_CLOCK) }];
  });
}

/**
 * The text cut at its headings. What stands before the first one and under a summary is prose; what stands under any
 * other heading, or behind one on the same line ("Skills: SQL"), is stated.
 */
export function readStretches(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let isStated = false;
  let isNamed = false;
  let at = 0;
  for (const line of text.split("\n")) {
    const end = at + line.length + 1;
    const kind = sectionOf(line.trim());
    if (kind !== null) {
      isStated = kind !== "summary";
      isNamed = kind === "experience" || kind === "skills";
    }
    const inline = sectionOf(INLINE_HEADING.exec(line.trim())?.[1] ?? "");
    const isInline = inline !== null && inline !== "summary" && inline !== "other";
    const own = { start: at, end, isStated: isStated || isInline, isNamed: isNamed || isInline };
    const last = stretches.at(-1);
    if (last?.isStated === own.isStated && last.isNamed === own.isNamed) last.end = end;
    else stretches.push(own);
    at = end;
  }
  return stretches;
}
