import { Prisma } from "@/generated/prisma/client";
import type { CompanyKind } from "@/lib/core/companies/company-kind";
import type { MonthCount } from "@/lib/core/companies/company-history";
import type { Db } from "../client";

export type CompanyLine = {
  id: string;
  name: string;
  foldedName: string;
  kind: CompanyKind;
  domain: string | null;
  open: number;
  total: number;
  firstSeenAt: Date;
  lastSeenAt: Date;
};

export type CompanyWhere = { name: string | null; kind: CompanyKind | null };
export type CompanyCursor = { open: number; foldedName: string };

/** Companies that have postings. `name` is folded, and met in any spelling that is known. */
function conditions({ name, kind }: CompanyWhere): Prisma.Sql {
  const all = [Prisma.sql`EXISTS (SELECT 1 FROM "Posting" p WHERE p."companyId" = c."id")`];
  if (kind !== null) all.push(Prisma.sql`c."kind" = ${kind}::"CompanyKind"`);
  if (name !== null)
    all.push(Prisma.sql`(strpos(c."foldedName", ${name}) > 0 OR EXISTS (
      SELECT 1 FROM "CompanyAlias" a WHERE a."companyId" = c."id" AND strpos(a."foldedName", ${name}) > 0))`);
  return Prisma.join(all, " AND ");
}

/** One page of companies, those with most open postings first, then by name; walked by key. */
export async function findCompanies(
  db: Db,
  where: CompanyWhere,
  page: { after: CompanyCursor | null; take: number },
): Promise<CompanyLine[]> {
  const { after } = page;
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(k."open" < ${after.open} OR (k."open" = ${after.open} AND k."foldedName" > ${after.foldedName}))`;
  return db.$queryRaw<CompanyLine[]>`
    SELECT * FROM (
      SELECT c."id", c."name", c."foldedName", c."kind"::text AS "kind", c."domain",
        (count(*) FILTER (WHERE p."state" = 'open'))::int AS "open", count(*)::int AS "total",
        min(p."firstSeenAt") AS "firstSeenAt", max(p."lastSeenAt") AS "lastSeenAt"
      FROM "Company" c JOIN "Posting" p ON p."companyId" = c."id" WHERE ${conditions(where)} GROUP BY c."id"
    ) k WHERE ${beyond} ORDER BY k."open" DESC, k."foldedName" ASC LIMIT ${page.take}`;
}

export async function countCompanies(db: Db, where: CompanyWhere): Promise<number> {
  const rows = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Company" c WHERE ${conditions(where)}`;
  return Number(rows[0]?.n ?? 0);
}

export type CompanyTotals = {
  open: number;
  total: number;
  closed: number;
  reposts: number;
  /** How often a board moved a stated date while the text stayed the same. */
  refreshes: number;
  /** Days from first seen to closing, of the closed ones; null of none. */
  medianDays: number | null;
  firstSeenAt: Date | null;
  lastSeenAt: Date | null;
};

/** Counts over all postings of a company. */
export async function findCompanyTotals(db: Db, companyId: string): Promise<CompanyTotals> {
  const [row] = await db.$queryRaw<CompanyTotals[]>`
    SELECT (count(*) FILTER (WHERE "state" = 'open'))::int AS "open", count(*)::int AS "total",
      (count(*) FILTER (WHERE "closedAt" IS NOT NULL))::int AS "closed", COALESCE(sum("repostCount"), 0)::int AS "reposts", COALESCE(sum("refreshedCount"), 0)::int AS "refreshes",
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY EXTRACT(EPOCH FROM ("closedAt" - "firstSeenAt")) / 86400)
        FILTER (WHERE "closedAt" >= "firstSeenAt"))::float8 AS "medianDays",
      min("firstSeenAt") AS "firstSeenAt", max("lastSeenAt") AS "lastSeenAt"
    FROM "Posting" WHERE "companyId" = ${companyId}`;
  return (
    row ?? {
      open: 0,
      total: 0,
      closed: 0,
      reposts: 0,
      refreshes: 0,
      medianDays: null,
      firstSeenAt: null,
      lastSeenAt: null,
    }
  );
}

/** Postings of a company first seen, and closed, by month (UTC). */
export async function findCompanyMonths(
  db: Db,
  companyId: string,
): Promise<{ opened: MonthCount[]; closed: MonthCount[] }> {
  const opened = await db.$queryRaw<MonthCount[]>`
    SELECT to_char("firstSeenAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month", count(*)::int AS "n"
    FROM "Posting" WHERE "companyId" = ${companyId} GROUP BY 1 ORDER BY 1`;
  const closed = await db.$queryRaw<MonthCount[]>`
    SELECT to_char("closedAt" AT TIME ZONE 'UTC', 'YYYY-MM') AS "month", count(*)::int AS "n"
    FROM "Posting" WHERE "companyId" = ${companyId} AND "closedAt" IS NOT NULL GROUP BY 1 ORDER BY 1`;
  return { opened, closed };
}

/** The skills that most postings of a company ask for, and the places that most of them name. */
export async function findCompanySkills(db: Db, companyId: string, take: number) {
  return db.$queryRaw<{ id: string; labelEn: string; labelEs: string; n: number }[]>`
    SELECT s."id", s."labelEn", s."labelEs", k."n" FROM (
      SELECT unnest("skillIds") AS "id", count(*)::int AS "n" FROM "Posting" WHERE "companyId" = ${companyId} GROUP BY 1
    ) k JOIN "Skill" s ON s."id" = k."id" ORDER BY k."n" DESC, s."labelEn", s."id" LIMIT ${take}`;
}

/** How many postings of a company have been read for skills. */
export async function countReadPostings(db: Db, companyId: string): Promise<number> {
  return db.posting.count({ where: { companyId, lang: { not: null } } });
}

export async function findCompanyPlaces(db: Db, companyId: string): Promise<{ name: string; n: number }[]> {
  return db.$queryRaw<{ name: string; n: number }[]>`
    SELECT l."name", k."n" FROM (
      SELECT unnest("placeIds") AS "id", count(*)::int AS "n" FROM "Posting" WHERE "companyId" = ${companyId} GROUP BY 1
    ) k JOIN "Place" l ON l."id" = k."id" ORDER BY k."n" DESC, l."name"`;
}

/** One page of a company's open postings, newest first. */
export async function findCompanyOpenPostings(
  db: Db,
  companyId: string,
  page: { after: { at: Date; id: string } | null; take: number },
): Promise<{ id: string; firstSeenAt: Date }[]> {
  const { after } = page;
  return db.posting.findMany({
    where: {
      companyId,
      state: "open",
      ...(after === null
        ? {}
        : { OR: [{ firstSeenAt: { lt: after.at } }, { firstSeenAt: after.at, id: { gt: after.id } }] }),
    },
    select: { id: true, firstSeenAt: true },
    orderBy: [{ firstSeenAt: "desc" }, { id: "asc" }],
    take: page.take,
  });
}

/** A company with the spellings that it was met under. */
export async function loadCompany(db: Db, id: string) {
  return db.company.findUnique({ where: { id }, include: { aliases: { orderBy: { foldedName: "asc" } } } });
}
