import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type FakeModelServer, startFakeModel } from "@/lib/adapters/llm/fixtures/fake-model-server";
import type { Env } from "@/lib/config/env";
import { contextOn } from "@/test/accounts-context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { openModel } from "./open-model";

const RUN = "run-1";
const NOW = new Date("2026-03-02T12:00:00Z");

let database: TestDatabase;
let fake: FakeModelServer;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.aiCall.deleteMany();
  await database.db.aiAnswer.deleteMany();
  fake = await startFakeModel({ content: '{"word":"yes"}' });
  return () => fake.close();
});

const hosted = () => ({ LLM_PROVIDER: "openai" as const, LLM_MODEL: "m", LLM_BASE_URL: fake.baseUrl });
const local = () => ({ LLM_LOCAL_BASE_URL: fake.baseUrl, LLM_LOCAL_MODEL: "small" });

async function ask(env: Partial<Env>, contentHash: string, runId: string | null = RUN) {
  const ctx = contextOn({ kind: "system" as const, name: "test" }, { db: database.db, env, now: () => NOW });
  const schema = z.strictObject({ word: z.string() });
  const question = { purpose: "probe", promptVersion: "probe-1", contentHash, system: "s", user: "u", schema };
  return (await openModel(ctx, runId)?.ask(question)) ?? null;
}

/** A call that the ledger knows already. */
async function spend(costUsd: string, call: { runId?: string; purpose?: string; at?: Date } = {}): Promise<void> {
  const { runId = RUN, purpose = "probe", at = NOW } = call;
  const counts = { inputTokens: 1, outputTokens: 1, latencyMs: 1, cached: false, outcome: "ok" };
  const who = { provider: "openai", model: "m", purpose, contentHash: "h" };
  await database.db.aiCall.create({ data: { id: `${runId} ${purpose}`, at, runId, costUsd, ...who, ...counts } });
}

test("nobody is asked where no model is configured", async () => {
  expect(await ask({ LLM_PROVIDER: "none" }, "a")).toBeNull();
});

test("an answer is kept for every later run, and both calls are in the ledger with their run", async () => {
  expect(await ask(hosted(), "a")).toMatchObject({ kind: "answered", answer: { word: "yes" }, cached: false });
  expect(await ask(hosted(), "a", "run-2")).toMatchObject({ kind: "answered", cached: true });
  expect(await ask(hosted(), "b", null)).toMatchObject({ kind: "answered", cached: false });
  expect(fake.asked).toHaveLength(2);
  const ledger = await database.db.aiCall.findMany({ orderBy: [{ contentHash: "asc" }, { cached: "asc" }] });
  expect(ledger.map(({ runId, cached, inputTokens }) => [runId, cached, inputTokens])).toEqual([
    [RUN, false, 1000],
    ["run-2", true, 0],
    [null, false, 1000],
  ]);
});

test("a run's budget stops the run, not the next one; vectors and earlier days do not count", async () => {
  await spend("0.6");
  await spend("900", { runId: "run-0", at: new Date("2026-03-01T23:59:59Z") });
  await spend("900", { runId: "run-9", purpose: "embedding" });
  expect(await ask(hosted(), "a")).toEqual({
    kind: "budget_spent",
    reason: "unavailable: the run's budget for the model is spent",
  });
  expect(await ask(hosted(), "a", "run-2")).toMatchObject({ kind: "answered" });
});

test("a day's budget stops every run, but not a local model", async () => {
  await spend("1.2", { runId: "run-0" });
  expect(await ask(hosted(), "a")).toEqual({
    kind: "budget_spent",
    reason: "unavailable: today's budget for the model is spent",
  });
  expect(fake.asked).toHaveLength(0);
  expect(await ask(local(), "a")).toMatchObject({ kind: "answered", provider: "local", model: "small" });
});

test("the number of questions in a run binds a local model too", async () => {
  await spend("0");
  expect(await ask({ ...local(), LLM_MAX_CALLS_PER_RUN: 1 }, "a")).toEqual({
    kind: "budget_spent",
    reason: "unavailable: the run has asked the model 1 times, as often as it may",
  });
});
