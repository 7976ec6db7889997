import { randomUUID } from "node:crypto";
import pg from "pg";
import { connectDatabase, type Db } from "@/lib/adapters/db/client";
import { applyMigrations } from "@/lib/adapters/db/migrate";
import { serveDatabase } from "@/lib/adapters/embedded/serve-database";
import { silentLogger } from "@/lib/observability/logger";
import { testServer } from "./environment";
import { embeddedTemplate, MIGRATIONS, schemaHash } from "./template";

/** A migrated database that one test file has to itself. */
export type TestDatabase = { url: string; db: Db; close(): Promise<void> };

/** Embedded by default; a fresh copy of a migrated template on the server of `DATABASE_URL` where that is set. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  return server === null ? embedded() : onServer(server);
}

async function embedded(): Promise<TestDatabase> {
  const served = await serveDatabase({ template: await embeddedTemplate() });
  const database = connectDatabase(served.url, { poolMax: 6 });
  return {
    url: served.url,
    db: database.db,
    close: async () => {
      await database.close();
      await served.close();
    },
  };
}

async function onServer(server: string): Promise<TestDatabase> {
  const template = `atalaya_template_${schemaHash()}`;
  const name = `atalaya_test_${randomUUID().replaceAll("-", "")}`;
  await asAdmin(server, async (client) => {
    const { rows } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [template]);
    if (rows.length === 0) {
      await client.query(`CREATE DATABASE "${template}"`);
      await applyMigrations(urlOf(server, template), MIGRATIONS, silentLogger);
    }
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  const url = urlOf(server, name);
  const database = connectDatabase(url, { poolMax: 6 });
  return {
    url,
    db: database.db,
    close: async () => {
      await database.close();
      await asAdmin(server, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      });
    },
  };
}

function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.toString();
}

async function asAdmin(server: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
