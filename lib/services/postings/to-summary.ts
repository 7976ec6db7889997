import type { loadVersionSkills, PostingSummaryRow } from "@/lib/adapters/db/queries/posting-reads";
import { daysBetween } from "@/lib/core/kernel/utc-day";
import { placeLabels } from "@/lib/core/places/place-label";
import { REQUIREMENTS } from "@/lib/core/postings/posting-fields";

export type Labels = { en: string; es: string };

/** A posting as one line of a list. Dates are instants; pay is as stated. */
export type PostingSummary = {
  id: string;
  title: string;
  company: string | null;
  companyId: string | null;
  /** As the source words it. */
  place: string | null;
  /** Its city, region and country; null where the words could not be placed. */
  placeLabels: Labels | null;
  state: "open" | "closed";
  /** Whole days from first seen to now, or to its closing. */
  openDays: number;
  firstSeenAt: Date;
  postedAt: Date | null;
  sourceIds: string[];
  repostCount: number;
  refreshedCount: number;
  reopenedCount: number;
  /** How many places its listings name. */
  placeCount: number;
  workplace: string | null;
  seniority: string | null;
  lang: string | null;
  pay: { min: number; max: number; currency: string; period: string } | null;
  /** The first skills by strength, with how many there are in all. */
  skills: { id: string; labels: Labels }[];
  skillCount: number;
};

type VersionSkill = Awaited<ReturnType<typeof loadVersionSkills>>[number];

const SHOWN_SKILLS = 6;

function strength(requirement: string): number {
  const at = REQUIREMENTS.findIndex((known) => known === requirement);
  return at === -1 ? REQUIREMENTS.length : at;
}

function payOf(row: PostingSummaryRow): PostingSummary["pay"] {
  const { salaryMin: min, salaryMax: max, salaryCurrency: currency, salaryPeriod: period } = row;
  if (min === null || currency === null || period === null) return null;
  return { min, max: max ?? min, currency, period };
}

function placeLabelsOf({ place }: PostingSummaryRow): Labels | null {
  return place === null || place.country === null ? null : placeLabels(place);
}

function skillsOf(skills: readonly VersionSkill[]): PostingSummary["skills"] {
  return [...skills]
    .sort((a, b) => strength(a.requirement) - strength(b.requirement) || (a.skill.labelEn < b.skill.labelEn ? -1 : 1))
    .slice(0, SHOWN_SKILLS)
    .map(({ skillId, skill }) => ({ id: skillId, labels: { en: skill.labelEn, es: skill.labelEs } }));
}

/** One line of a list from its rows. */
export function toSummary(row: PostingSummaryRow, skills: readonly VersionSkill[], now: Date): PostingSummary {
  return {
    id: row.id,
    title: row.title,
    company: row.company?.name ?? null,
    companyId: row.company?.id ?? null,
    place: row.place?.name ?? null,
    placeLabels: placeLabelsOf(row),
    state: row.state,
    openDays: Math.max(0, daysBetween(row.firstSeenAt, row.closedAt ?? now)),
    firstSeenAt: row.firstSeenAt,
    postedAt: row.postedAt,
    sourceIds: row.sourceIds,
    repostCount: row.repostCount,
    refreshedCount: row.refreshedCount,
    reopenedCount: row.reopenedCount,
    placeCount: row.placeIds.length,
    workplace: row.workplace,
    seniority: row.seniority,
    lang: row.lang,
    pay: payOf(row),
    skills: skillsOf(skills),
    skillCount: skills.length,
  };
}
