import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "./client";
import { storableJson } from "./storable-json";

type Row = Readonly<Record<string, unknown>>;

function quoted(name: string): Prisma.Sql {
  return Prisma.raw(`"${name.replaceAll('"', '""')}"`);
}

function columnsOf(rows: readonly Row[]): string[] {
  return Object.keys(rows[0] ?? {});
}

/**
 * Inserts rows in one statement; rows whose key is taken get the named columns updated, or are left alone where none
 * is named. All rows have the same columns; values are JSON (a Date becomes its ISO text).
 */
export async function writeRows(
  tx: Tx,
  table: Prisma.ModelName,
  rows: readonly Row[],
  conflict: { key: readonly string[]; update: readonly string[] },
): Promise<number> {
  if (rows.length === 0) return 0;
  const columns = Prisma.join(columnsOf(rows).map(quoted));
  const key = Prisma.join(conflict.key.map(quoted));
  const update =
    conflict.update.length === 0
      ? Prisma.sql`DO NOTHING`
      : Prisma.sql`DO UPDATE SET ${Prisma.join(conflict.update.map((column) => Prisma.sql`${quoted(column)} = EXCLUDED.${quoted(column)}`))}`;
  return tx.$executeRaw`
    INSERT INTO ${quoted(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted(table)}, ${storableJson(rows)}::jsonb)
    ON CONFLICT (${key}) ${update}`;
}

/** Updates the named columns of existing rows in one statement; rows that are not there are passed over. */
export async function updateRows(
  tx: Tx,
  table: Prisma.ModelName,
  rows: readonly Row[],
  key: readonly string[],
): Promise<number> {
  if (rows.length === 0) return 0;
  const set = columnsOf(rows).filter((column) => !key.includes(column));
  return tx.$executeRaw`
    UPDATE ${quoted(table)} AS t
    SET ${Prisma.join(set.map((column) => Prisma.sql`${quoted(column)} = r.${quoted(column)}`))}
    FROM jsonb_populate_recordset(NULL::${quoted(table)}, ${storableJson(rows)}::jsonb) AS r
    WHERE ${Prisma.join(
      key.map((column) => Prisma.sql`t.${quoted(column)} = r.${quoted(column)}`),
      " AND ",
    )}`;
}
