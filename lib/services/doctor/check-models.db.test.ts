import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type FakeModelServer, startFakeModel } from "@/lib/adapters/llm/fixtures/fake-model-server";
import type { Env } from "@/lib/config/env";
import { contextOn } from "@/test/accounts-context";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { checkLanguageModels } from "./check-models";

let database: TestDatabase;
let fake: FakeModelServer;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.aiCall.deleteMany();
  fake = await startFakeModel({ content: '{"word":"yes"}' });
  return () => fake.close();
});

const check = (env: Partial<Env>) =>
  checkLanguageModels(contextOn({ kind: "system" as const, name: "doctor" }, { db: database.db, env }));
const local = () => ({ LLM_LOCAL_BASE_URL: fake.baseUrl, LLM_LOCAL_MODEL: "small" });

test("no language model is no failure, and nobody is asked", async () => {
  expect(await check({ LLM_PROVIDER: "none", OPENAI_API_KEY: "sk-secret" })).toMatchObject({
    status: "ok",
    detail: "none configured, and none is needed",
  });
  expect(fake.asked).toEqual([]);
});

test("each model is asked anew every time, in its order; a key is never shown", async () => {
  const env = { ...local(), LLM_PROVIDER: "openai" as const, LLM_MODEL: "large", LLM_BASE_URL: fake.baseUrl };
  for (let time = 1; time <= 2; time += 1) {
    const { status, detail } = await check({ ...env, OPENAI_API_KEY: "sk-secret", ENRICHMENT_LLM: "on" });
    expect(status).toBe("ok");
    expect(detail).toMatch(
      /^small \(local\) answered after \d+ ms, large \(openai\) answered after \d+ ms; postings are read by it$/u,
    );
    expect(fake.asked).toHaveLength(2 * time);
  }
  expect(await database.db.aiCall.count({ where: { purpose: "probe", runId: null } })).toBe(4);
});

test("a model that does not answer is a warning with what to look at", async () => {
  fake.replies.splice(0, 1, { status: 401 });
  expect(await check(local())).toMatchObject({
    status: "warning",
    detail: "small (local) unavailable: the model's service answered 401; postings are not read by it",
    advice: expect.stringContaining("LLM_"),
  });
});
