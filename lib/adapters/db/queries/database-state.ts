import { z } from "zod";
import type { Db } from "@/lib/adapters/db/client";

export type DatabaseState = {
  /** Name and version of the server, as it states them. */
  server: string;
  /** Version of pgvector in this database; null where it is not installed. */
  vectorVersion: string | null;
  applied: number;
  unfinished: number;
};

const versionRow = z.tuple([z.object({ version: z.string() })]);
const extensionRows = z.array(z.object({ extversion: z.string() }));
const migrationRow = z.tuple([z.object({ applied: z.coerce.number(), unfinished: z.coerce.number() })]);

/** What the doctor asks of a database. Throws what the database throws. */
export async function findDatabaseState(db: Db): Promise<DatabaseState> {
  const [{ version }] = versionRow.parse(await db.$queryRaw`SELECT version() AS version`);
  const extensions = extensionRows.parse(
    await db.$queryRaw`SELECT extversion FROM pg_extension WHERE extname = 'vector'`,
  );
  const [migrations] = migrationRow.parse(
    await db.$queryRaw`SELECT count(*) FILTER (WHERE finished_at IS NOT NULL) AS applied,
      count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS unfinished FROM "_prisma_migrations"`,
  );
  return {
    server: version.split(" ").slice(0, 2).join(" "),
    vectorVersion: extensions[0]?.extversion ?? null,
    ...migrations,
  };
}
