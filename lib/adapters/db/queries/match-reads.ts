import { Prisma } from "@/generated/prisma/client";
import type { Db } from "../client";

/** What filtering and ranking a list of matches needs of each. */
export type RankedMatchRow = {
  id: string;
  score: number;
  band: string;
  lang: string | null;
  seniority: string | null;
  workplace: string | null;
  sourceIds: string[];
  firstSeenAt: Date;
};

/**
 * The kept matches of a user's résumé version with open postings, in ranking order: score, confidence, skills part (unknown
 * last), then posting id by code unit. At most as many as are kept for a résumé.
 */
export async function listRankedMatches(
  db: Db,
  wanted: { userId: string; resumeVersionId: string },
): Promise<RankedMatchRow[]> {
  return db.$queryRaw<RankedMatchRow[]>`
    SELECT m."id", m."score", m."band", p."lang", p."seniority", p."workplace", p."sourceIds", p."firstSeenAt"
    FROM "Match" m JOIN "Posting" p ON p."id" = m."postingId"
    WHERE m."userId" = ${wanted.userId} AND m."resumeVersionId" = ${wanted.resumeVersionId} AND p."state" = 'open'
    ORDER BY m."score" DESC, m."confidence" DESC, COALESCE((m."parts"->>'skills')::float8, -1) DESC, m."postingId" COLLATE "C"`;
}

const POSTING_FACTS = {
  id: true,
  title: true,
  state: true,
  trendAt: true,
  firstSeenAt: true,
  lastSeenAt: true,
  closedAt: true,
  workplace: true,
  seniority: true,
  lang: true,
  yearsMin: true,
  salaryMin: true,
  salaryMax: true,
  salaryCurrency: true,
  salaryPeriod: true,
  sourceIds: true,
  company: { select: { name: true } },
  place: { select: { name: true, country: true, region: true, city: true } },
} as const;

/** Some matches of a user with what a list shows of their postings, by match id. */
export async function loadListedMatches(db: Db, owned: { userId: string; ids: readonly string[] }) {
  const rows = await db.match.findMany({
    where: { id: { in: [...owned.ids] }, userId: owned.userId, resumeVersion: { resume: { deletedAt: null } } },
    select: {
      id: true,
      score: true,
      band: true,
      confidence: true,
      parts: true,
      evidence: true,
      weights: true,
      posting: { select: POSTING_FACTS },
    },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListedMatchRow = Awaited<ReturnType<typeof loadListedMatches>> extends Map<string, infer Row> ? Row : never;

/** One match of a user with the résumé version that it was computed on; null where it is not there or not theirs. */
export async function findOwnMatch(db: Db, owned: { id: string; userId: string }) {
  return db.match.findFirst({
    where: { ...owned, resumeVersion: { resume: { deletedAt: null } } },
    omit: { userId: true },
  });
}

/** The match of a user's résumé version with a posting, where one is kept. */
export async function findKeptMatch(db: Db, owned: { userId: string; resumeVersionId: string; postingId: string }) {
  return db.match.findFirst({ where: owned, select: { id: true } });
}

/** A posting with its advertisements (open first, then the ones seen last), for "apply at the source". */
export async function findPostingWithListings(db: Db, id: string) {
  return db.posting.findUnique({
    where: { id },
    select: {
      ...POSTING_FACTS,
      currentVersionId: true,
      listings: {
        orderBy: [{ state: "asc" }, { lastSeenAt: "desc" }, { id: "asc" }],
        select: {
          id: true,
          url: true,
          state: true,
          lastSeenAt: true,
          closedAt: true,
          source: { select: { name: true, attribution: true } },
        },
      },
    },
  });
}

/** The text of one posting version. */
export async function findPostingText(db: Db, version: { id: string; postingId: string }) {
  return db.postingVersion.findFirst({
    where: version,
    select: { id: true, number: true, title: true, text: true, blocks: true, reading: true },
  });
}

/** Versions of open postings among a résumé version's kept matches that ask for at least one of some skills. */
export async function listMatchedAsking(
  db: Db,
  wanted: { userId: string; resumeVersionId: string; skillIds: readonly string[] },
): Promise<{ postingId: string; versionId: string }[]> {
  if (wanted.skillIds.length === 0) return [];
  return db.$queryRaw<{ postingId: string; versionId: string }[]>`
    SELECT m."postingId", m."postingVersionId" AS "versionId"
    FROM "Match" m JOIN "Posting" p ON p."id" = m."postingId"
    WHERE m."userId" = ${wanted.userId} AND m."resumeVersionId" = ${wanted.resumeVersionId} AND p."state" = 'open'
      AND p."skillIds" && ARRAY[${Prisma.join([...wanted.skillIds])}]::text[]
    ORDER BY m."postingId" COLLATE "C"`;
}

/** How many matches of a version are kept. */
export async function countKeptMatches(db: Db, wanted: { userId: string; resumeVersionId: string }): Promise<number> {
  return db.match.count({ where: wanted });
}

/** The résumés of a user (newest first) with their versions (newest first) and how many matches each keeps. */
export async function listMatchableResumes(db: Db, userId: string) {
  return db.resume.findMany({
    where: { userId, deletedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      versions: {
        orderBy: { number: "desc" },
        select: { id: true, number: true, createdAt: true, _count: { select: { matches: true } } },
      },
    },
  });
}
