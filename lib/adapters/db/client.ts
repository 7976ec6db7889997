import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/generated/prisma/client";

/** The database as queries see it: the client itself or a transaction's own handle. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$use" | "$extends">;

/** A handle inside a transaction: no nested transaction can be opened from it. */
export type Tx = Omit<Db, "$transaction">;

/** A connected client. `close` waits for its pool. */
export type Database = { db: Db; close(): Promise<void> };

/** Connects to PostgreSQL or to the embedded database's socket; both speak the same protocol. */
export function connectDatabase(url: string, options: { poolMax?: number } = {}): Database {
  const adapter = new PrismaPg({ connectionString: url, max: options.poolMax ?? 8, connectionTimeoutMillis: 60_000 });
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 60_000, timeout: 120_000 } });
  return { db: client, close: () => client.$disconnect() };
}
