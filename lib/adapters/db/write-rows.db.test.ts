import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { updateRows, writeRows } from "./write-rows";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
});

const row = (key: string, promptVersion: string, answer: unknown) => ({
  key,
  purpose: "test",
  promptVersion,
  answer,
  createdAt: new Date("2026-01-01T00:00:00Z"),
});

test("letters that PostgreSQL cannot keep are replaced, and the rest of the rows is untouched", async () => {
  const cut = "🚀".slice(0, 1);
  const rows = [
    row("a", `NUL \u0000, half a pair ${cut}`, { words: [`\u0000${cut}`, "🚀 whole"] }),
    row("b", "a backslash \\u0000 and \\\\ud83d as letters", { "key\u0000": "\\u0000" }),
  ];
  await writeRows(database.db, "AiAnswer", rows, { key: ["key"], update: [] });
  const kept = await database.db.aiAnswer.findMany({ orderBy: { key: "asc" } });
  expect(kept.map(({ promptVersion, answer }) => ({ promptVersion, answer }))).toEqual([
    { promptVersion: "NUL \ufffd, half a pair \ufffd", answer: { words: ["\ufffd\ufffd", "🚀 whole"] } },
    { promptVersion: "a backslash \\u0000 and \\\\ud83d as letters", answer: { "key\ufffd": "\\u0000" } },
  ]);
  await updateRows(database.db, "AiAnswer", [{ key: "a", promptVersion: `again ${cut}\u0000` }], ["key"]);
  expect(await database.db.aiAnswer.findUnique({ where: { key: "a" } })).toMatchObject({
    promptVersion: "again \ufffd\ufffd",
  });
});
