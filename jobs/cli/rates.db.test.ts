import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/test/database";
import { runCli } from "@/test/run-cli";

const folder = mkdtempSync(path.join(tmpdir(), "atalaya-cli-rates-"));
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (...args: string[]) =>
  runCli(["rates", ...args], { env: { DATABASE_URL: database.url, ATALAYA_HOME: folder } });
const linesOf = (text: string): unknown[] =>
  text
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));

test("rates are imported, set and listed; bad lines are named and end with 2", async () => {
  const file = path.join(folder, "rates.csv");
  writeFileSync(file, "currency,usd\nMXN,0.0541\nXXX,1\n");
  const imported = await run("import", file, "--day", "2026-01-15", "--source", "bank");
  expect(imported.code).toBe(2);
  expect(linesOf(imported.stdout)).toEqual([{ saved: 1, day: "2026-01-15" }]);
  expect(linesOf(imported.stderr)).toEqual([{ error: "bad_rate", line: 3, message: "bad_currency" }]);

  const set = await run("set", "EUR", "1.18", "--day", "2026-01-15");
  expect({ code: set.code, lines: linesOf(set.stdout) }).toEqual({ code: 0, lines: [{ saved: 1, day: "2026-01-15" }] });

  const listed = await run("list");
  expect(listed.code).toBe(0);
  expect(linesOf(listed.stdout)).toEqual(
    expect.arrayContaining([
      { currency: "MXN", usd: 0.0541, day: "2026-01-15", source: "bank" },
      { currency: "EUR", usd: 1.18, day: "2026-01-15", source: "command line" },
      { currency: "COP", usd: expect.any(Number), day: expect.any(String), source: "packaged" },
    ]),
  );
});

test("a file that is not there and a day that is none are refused", async () => {
  expect((await run("import", path.join(folder, "missing.csv"))).code).toBe(2);
  expect((await run("set", "MXN", "0.05", "--day", "yesterday")).code).toBe(2);
});
