import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { vector } from "@electric-sql/pglite-pgvector";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import { applyMigrations, readMigrations } from "@/lib/adapters/db/migrate";
import { silentLogger } from "@/lib/observability/logger";

export const MIGRATIONS = path.join(process.cwd(), "prisma", "migrations");
const CACHE = path.join(process.cwd(), "node_modules", ".cache", "atalaya-test");

/** Changes with every migration, so that a template is never older than the schema. */
export function schemaHash(): string {
  const names = readMigrations(MIGRATIONS).map((migration) => migration.name + migration.checksum);
  return createHash("sha256").update(names.join("\n")).digest("hex").slice(0, 16);
}

/** The dump of an embedded database with all migrations applied; made once per schema. */
export async function embeddedTemplate(): Promise<Blob> {
  const file = path.join(CACHE, `template-${schemaHash()}.tar`);
  if (!existsSync(file)) await makeTemplate(file);
  return new Blob([readFileSync(file)]);
}

async function makeTemplate(file: string): Promise<void> {
  const db = await PGlite.create({ extensions: { vector } });
  const port = 20_000 + (process.pid % 20_000);
  const server = new PGLiteSocketServer({ db, port, host: "127.0.0.1", maxConnections: 5 });
  await server.start();
  await applyMigrations(`postgresql://postgres@127.0.0.1:${port}/postgres?sslmode=disable`, MIGRATIONS, silentLogger);
  await server.stop();
  const dump = await db.dumpDataDir("none");
  await db.close();
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.from(await dump.arrayBuffer()));
  renameSync(`${file}.${process.pid}`, file);
}
