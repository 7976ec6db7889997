import { afterAll, beforeAll, expect, test } from "vitest";
import { silentLogger } from "@/lib/observability/logger";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { recordAiCall } from "./record-ai-call";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

test("every call to a hosted model is a row of the ledger with its estimated tokens and cost, and without the text", async () => {
  const call = {
    provider: "OpenAI",
    model: "text-embedding-3-small",
    texts: 2,
    characters: 4_000_000,
    attempt: 1,
    contentHash: "h",
    latencyMs: 12,
    outcome: "ok" as const,
  };
  await recordAiCall(database.db, silentLogger, call);
  await recordAiCall(database.db, silentLogger, { ...call, model: "own-model", outcome: "failed" });
  const rows = await database.db.aiCall.findMany({ orderBy: { model: "asc" } });
  expect(rows.map((row) => [row.model, row.inputTokens, Number(row.costUsd), row.outcome])).toEqual([
    ["own-model", 1_000_000, 0, "failed"],
    ["text-embedding-3-small", 1_000_000, 0.02, "ok"],
  ]);
});
