import type { Db, Tx } from "../client";
import { updateRows, writeRows } from "../write-rows";

/** Which versions of postings: the one that stands for each, or also those before it. */
export type VersionScope = "current" | "all";

async function unreadCurrentIds(db: Db, readingVersion: string, page: { after: string; take: number }) {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT v."id" FROM "PostingVersion" v JOIN "Posting" p ON p."currentVersionId" = v."id"
    WHERE v."readingVersion" IS DISTINCT FROM ${readingVersion} AND v."id" > ${page.after}
    ORDER BY v."id" LIMIT ${page.take}`;
  return rows.map(({ id }) => id);
}

/** Versions to be read, whose reading is missing or out of date, in the order of their ids. */
export async function findUnreadVersions(
  db: Db,
  readingVersion: string,
  page: { after: string; take: number; scope: VersionScope },
) {
  const where =
    page.scope === "current"
      ? { id: { in: await unreadCurrentIds(db, readingVersion, page) } }
      : { id: { gt: page.after }, OR: [{ readingVersion: null }, { readingVersion: { not: readingVersion } }] };
  return db.postingVersion.findMany({
    where,
    select: { id: true, title: true, text: true, blocks: true, structured: true, location: true },
    orderBy: { id: "asc" },
    take: page.take,
  });
}

/** How many versions are still to be read. */
export async function countUnreadVersions(
  db: Db,
  readingVersion: string,
  scope: VersionScope = "all",
): Promise<number> {
  if (scope === "all")
    return db.postingVersion.count({
      where: { OR: [{ readingVersion: null }, { readingVersion: { not: readingVersion } }] },
    });
  const rows = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS "n" FROM "PostingVersion" v JOIN "Posting" p ON p."currentVersionId" = v."id"
    WHERE v."readingVersion" IS DISTINCT FROM ${readingVersion}`;
  return Number(rows[0]?.n ?? 0);
}

export type VersionReading = { id: string; readingVersion: string; reading: unknown };
export type SkillRow = { versionId: string; skillId: string; requirement: string; confidence: number; method: string };
export type MentionRow = { versionId: string; skillId: string; field: string; start: number; end: number };
export type PostingFacts = {
  currentVersionId: string;
  lang: string | null;
  seniority: string | null;
  yearsMin: number | null;
  workplace: string | null;
  employmentType: string | null;
  country: string | null;
  eligibility: string[];
  occupationId: string | null;
  salaryMin: number | null;
  salaryMax: number | null;
  salaryCurrency: string | null;
  salaryPeriod: string | null;
  skillIds: string[];
};

/** Replaces the readings of some versions, and the facts of the postings whose current version they are. */
export async function saveReadings(
  tx: Tx,
  readings: { versions: VersionReading[]; skills: SkillRow[]; mentions: MentionRow[]; facts: PostingFacts[] },
): Promise<void> {
  await tx.postingSkill.deleteMany({ where: { versionId: { in: readings.versions.map((version) => version.id) } } });
  await writeRows(tx, "PostingSkill", readings.skills, { key: ["versionId", "skillId"], update: [] });
  await writeRows(tx, "Mention", readings.mentions, { key: ["versionId", "skillId", "field", "start"], update: [] });
  await updateRows(tx, "PostingVersion", readings.versions, ["id"]);
  await updateRows(tx, "Posting", readings.facts, ["currentVersionId"]);
}

/**
 * Postings whose current version was read before it became theirs (an earlier wording returned, or listings were regrouped) get the facts
 * of that reading. Returns how many changed.
 */
export async function syncFacts(tx: Tx, readingVersion: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Posting" p SET "lang" = f."lang", "seniority" = f."seniority", "yearsMin" = f."yearsMin", "workplace" = f."workplace",
      "employmentType" = f."employmentType", "salaryMin" = f."min", "salaryMax" = f."max", "salaryCurrency" = f."currency",
      "salaryPeriod" = f."period", "country" = f."country", "occupationId" = f."occupationId",
      "eligibility" = f."eligibility", "skillIds" = f."skillIds"
    FROM (
      SELECT q."id", v."reading"->>'lang' AS "lang", v."reading"->>'seniority' AS "seniority",
        (v."reading"->>'yearsMin')::float8 AS "yearsMin", v."reading"->>'workplace' AS "workplace",
        v."reading"->>'employmentType' AS "employmentType", (v."reading"->'salary'->>'min')::float8 AS "min",
        (v."reading"->'salary'->>'max')::float8 AS "max", v."reading"->'salary'->>'currency' AS "currency",
        v."reading"->'salary'->>'period' AS "period", coalesce(v."reading"->>'country', (SELECT l."country" FROM "Place" l WHERE l."id" = q."placeId")) AS "country",
        v."reading"->'occupation'->>'id' AS "occupationId",
        ARRAY(SELECT jsonb_array_elements_text(coalesce(nullif(v."reading"->'eligibility', 'null')->'countries', '[]')))
          || ARRAY(SELECT jsonb_array_elements_text(coalesce(nullif(v."reading"->'eligibility', 'null')->'regions', '[]'))) AS "eligibility",
        ARRAY(SELECT s."skillId" FROM "PostingSkill" s WHERE s."versionId" = v."id" ORDER BY s."skillId" COLLATE "C") AS "skillIds"
      FROM "Posting" q JOIN "PostingVersion" v ON v."id" = q."currentVersionId" WHERE v."readingVersion" = ${readingVersion}
    ) f
    WHERE f."id" = p."id" AND (p."lang", p."seniority", p."yearsMin", p."workplace", p."employmentType", p."salaryMin", p."salaryMax",
        p."salaryCurrency", p."salaryPeriod", p."country", p."occupationId", p."eligibility", p."skillIds")
      IS DISTINCT FROM (f."lang", f."seniority", f."yearsMin", f."workplace", f."employmentType", f."min", f."max", f."currency",
        f."period", f."country", f."occupationId", f."eligibility", f."skillIds")`;
}

/** What one unit of a currency per period is worth a year. */
export type YearlyWorth = { currency: string; period: string; usd: number };

/** Pay as whole US dollars of a full year, for all postings: the middle of the range; null where the worth is not known. Returns how many changed. */
export async function syncAnnualPay(tx: Tx, worths: readonly YearlyWorth[]): Promise<number> {
  const known = JSON.stringify(worths);
  const paid = await tx.$executeRaw`
    WITH worth AS MATERIALIZED (
      SELECT * FROM jsonb_to_recordset(${known}::jsonb) AS f("currency" text, "period" text, "usd" float8)
    )
    UPDATE "Posting" p SET "salaryAnnualUsd" = round(((p."salaryMin" + p."salaryMax") / 2 * w."usd")::numeric)::float8
    FROM worth w
    WHERE w."currency" = p."salaryCurrency" AND w."period" = p."salaryPeriod"
      AND p."salaryAnnualUsd" IS DISTINCT FROM round(((p."salaryMin" + p."salaryMax") / 2 * w."usd")::numeric)::float8`;
  const unpaid = await tx.$executeRaw`
    WITH worth AS MATERIALIZED (
      SELECT "currency" || ' ' || "period" AS "pair"
      FROM jsonb_to_recordset(${known}::jsonb) AS f("currency" text, "period" text)
    )
    UPDATE "Posting" p SET "salaryAnnualUsd" = NULL
    WHERE p."salaryAnnualUsd" IS NOT NULL
      AND (p."salaryCurrency" IS NULL OR p."salaryCurrency" || ' ' || p."salaryPeriod" NOT IN (SELECT "pair" FROM worth))`;
  return paid + unpaid;
}
