import { afterAll, beforeAll, expect, test } from "vitest";
import type { UserContext } from "@/lib/services/context/context";
import { runReread } from "@/lib/services/pipeline/run-reread";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { pipelineContext } from "@/test/pipeline-context";
import { storePosting } from "@/test/store-posting";
import { countOutdated } from "./count-outdated";
import { findRereadUnderWay, requestReread } from "./request-reread";

const NOW = new Date("2026-11-22T12:00:00Z");
let database: TestDatabase;
let world: ReturnType<typeof pipelineContext>;
const as = (role: "user" | "admin"): UserContext => ({
  ...world,
  actor: { kind: "user", userId: role, role, sessionId: "s" },
});

beforeAll(async () => {
  database = await createTestDatabase();
  world = pipelineContext({ db: database.db, now: NOW });
  // Each with a wording that was replaced, and the one that stands.
  for (const id of ["a", "b"])
    await storePosting(database.db, { id, at: NOW, wordings: [{ id: `${id}-1` }, { id: `${id}-2` }] });
});
afterAll(() => database.close());

test("to anybody but an administrator there is nothing to count, follow or start", async () => {
  const hidden = { code: "not_found" };
  await expect(countOutdated(as("user"))).rejects.toMatchObject(hidden);
  await expect(findRereadUnderWay(as("user"))).rejects.toMatchObject(hidden);
  await expect(requestReread(as("user"))).rejects.toMatchObject(hidden);
});

test("a request queues a run that the page can follow; a second one is answered with the same", async () => {
  expect(await findRereadUnderWay(as("admin"))).toBeNull();
  const { runId } = await requestReread(as("admin"));
  expect(await requestReread(as("admin"))).toEqual({ runId });
  expect(world.sent).toEqual([{ name: "reread", payload: { runId } }]);
  expect(await findRereadUnderWay(as("admin"))).toBe(runId);
});

test("the texts that stand are read, those before them only when asked for", async () => {
  expect(await countOutdated(as("admin"))).toEqual({ outdated: 2, postings: 2 });
  const runId = (await findRereadUnderWay(as("admin"))) ?? "";
  const ended = await runReread(world, { trigger: "admin", runId });
  expect(ended).toMatchObject({ runId, status: "succeeded", result: { read: 2, failed: 0, left: 0, complete: true } });
  expect(await countOutdated(as("admin"))).toEqual({ outdated: 0, postings: 2 });
  expect(await findRereadUnderWay(as("admin"))).toBeNull();
  expect(await database.db.postingVersion.count({ where: { readingVersion: null } })).toBe(2);
  const whole = await runReread(world, { trigger: "cli", all: true, limit: 1 });
  expect(whole.result).toEqual({ read: 1, failed: 0, left: 1, complete: false });
});

test("stopped by its deadline, it says that it is not complete", async () => {
  const { result } = await runReread(world, { trigger: "cli", all: true, deadline: new Date(0) });
  expect(result).toEqual({ read: 0, failed: 0, left: 1, complete: false });
});

test("a request whose job was lost does not hold up another one, and is not followed for ever", async () => {
  const after = (minutes: number): UserContext => ({
    ...as("admin"),
    wallNow: () => new Date(Date.now() + minutes * 60_000),
  });
  const lost = await requestReread(as("admin"));
  expect(await requestReread(after(14))).toEqual(lost);
  const { runId } = await requestReread(after(16));
  expect(runId).not.toBe(lost.runId);
  expect(await findRereadUnderWay(after(17))).toBe(runId);
  expect(await findRereadUnderWay(after(16 + 361))).toBeNull();
});
