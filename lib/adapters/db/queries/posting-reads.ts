import { Prisma } from "@/generated/prisma/client";
import type { Db } from "../client";

/** A list's limits, ready for the database: folded words, resolved instants. Null and empty mean no limit. */
export type PostingWhere = {
  words: readonly string[];
  state: "open" | "closed" | null;
  /** Folded part of a place's name, of its city or of its region. */
  place: string | null;
  /** ISO 3166-1 alpha-2, any of them. */
  countries: readonly string[];
  workplaces: readonly string[];
  seniorities: readonly string[];
  /** All of them are asked for. */
  skillIds: readonly string[];
  sourceIds: readonly string[];
  langs: readonly string[];
  postedSince: Date | null;
  seenSince: Date | null;
  seenUntil: Date | null;
  hasPay: boolean;
};

/** Where a page begins: after this row in the order of the list. */
export type PostingCursor = { rank: number; at: Date; id: string };

export type PostingKey = { id: string; rank: number; firstSeenAt: Date };

const ACCENTED = "áéíóúüñàèìòùâêîôûãõçäëïö";
const PLAIN = "aeiouunaeiouaeiouaocaeio";

function folded(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`translate(lower(${column}), ${ACCENTED}, ${PLAIN})`;
}

function wordQuery(word: string, isLast: boolean): Prisma.Sql {
  if (!isLast) return Prisma.sql`phraseto_tsquery('simple', ${word})`;
  // The words have no quotes and no backslashes left, so they can stand quoted in a query with a prefix mark.
  return Prisma.sql`(phraseto_tsquery('simple', ${word}) || to_tsquery('simple', ${`'${word}':*`}))`;
}

function queriesOf(words: readonly string[]): Prisma.Sql[] {
  return words.map((word, index) => wordQuery(word, index === words.length - 1));
}

function conditions(where: PostingWhere): Prisma.Sql[] {
  const all: Prisma.Sql[] = [Prisma.sql`TRUE`];
  if (where.words.length > 0)
    all.push(Prisma.sql`to_tsvector('simple', p."searchText") @@ (${Prisma.join(queriesOf(where.words), " && ")})`);
  if (where.state !== null) all.push(Prisma.sql`p."state" = ${where.state}::"OpenState"`);
  if (where.place !== null)
    all.push(
      Prisma.sql`p."placeIds" && ARRAY(SELECT l."id" FROM "Place" l WHERE strpos(${folded(Prisma.sql`concat_ws(' | ', l."name", l."city", l."region")`)}, ${where.place}) > 0)`,
    );
  if (where.countries.length > 0) all.push(Prisma.sql`p."country" IN (${Prisma.join(where.countries)})`);
  if (where.workplaces.length > 0) all.push(Prisma.sql`p."workplace" IN (${Prisma.join(where.workplaces)})`);
  if (where.seniorities.length > 0) all.push(Prisma.sql`p."seniority" IN (${Prisma.join(where.seniorities)})`);
  if (where.skillIds.length > 0) all.push(Prisma.sql`p."skillIds" @> ${[...where.skillIds]}::text[]`);
  if (where.sourceIds.length > 0) all.push(Prisma.sql`p."sourceIds" && ${[...where.sourceIds]}::text[]`);
  if (where.langs.length > 0) all.push(Prisma.sql`COALESCE(p."lang", 'und') IN (${Prisma.join(where.langs)})`);
  if (where.postedSince !== null) all.push(Prisma.sql`p."postedAt" >= ${where.postedSince}`);
  if (where.seenSince !== null) all.push(Prisma.sql`p."firstSeenAt" >= ${where.seenSince}`);
  if (where.seenUntil !== null) all.push(Prisma.sql`p."firstSeenAt" <= ${where.seenUntil}`);
  if (where.hasPay) all.push(Prisma.sql`p."salaryMin" IS NOT NULL`);
  return all;
}

/** How much of the search stands in the title, 0 for none; cheap, because titles are short. */
function rankOf(words: readonly string[]): Prisma.Sql {
  if (words.length === 0) return Prisma.sql`0::float8`;
  const any = Prisma.join(queriesOf(words), " || ");
  return Prisma.sql`ts_rank(to_tsvector('simple', ${folded(Prisma.sql`p."title"`)}), ${any})::float8`;
}

/**
 * One page of keys: by how much of the search stands in the title where `byRank`, then newest first seen, then id. Walked by
 * key, so a page far down costs what the first one does, and rows that arrive meanwhile shift nothing.
 */
export async function findPostingKeys(
  db: Db,
  where: PostingWhere,
  page: { byRank: boolean; after: PostingCursor | null; take: number },
): Promise<PostingKey[]> {
  const rank = page.byRank ? rankOf(where.words) : Prisma.sql`0::float8`;
  const { after } = page;
  const beyond =
    after === null
      ? Prisma.sql`TRUE`
      : Prisma.sql`(k."rank" < ${after.rank} OR (k."rank" = ${after.rank} AND
          (k."firstSeenAt" < ${after.at} OR (k."firstSeenAt" = ${after.at} AND k."id" > ${after.id}))))`;
  return db.$queryRaw<PostingKey[]>`
    SELECT k."id", k."rank", k."firstSeenAt" FROM (
      SELECT p."id", ${rank} AS "rank", p."firstSeenAt" FROM "Posting" p WHERE ${Prisma.join(conditions(where), " AND ")}
    ) k WHERE ${beyond} ORDER BY k."rank" DESC, k."firstSeenAt" DESC, k."id" ASC LIMIT ${page.take}`;
}

/** How many postings a list has in all. */
export async function countPostings(db: Db, where: PostingWhere): Promise<number> {
  const rows = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Posting" p WHERE ${Prisma.join(conditions(where), " AND ")}`;
  return Number(rows[0]?.n ?? 0);
}

const summarySelect = {
  id: true,
  title: true,
  state: true,
  firstSeenAt: true,
  lastSeenAt: true,
  postedAt: true,
  closedAt: true,
  repostCount: true,
  refreshedCount: true,
  reopenedCount: true,
  listingCount: true,
  placeIds: true,
  versionCount: true,
  currentVersionId: true,
  isDemo: true,
  lang: true,
  seniority: true,
  workplace: true,
  salaryMin: true,
  salaryMax: true,
  salaryCurrency: true,
  salaryPeriod: true,
  sourceIds: true,
  company: { select: { id: true, name: true } },
  place: { select: { name: true, country: true, region: true, city: true } },
} as const;

/** Postings as a list shows them, in the order of the ids; ids that are gone are left out. */
export async function loadPostingSummaries(db: Db, ids: readonly string[]) {
  const rows = await db.posting.findMany({ where: { id: { in: [...ids] } }, select: summarySelect });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export type PostingSummaryRow = Awaited<ReturnType<typeof loadPostingSummaries>>[number];

/** Skills of some versions: required first, then by label. */
export async function loadVersionSkills(db: Db, versionIds: readonly string[]) {
  return db.postingSkill.findMany({
    where: { versionId: { in: [...versionIds] } },
    select: {
      versionId: true,
      skillId: true,
      requirement: true,
      skill: { select: { kind: true, labelEn: true, labelEs: true } },
    },
    orderBy: [{ skillId: "asc" }],
  });
}

/** One posting with everything that its page shows. */
export async function loadPostingPage(db: Db, id: string) {
  return db.posting.findUnique({
    where: { id },
    include: {
      company: true,
      place: true,
      listings: { include: { source: true }, orderBy: [{ firstSeenAt: "asc" }, { id: "asc" }] },
      versions: {
        select: {
          id: true,
          listingId: true,
          number: true,
          title: true,
          company: true,
          location: true,
          text: true,
          blocks: true,
          observedAt: true,
          reading: true,
          aiReading: true,
          structured: true,
        },
        orderBy: { number: "asc" },
      },
    },
  });
}

/** Skills of one version with all their spans. */
export async function loadVersionMentions(db: Db, versionId: string) {
  return db.postingSkill.findMany({
    where: { versionId },
    include: {
      skill: { select: { kind: true, labelEn: true, labelEs: true } },
      mentions: { select: { field: true, start: true, end: true }, orderBy: [{ field: "asc" }, { start: "asc" }] },
    },
    orderBy: { skillId: "asc" },
  });
}

/** Nearest vectors looked at for each posting wanted: some belong to closed postings or to earlier versions. */
const CANDIDATES_EACH = 6;

/**
 * Open postings nearest in meaning to a version, over the vectors of the newest model it has one of: by exact scan, and by
 * the approximate index once there is one. The expression and the condition are those of the index.
 */
export async function findSimilarPostings(
  db: Db,
  version: { versionId: string; postingId: string },
  take: number,
): Promise<{ id: string; similarity: number }[]> {
  const [me] = await db.$queryRaw<{ vector: string; model: string; modelVersion: string }[]>`
    SELECT "vector"::text AS vector, "model", "modelVersion" FROM "Embedding"
    WHERE "subject" = 'posting_version' AND "subjectId" = ${version.versionId} ORDER BY "createdAt" DESC, "model" LIMIT 1`;
  if (me === undefined) return [];
  return db.$queryRaw<{ id: string; similarity: number }[]>`
    WITH near AS (
      SELECT "subjectId", ("vector"::halfvec(512)) <=> ${me.vector}::halfvec(512) AS distance FROM "Embedding"
      WHERE "subject" = 'posting_version' AND "model" = ${me.model} AND "modelVersion" = ${me.modelVersion}
      ORDER BY ("vector"::halfvec(512)) <=> ${me.vector}::halfvec(512) LIMIT ${take * CANDIDATES_EACH}
    )
    SELECT p."id", (1 - near.distance)::float8 AS similarity
    FROM near JOIN "Posting" p ON p."currentVersionId" = near."subjectId"
    WHERE p."state" = 'open' AND p."id" <> ${version.postingId}
    ORDER BY near.distance, p."id" LIMIT ${take}`;
}

/** Skills whose English or Spanish label contains some folded words, those that begin with them first, then the most asked for. */
export async function findSkillsByWords(db: Db, words: string, take: number) {
  const en = folded(Prisma.sql`s."labelEn"`);
  const es = folded(Prisma.sql`s."labelEs"`);
  return db.$queryRaw<{ id: string; labelEn: string; labelEs: string }[]>`
    SELECT s."id", s."labelEn", s."labelEs" FROM "Skill" s
    WHERE strpos(${en}, ${words}) > 0 OR strpos(${es}, ${words}) > 0
    ORDER BY LEAST(NULLIF(strpos(${en}, ${words}), 0), NULLIF(strpos(${es}, ${words}), 0)), length(s."labelEn"), s."id"
    LIMIT ${take}`;
}
