import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLogger } from "@/lib/observability/logger";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { MIGRATIONS } from "@/test/template";
import { applyMigrations } from "./migrate";

let database: TestDatabase;
let folder = "";
beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), "atalaya-migrations-"));
  cpSync(MIGRATIONS, folder, { recursive: true });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function addMigration(name: string, sql: string): void {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

test("what is applied is not applied again", async () => {
  expect(await applyMigrations(database.url, folder, silentLogger)).toEqual([]);
});

test("a migration that fails half-way leaves nothing behind and stops the start", async () => {
  addMigration("29990101000000_broken", `CREATE TABLE "Half" ("id" INT); SELECT * FROM "NoSuchTable";`);
  await expect(applyMigrations(database.url, folder, silentLogger)).rejects.toThrow("29990101000000_broken failed");
  const tables = await database.db.$queryRaw<unknown[]>`SELECT 1 FROM pg_tables WHERE tablename = 'Half'`;
  expect(tables).toEqual([]);
  rmSync(path.join(folder, "29990101000000_broken"), { recursive: true });
});

test("two starts at once apply a new migration once", async () => {
  addMigration("29990102000000_extra", `CREATE TABLE "Extra" ("id" INT);`);
  const both = await Promise.all([
    applyMigrations(database.url, folder, silentLogger),
    applyMigrations(database.url, folder, silentLogger),
  ]);
  expect(both.flat()).toEqual(["29990102000000_extra"]);
});

test("an applied migration that was edited is named", async () => {
  writeFileSync(path.join(folder, "29990102000000_extra", "migration.sql"), "SELECT 1;");
  await expect(applyMigrations(database.url, folder, silentLogger)).rejects.toThrow("29990102000000_extra was edited");
});
