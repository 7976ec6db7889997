import { z } from "zod";
import type { ListedMatchRow } from "@/lib/adapters/db/queries/match-reads";
import { daysBetween } from "@/lib/core/kernel/utc-day";
import { placeLabels } from "@/lib/core/places/place-label";
import {
  PAY_PERIODS,
  SENIORITIES,
  WORKPLACES,
  type Salary,
  type Seniority,
  type Workplace,
} from "@/lib/core/postings/posting-fields";

type PostingRow = ListedMatchRow["posting"];

/** What a line about a posting says. */
export type PostingFacts = {
  id: string;
  title: string;
  company: string | null;
  /** City, region and country where they are known, else the source's words. */
  place: { en: string; es: string } | null;
  workplace: Workplace | null;
  seniority: Seniority | null;
  lang: string | null;
  yearsMin: number | null;
  salary: Salary | null;
  state: "open" | "closed";
  /** Whole days since it was posted, as far as that is known, else first seen; never negative. */
  openDays: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
  closedAt: Date | null;
  sourceIds: string[];
};

const workplace = z.enum(WORKPLACES).nullable().catch(null);
const seniority = z.enum(SENIORITIES).nullable().catch(null);
const period = z.enum(PAY_PERIODS);

function salaryOf(row: PostingRow): Salary | null {
  const { salaryMin: min, salaryMax: max, salaryCurrency: currency } = row;
  const per = period.safeParse(row.salaryPeriod);
  if (min === null || max === null || currency === null || !per.success) return null;
  return { min, max, currency, period: per.data };
}

/** The facts of a stored posting at an instant. */
export function toPostingFacts(row: PostingRow, now: Date): PostingFacts {
  return {
    id: row.id,
    title: row.title,
    company: row.company?.name ?? null,
    place: row.place === null ? null : placeLabels(row.place),
    workplace: workplace.parse(row.workplace),
    seniority: seniority.parse(row.seniority),
    lang: row.lang,
    yearsMin: row.yearsMin,
    salary: salaryOf(row),
    state: row.state,
    openDays: Math.max(0, daysBetween(row.trendAt, now)),
    firstSeenAt: row.firstSeenAt,
    lastSeenAt: row.lastSeenAt,
    closedAt: row.closedAt,
    sourceIds: row.sourceIds,
  };
}
