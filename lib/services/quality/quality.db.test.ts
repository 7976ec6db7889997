import { afterAll, beforeAll, expect, test } from "vitest";
import type { SystemContext, UserContext } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { ensureSource } from "@/lib/services/sources/ensure-sources";
import { getCoverage } from "./get-coverage";
import { getScoreboard, recordScoreboard } from "./scoreboard";

const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let ctx: SystemContext;
let user: UserContext;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: NOW });
  user = { ...ctx, actor: { kind: "user", userId: "u", role: "user", sessionId: "s" } };
});
afterAll(() => database.close());

test("the scoreboard that was recorded last is shown with its versions", async () => {
  expect(await getScoreboard(ctx)).toBeNull();
  const row = { suite: "fields", dataset: "gold", n: 3, metric: "pay", baseline: null, floor: 0.9, ok: true };
  await recordScoreboard(ctx, [{ ...row, value: 0.5 }]);
  await recordScoreboard(ctx, [{ ...row, value: 0.95 }]);
  expect(await getScoreboard(ctx)).toMatchObject({ taxonomyVersion: ctx.taxonomy().version, rows: [{ value: 0.95 }] });
});

test("coverage counts what open postings say, by language and by the name of the source", async () => {
  const at = { firstSeenAt: NOW, lastSeenAt: NOW, trendAt: NOW };
  const base = { ...at, title: "T", contentKey: "k", searchText: "t", currentVersionId: "v" };
  await database.db.posting.createMany({
    data: [
      { ...base, id: "a", lang: "es", skillIds: ["x", "y", "z"], sourceIds: ["one", "two"], seniority: "mid" },
      { ...base, id: "b", skillIds: ["x"], sourceIds: ["one"], yearsMin: 2 },
      { ...base, id: "c", lang: "es", state: "closed", skillIds: [], sourceIds: ["one"] },
    ],
  });
  const board = { id: "one", name: "Board One", adapter: "jsonld", startUrls: ["https://board.example/jobs"] };
  await ensureSource(ctx, board, { isDemo: false });
  const { languages, sources } = await getCoverage(ctx);
  expect(languages.map(({ name, n, skills, years }) => [name, n, skills, years])).toEqual([
    ["es", 1, 1, 0],
    ["und", 1, 0, 1],
  ]);
  expect(sources.map(({ name, n, seniority }) => [name, n, seniority])).toEqual([
    ["Board One", 2, 1],
    ["two", 1, 1],
  ]);
});

test("both are there for administrators only", async () => {
  const hidden = { code: "not_found" };
  await expect(getScoreboard(user)).rejects.toMatchObject(hidden);
  await expect(recordScoreboard(user, [])).rejects.toMatchObject(hidden);
  await expect(getCoverage(user)).rejects.toMatchObject(hidden);
});
