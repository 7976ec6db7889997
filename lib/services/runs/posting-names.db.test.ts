import { afterAll, beforeAll, expect, test } from "vitest";
import type { SystemContext } from "@/lib/services/context/context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { storePosting } from "@/test/store-posting";
import { findCurrentIds, loadAliases } from "./posting-names";

const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let ctx: SystemContext;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = pipelineContext({ db: database.db, now: NOW });
  for (const id of ["second", "third", "x", "y"])
    await storePosting(database.db, { id, at: NOW, wordings: [{ id: `${id}-1` }] });
  await database.db.postingAlias.createMany({
    data: [
      { id: "first", postingId: "second", createdAt: NOW },
      { id: "second", postingId: "third", createdAt: NOW },
      { id: "x", postingId: "y", createdAt: NOW },
      { id: "y", postingId: "x", createdAt: NOW },
    ],
  });
});
afterAll(() => database.close());

test("a posting is followed to the one that it was joined to, however often that one was joined since", async () => {
  const current = await findCurrentIds(ctx, ["first", "second", "third", "gone", "first"]);
  expect([...current]).toEqual([
    ["first", "third"],
    ["second", "third"],
    ["third", "third"],
    ["gone", "gone"],
  ]);
  expect((await loadAliases(ctx)).get("first")).toBe("third");
  expect(await findCurrentIds(ctx, [])).toEqual(new Map());
});

test("postings that were joined in a circle are followed for a while only", async () => {
  expect([...(await findCurrentIds(ctx, ["x"])).keys()]).toEqual(["x"]);
});
