import { Prisma } from "@/generated/prisma/client";
import type { Db } from "../client";

/** How many open postings of a group there are, and how many of them say each thing. */
export type CoverageRow = {
  name: string;
  n: number;
  skills: number;
  occupation: number;
  seniority: number;
  pay: number;
  workplace: number;
  country: number;
  years: number;
};

function counted(name: Prisma.Sql, from: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT ${name} AS "name", count(*)::int AS "n",
      count(*) FILTER (WHERE cardinality(p."skillIds") >= 3)::int AS "skills",
      count(p."occupationId")::int AS "occupation", count(p."seniority")::int AS "seniority",
      count(p."salaryMin")::int AS "pay", count(p."workplace")::int AS "workplace",
      count(p."country")::int AS "country", count(p."yearsMin")::int AS "years"
    FROM ${from} WHERE p."state" = 'open' GROUP BY 1 ORDER BY 2 DESC, 1`;
}

/** Coverage of the open postings by their language. */
export function coverageByLanguage(db: Db): Promise<CoverageRow[]> {
  return db.$queryRaw<CoverageRow[]>(counted(Prisma.sql`COALESCE(p."lang", 'und')`, Prisma.sql`"Posting" p`));
}

/** Coverage of the open postings by the name of their source; a posting that stands at several counts at each. */
export function coverageBySource(db: Db): Promise<CoverageRow[]> {
  return db.$queryRaw<CoverageRow[]>(
    counted(
      Prisma.sql`COALESCE(source."name", s)`,
      Prisma.sql`"Posting" p CROSS JOIN LATERAL unnest(p."sourceIds") AS s LEFT JOIN "Source" source ON source."id" = s`,
    ),
  );
}
