import pg from "pg";
import { z } from "zod";

/** What an import leaves behind. Left out: the registry of runs, leases, queues and accounts, which tell how it came about. */
const TABLES = [
  "Source",
  "RawDocument",
  "Listing",
  "ListingFingerprint",
  "DedupeDecision",
  "Company",
  "CompanyAlias",
  "Place",
  "Posting",
  "PostingAlias",
  "PostingVersion",
  "Skill",
  "PostingSkill",
  "Mention",
  "Embedding",
  "CorpusStatistics",
  "TrendCell",
  "Match",
] as const;

const rowSchema = z.tuple([z.object({ rows: z.coerce.number(), hash: z.string().nullable() })]);

export type TableHash = { table: string; rows: number; hash: string };

/** What tells how a row came about rather than what it says: attempts and waits of a fetch, the random id of a run. */
const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  RawDocument: ["provenance"],
  Source: ["snapshotRunId"],
};

/** For every table the number of its rows and a hash of them that does not depend on their order. */
export async function hashTables(url: string): Promise<TableHash[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const hashes: TableHash[] = [];
    for (const table of TABLES) {
      const { rows } = await client.query(
        `SELECT count(*) AS rows, md5(string_agg(row_hash, '' ORDER BY row_hash)) AS hash
         FROM (SELECT md5((to_jsonb(t) - $1::text[])::text) AS row_hash FROM "${table}" t) AS hashed`,
        [LEFT_OUT[table] ?? []],
      );
      const [row] = rowSchema.parse(rows);
      hashes.push({ table, rows: row.rows, hash: row.hash ?? "" });
    }
    return hashes;
  } finally {
    await client.end();
  }
}
