import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { listAdapters } from "@/lib/adapters/sources/registry";
import { sourceConfig } from "@/lib/adapters/sources/source-config";
import type { UserContext } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { temporaryFolder } from "@/test/temporary-folder";
import { ensureBuiltInSources } from "./ensure-sources";
import { loadSourcesFile } from "./load-sources-file";
import { saveSource } from "./save-source";
import { setSourceEnabled } from "./set-source-enabled";

const BOARD = {
  id: "town-hall",
  name: "Town hall",
  adapter: "jsonld",
  startUrls: ["https://jobs.example.org/sitemap.xml"],
};
const folder = temporaryFolder();

let database: TestDatabase;
let admin: UserContext;

function acting(role: "user" | "admin"): UserContext {
  return { ...pipelineContext({ db: database.db }), actor: { kind: "user", userId: role, role, sessionId: "s" } };
}

const stored = (id: string) => database.db.source.findUniqueOrThrow({ where: { id } });

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.source.deleteMany();
  await database.db.auditLog.deleteMany();
  admin = acting("admin");
});

test("every adapter's own sources are listed from the first start; a second start changes nothing", async () => {
  await ensureBuiltInSources(admin);
  const first = await database.db.source.findMany({ orderBy: { id: "asc" } });
  expect(first.map(({ id }) => id)).toEqual(
    listAdapters()
      .flatMap(({ builtIn }) => builtIn.map(({ id }) => id))
      .sort(),
  );
  await ensureBuiltInSources(admin);
  expect(await database.db.source.findMany({ orderBy: { id: "asc" } })).toEqual(first);
});

test("an administrator adds a source and changes it; both are in the audit log, and a restart keeps the change", async () => {
  await expect(saveSource(admin, BOARD)).resolves.toEqual({ sourceId: "town-hall", isNew: true });
  await saveSource(admin, { ...BOARD, name: "Town hall of Arrecife" });
  await ensureBuiltInSources(admin);
  expect(await stored("town-hall")).toMatchObject({ name: "Town hall of Arrecife", enabled: true });
  const log = await database.db.auditLog.findMany({ orderBy: { id: "asc" } });
  expect(log.map(({ action, actorId }) => [action, actorId])).toEqual([
    ["source.added", "admin"],
    ["source.changed", "admin"],
  ]);
});

test("what an administrator changed about a built-in source outlives a restart", async () => {
  await ensureBuiltInSources(admin);
  const { config } = await stored("remoteok");
  await saveSource(admin, { ...sourceConfig.parse(config), cadenceMinutes: 720 });
  await ensureBuiltInSources(admin);
  expect((await stored("remoteok")).cadenceMinutes).toBe(720);
});

test("a bad entry is refused with every mistake, and nothing is stored", async () => {
  await expect(saveSource(admin, { ...BOARD, startUrls: ["nowhere"], cadenceMinutes: 1 })).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.stringMatching(/startUrls\.0.*cadenceMinutes/),
  });
  expect(await database.db.source.count()).toBe(0);
});

test("a source cannot change its adapter, and one of the sources file is changed there only", async () => {
  await saveSource(admin, BOARD);
  await expect(saveSource(admin, { ...BOARD, adapter: "remoteok" })).rejects.toMatchObject({ code: "conflict" });
  const file = path.join(folder, "sources.json");
  writeFileSync(file, JSON.stringify([{ ...BOARD, id: "from-file" }, { id: "bad" }]));
  const entries = await loadSourcesFile(admin, file);
  expect(entries.map(({ problem }) => problem === null)).toEqual([true, false]);
  expect(await stored("from-file")).toMatchObject({ enabled: true });
  await expect(saveSource(admin, { ...BOARD, id: "from-file" })).rejects.toMatchObject({ code: "conflict" });
});

test("nobody but an administrator keeps sources", async () => {
  await expect(saveSource(acting("user"), BOARD)).rejects.toMatchObject({ code: "not_found" });
  expect(await database.db.source.count()).toBe(0);
});

test("turning a source off and on needs an administrator and a source", async () => {
  await saveSource(admin, BOARD);
  await setSourceEnabled(admin, { sourceId: "town-hall", enabled: false });
  expect((await stored("town-hall")).enabled).toBe(false);
  await expect(setSourceEnabled(admin, { sourceId: "none", enabled: true })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(setSourceEnabled(acting("user"), { sourceId: "town-hall", enabled: true })).rejects.toMatchObject({
    code: "not_found",
  });
});
