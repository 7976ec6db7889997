import { Prisma } from "@/generated/prisma/client";
import type { EmbeddingSubject } from "@/generated/prisma/enums";
import type { Db, Tx } from "../client";

export type EmbeddingKey = { subject: EmbeddingSubject; model: string };

export type VersionToEmbed = {
  id: string;
  title: string;
  text: string;
  lang: string;
  contentHash: string | null;
  /** Ids of the version's skills, required ones first. */
  skillIds: string[];
};

/** Current versions of open postings that are read but have no vector of this model for this reading, by id. */
export async function findVersionsToEmbed(
  db: Db,
  wanted: { model: string; modelVersion: string; inputVersion: string },
  page: { after: string; take: number },
): Promise<VersionToEmbed[]> {
  return db.$queryRaw<VersionToEmbed[]>`
    SELECT v."id", v."title", v."text", COALESCE(v."reading"->>'lang', 'und') AS lang, e."contentHash",
      ARRAY(SELECT s."skillId" FROM "PostingSkill" s WHERE s."versionId" = v."id"
            ORDER BY array_position(ARRAY['required','preferred','mentioned'], s."requirement"), s."skillId") AS "skillIds"
    FROM "Posting" p
    JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    LEFT JOIN "Embedding" e ON e."subject" = 'posting_version' AND e."subjectId" = v."id" AND e."model" = ${wanted.model} AND e."modelVersion" = ${wanted.modelVersion}
    WHERE p."state" = 'open' AND v."readingVersion" = ${wanted.inputVersion} AND v."id" > ${page.after}
      AND (e."subjectId" IS NULL OR e."inputVersion" <> ${wanted.inputVersion})
    ORDER BY v."id" LIMIT ${page.take}`;
}

/** How many current versions of open postings have no vector of this model for this reading. */
export async function countVersionsToEmbed(
  db: Db,
  wanted: { model: string; modelVersion: string; inputVersion: string },
): Promise<number> {
  const rows = await db.$queryRaw<{ n: bigint }[]>`
    SELECT count(*) AS n FROM "Posting" p
    JOIN "PostingVersion" v ON v."id" = p."currentVersionId"
    LEFT JOIN "Embedding" e ON e."subject" = 'posting_version' AND e."subjectId" = v."id" AND e."model" = ${wanted.model} AND e."modelVersion" = ${wanted.modelVersion}
    WHERE p."state" = 'open' AND v."readingVersion" = ${wanted.inputVersion}
      AND (e."subjectId" IS NULL OR e."inputVersion" <> ${wanted.inputVersion})`;
  return Number(rows[0]?.n ?? 0);
}

export type EmbeddingRow = {
  subject: EmbeddingSubject;
  subjectId: string;
  model: string;
  modelVersion: string;
  inputVersion: string;
  contentHash: string;
  vector: readonly number[];
  createdAt: Date;
};

/** Writes vectors in one statement; a vector of the same subject and model is replaced. */
export async function saveEmbeddings(tx: Tx, rows: readonly EmbeddingRow[]): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(
    (row) =>
      Prisma.sql`(${row.subject}::"EmbeddingSubject", ${row.subjectId}, ${row.model}, ${row.modelVersion}, ${row.inputVersion}, ${row.contentHash}, ${`[${row.vector.join(",")}]`}::vector, ${row.createdAt}::timestamptz)`,
  );
  await tx.$executeRaw`
    INSERT INTO "Embedding" ("subject", "subjectId", "model", "modelVersion", "inputVersion", "contentHash", "vector", "createdAt")
    VALUES ${Prisma.join(values)}
    ON CONFLICT ("subject", "subjectId", "model") DO UPDATE SET "modelVersion" = EXCLUDED."modelVersion", "inputVersion" = EXCLUDED."inputVersion",
      "contentHash" = EXCLUDED."contentHash", "vector" = EXCLUDED."vector", "createdAt" = EXCLUDED."createdAt"`;
}

/** Marks vectors whose text did not change with the new reading as up to date. */
export async function confirmEmbeddings(
  tx: Tx,
  model: string,
  inputVersion: string,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await tx.embedding.updateMany({
    where: { subject: "posting_version", model, subjectId: { in: [...subjectIds] } },
    data: { inputVersion },
  });
}

/** Vectors of this model by content hash, for texts that were embedded before. */
export async function findVectorsByContent(
  db: Db,
  model: string,
  modelVersion: string,
  hashes: readonly string[],
): Promise<Map<string, number[]>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.$queryRaw<{ contentHash: string; vector: string }[]>`
    SELECT DISTINCT ON ("contentHash") "contentHash", "vector"::text AS vector FROM "Embedding"
    WHERE "model" = ${model} AND "modelVersion" = ${modelVersion} AND "contentHash" IN (${Prisma.join([...hashes])})`;
  return new Map(rows.map((row) => [row.contentHash, parseVector(row.vector)]));
}

/** The vectors of some subjects by id. */
export async function findVectors(
  db: Db,
  key: EmbeddingKey,
  subjectIds: readonly string[],
): Promise<Map<string, number[]>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await db.$queryRaw<{ subjectId: string; vector: string }[]>`
    SELECT "subjectId", "vector"::text AS vector FROM "Embedding"
    WHERE "subject" = ${key.subject}::"EmbeddingSubject" AND "model" = ${key.model} AND "subjectId" IN (${Prisma.join([...subjectIds])})`;
  return new Map(rows.map((row) => [row.subjectId, parseVector(row.vector)]));
}

function parseVector(text: string): number[] {
  return text.slice(1, -1).split(",").map(Number);
}

/** From this many vectors on, an approximate index beats reading them all (measured in docs/decisions). */
const INDEX_FROM = 20_000;

/** Builds the vector index once there are enough vectors for it to pay; before that every search is exact. */
export async function ensureVectorIndex(db: Db): Promise<boolean> {
  const count = await db.embedding.count({ where: { subject: "posting_version" } });
  if (count < INDEX_FROM) return false;
  await db.$executeRaw`CREATE INDEX IF NOT EXISTS "Embedding_posting_vector_idx" ON "Embedding" USING hnsw ((("vector")::halfvec(512)) halfvec_cosine_ops) WHERE "subject" = 'posting_version'`;
  return true;
}
